package library

import (
	"strings"

	"lectern/data"
)

// where writes a filter as SQL conditions on reports, all of them to be met.
func (f Filter) where() (sql string, args []any) {
	all := []string{"removed = 0"}
	if !f.Versions {
		all = append(all, "older = 0")
	}
	and := func(condition string, values ...any) {
		all, args = append(all, condition), append(args, values...)
	}
	if letter := f.Lane.Letter(); letter != "" {
		and(string(f.Lane) + " > 0") // one of the four columns, as Letter has checked
	} else if f.Lane != "" {
		and("0")
	}
	if f.Speaker != "" {
		and(`id IN (SELECT report_id FROM report_speakers WHERE speaker_id IN (SELECT id FROM speakers
			WHERE actor = ? OR actor = (SELECT actor FROM speakers WHERE name = ?)))`, f.Speaker, f.Speaker)
	}
	if f.Publisher != "" {
		and("publisher = ?", f.Publisher)
	}
	if f.Tag != "" {
		and(`id IN (SELECT report_id FROM report_tags WHERE tag_id = (SELECT id FROM tags WHERE name = ?))`, f.Tag)
	}
	if f.Theme != "" {
		and(`id IN (SELECT report_id FROM report_themes WHERE theme_id = (SELECT id FROM themes WHERE name = ?))`, f.Theme)
	}
	if day := dayOf(f.From); day != nil {
		and("published >= ?", *day)
	}
	if day := dayOf(f.To); day != nil {
		and("published <= ?", *day)
	}
	if f.Unread {
		and("read = 0")
	}
	switch f.Review {
	case data.ReviewNone:
	case data.ReviewAll:
		and("review > 0")
	case data.ReviewMost:
		and("review > 0 AND review_most > 0") // the first names the index
	default:
		and("0")
	}
	if f.Samples {
		and("sample = 1")
	}
	if f.Lang != "" {
		and("(lang = ? OR lang LIKE ? || '-%')", f.Lang, f.Lang)
	}
	if f.Marking != data.Unmarked {
		and("marking = ? AND marking <> ''", string(f.Marking)) // the second names the index
	}
	return strings.Join(all, " AND "), args
}

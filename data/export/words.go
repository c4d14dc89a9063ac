package export

import (
	"fmt"
	"strings"
	"time"

	"lectern/data"
	"lectern/data/brief"
)

// Words are the few words that a paper adds to what it quotes, in its language.
type Words struct {
	Lang      string
	Lanes     map[data.Lane]string
	Reports   string // the title of several reports in one paper
	Text      string // the heading above a report's whole text
	Sources   string // the heading above the endnotes
	Note      string // above a private note
	Undated   string
	Paragraph string // "paragraph %d"
	AsOf      string // "as of %s; no longer in the library"
	Corrected string // "corrected since %s"
	Moved     string // "brought in again since %s"
	Renewed   string // "there is a newer version of this report"
	Day       func(time.Time) string
}

// English is how papers are written where nobody says otherwise.
func English() Words {
	return Words{
		Lang: "en",
		Lanes: map[data.Lane]string{data.Statement: "Statement", data.Caveat: "Caveat",
			data.Reaction: "Reaction", data.Background: "Background"},
		Reports: "Reports", Text: "Text", Sources: "Sources", Note: "Private note", Undated: "undated", Paragraph: "paragraph %d",
		AsOf: "as of %s; no longer in the library", Corrected: "corrected since %s",
		Moved: "brought in again since %s", Renewed: "there is a newer version of this report",
		Day: func(t time.Time) string { return t.Format("2 January 2006") },
	}
}

func (w Words) lane(l data.Lane) string { return w.Lanes[l] }

func (w Words) day(t time.Time) string {
	if t.IsZero() {
		return w.Undated
	}
	return w.Day(t)
}

// place says where in a text a byte stands.
func (w Words) place(body string, at int) string {
	n := 0
	for paragraph := range strings.SplitSeq(body[:at], "\n\n") {
		if strings.TrimSpace(paragraph) != "" {
			n++
		}
	}
	if strings.HasSuffix(body[:at], "\n\n") || at == 0 {
		n++ // it begins a paragraph
	}
	return fmt.Sprintf(w.Paragraph, n)
}

// fate is what must be said of a quotation that is not what it was.
func (w Words) fate(r brief.Resolved) string {
	switch r.Fate {
	case brief.Gone:
		return fmt.Sprintf(w.AsOf, w.day(r.Was.At))
	case brief.Moved:
		return fmt.Sprintf(w.Moved, w.day(r.Was.At))
	case brief.Corrected:
		return fmt.Sprintf(w.Corrected, w.day(r.Was.At))
	case brief.Renewed:
		return w.Renewed
	}
	return ""
}

// line is a source in one line: "The Paper, 3 March 2026".
func (w Words) line(s Source) string {
	parts := []string{}
	for _, part := range []string{s.Author, s.Publisher, w.day(s.Published)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

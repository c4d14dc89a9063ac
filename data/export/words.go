package export

import (
	"cmp"
	"fmt"
	"strconv"
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
	Hedged    string // of a passage with hedges
	Strongly  string // of one with many: "strongly hedged"
	Day       func(time.Time) string
	// Heads are the headings of tables by what they are in English, as SheetHeads
	// lists them; those that are missing stay English.
	Heads map[string]string
}

func (w Words) head(english string) string { return cmp.Or(w.Heads[english], english) }

// English is how papers are written where nobody says otherwise.
func English() Words {
	return Words{
		Lang: "en",
		Lanes: map[data.Lane]string{data.Statement: "Statement", data.Caveat: "Caveat",
			data.Reaction: "Reaction", data.Background: "Background"},
		Reports: "Reports", Text: "Text", Sources: "Sources", Note: "Private note", Undated: "undated", Paragraph: "paragraph %d",
		AsOf: "as of %s; no longer in the library", Corrected: "corrected since %s",
		Moved: "brought in again since %s", Renewed: "there is a newer version of this report",
		Hedged: "hedged", Strongly: "strongly hedged",
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

// Where says in one line what a quotation was taken from: the number of its source,
// publisher or title, day and place, and what has become of it.
func (p Paper) Where(b Block, w Words) string {
	s := p.Sources[b.Source-1]
	parts := []string{"[" + strconv.Itoa(b.Source) + "] " + cmp.Or(s.Publisher, s.Title), w.day(s.Published)}
	for _, more := range []string{b.Place, b.Fate} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	return strings.Join(parts, ", ")
}

// firm says in a word how much the passage that begins a span is hedged, "" where
// it is firm.
func (w Words) firm(d data.Document, s data.Span) string {
	for _, p := range d.Passages {
		if p.Start == s.Start {
			return w.firmness(p.Firmness())
		}
	}
	return ""
}

func (w Words) firmness(firm float64) string {
	switch {
	case firm < 0.35:
		return w.Strongly
	case firm < 0.75:
		return w.Hedged
	}
	return ""
}

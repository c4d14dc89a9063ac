package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"lectern/data"
)

// MinutesWords are what minutes add to what was shown, in their language.
type MinutesWords struct {
	Words
	Title    string // "Minutes of “%s”"
	When     string // the labels of the facts above what was shown
	Display  string
	Withheld string
	Marking  string
	Nothing  string // where nothing was shown
	Step     string // "step %d"
	Asked    string // "asked: “%s”"
	Shown    map[data.BriefStepKind]string
	Displays map[data.DisplayKind]string
	Lasted   func(time.Duration) string
	Zone     *time.Location // of all times
}

// EnglishMinutes is how minutes are written where nobody says otherwise.
func EnglishMinutes() MinutesWords {
	return MinutesWords{
		Words: English(), Title: "Minutes of “%s”", When: "Presented", Display: "Shown on", Withheld: "Steps withheld", Marking: "Highest marking shown",
		Nothing: "Nothing was shown.", Step: "step %d", Asked: "asked: “%s”",
		Shown: map[data.BriefStepKind]string{data.TitleCard: "title card", data.NoteCard: "note", data.LanesStep: "lanes of a report",
			data.StatementStep: "statement", data.QuotationStep: "quotation", data.PairStep: "two reports"},
		Displays: map[data.DisplayKind]string{data.OneDisplay: "the presenter's display", data.SecondDisplay: "a second display", data.WindowOnScreen: "a window"},
		Lasted:   func(d time.Duration) string { return d.Round(time.Second).String() }, Zone: time.UTC,
	}
}

// WriteMinutes writes one presentation as CommonMark: what was shown, when, for how
// long, and what was asked. Words of reports are escaped.
func WriteMinutes(out io.Writer, p data.Presentation, words MinutesWords) error {
	w := bufio.NewWriter(out)
	began, ended := p.Began.In(words.Zone), p.Ended.In(words.Zone)
	fmt.Fprintf(w, "# %s\n\n", plain(fmt.Sprintf(words.Title, p.Title)))
	fmt.Fprintf(w, "- %s: %s, %s–%s (%s)\n", words.When, plain(words.day(began)), began.Format("15:04"), ended.Format("15:04"), words.Lasted(ended.Sub(began)))
	if on := words.display(p.Display); on != "" {
		fmt.Fprintf(w, "- %s: %s\n", words.Display, plain(on))
	}
	if p.Withheld > 0 {
		fmt.Fprintf(w, "- %s: %d\n", words.Withheld, p.Withheld)
	}
	if m := HighestShown(p); m != data.Unmarked {
		fmt.Fprintf(w, "- %s: **%s**\n", words.Marking, m)
	}
	if len(p.Showings) == 0 {
		fmt.Fprintf(w, "\n%s\n", plain(words.Nothing))
	}
	for i, s := range p.Showings {
		fmt.Fprintf(w, "\n**%s** · %s · %s\n", s.At.In(words.Zone).Format("15:04:05"), words.Lasted(p.Lasted(i)), plain(words.what(s)))
		words.writeShowing(w, s)
	}
	return w.Flush()
}

func (w MinutesWords) writeShowing(out io.Writer, s data.Showing) {
	for _, text := range []string{s.Title, s.Words} {
		if len(s.Quotes) == 0 && text != "" {
			fmt.Fprintf(out, "\n%s\n", plain(text))
		}
	}
	for _, q := range s.Quotes {
		if q.Len() == 0 {
			fmt.Fprintf(out, "\n> *%s*, %s\n", plain(q.Title), plain(w.source(q, false)))
			continue
		}
		fmt.Fprintf(out, "\n> %s\n>\n> — %s\n", strings.ReplaceAll(plain(q.Words), "\n", "\n> "), plain(w.source(q, true)))
	}
}

// what says what kind of thing was shown: "step 3, statement", or what was asked.
func (w MinutesWords) what(s data.Showing) string {
	if s.Question != "" {
		return fmt.Sprintf(w.Asked, s.Question)
	}
	var parts []string
	if s.Number > 0 {
		parts = append(parts, fmt.Sprintf(w.Step, s.Number))
	}
	if kind := w.Shown[s.Kind]; kind != "" {
		parts = append(parts, kind)
	}
	if len(parts) == 0 { // minutes of old
		return s.Title
	}
	return strings.Join(parts, ", ")
}

// source says where a quotation is from: its lane, speaker, title, publisher, day and
// marking.
func (w MinutesWords) source(q data.Quote, whole bool) string {
	parts := []string{}
	if whole {
		parts = append(parts, w.lane(q.Lane), q.Speaker, q.Title)
	}
	parts = append(parts, q.Publisher, w.day(q.Published), string(q.Marking))
	kept := parts[:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ", ")
}

// display is what the room saw it on, with its size; "" where nobody knows.
func (w MinutesWords) display(d data.Display) string {
	words := w.Displays[d.Kind]
	if words != "" && d.Width > 0 {
		words += fmt.Sprintf(", %d × %d", d.Width, d.Height)
	}
	return words
}

// HighestShown is the highest marking of all that a room was shown, as it was then.
func HighestShown(p data.Presentation) (m data.Marking) {
	for _, s := range p.Showings {
		for _, q := range s.Quotes {
			m = data.Highest(m, q.Marking)
		}
	}
	return m
}

// Minutes is the table of a presentation: a row for each quotation shown, under a row
// of headings. What comes with another has its time and no duration of its own, so
// that the column adds up.
func Minutes(p data.Presentation, words MinutesWords) [][]string {
	rows := [][]string{{"shown", "seconds", "step", "kind", "question", "words", "lane", "speaker", "title", "publisher", "published", "marking"}}
	for i, s := range p.Showings {
		at := s.At.In(words.Zone).Format(time.RFC3339)
		number := ""
		if s.Number > 0 {
			number = strconv.Itoa(s.Number)
		}
		row := func(seconds string, q data.Quote) {
			day := ""
			if !q.Published.IsZero() {
				day = q.Published.Format("2006-01-02")
			}
			rows = append(rows, []string{at, seconds, number, string(s.Kind), s.Question, q.Words, string(q.Lane), q.Speaker, q.Title, q.Publisher, day, string(q.Marking)})
		}
		seconds := strconv.Itoa(int(p.Lasted(i).Round(time.Second).Seconds()))
		if len(s.Quotes) == 0 {
			row(seconds, data.Quote{Title: s.Title, Words: s.Words})
		}
		for _, q := range s.Quotes {
			row(seconds, q)
			seconds = ""
		}
	}
	return rows
}

package bring

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data/ingest"
)

// field is one line of the form: its name, what stands in it, and where that was
// found. One that is empty is set apart softly and says what belongs there.
type field struct {
	of      ingest.Field
	name    string
	entry   *ui.Field
	was     string // the value proposed
	found   string
	proof   *ui.Line
	marked  *ui.Ground
	content fyne.CanvasObject
}

func (f *Form) newField(of ingest.Field, name, value, hint string) *field {
	one := &field{of: of, name: name, entry: ui.NewField(hint), proof: ui.NewShortLine(ui.Quiet, "")}
	if from, ok := f.c.Proposal.From[of]; ok && value != "" {
		one.found = lang.L("found in: {{.Place}}", map[string]any{"Place": PlaceName(from)})
	}
	one.was = value
	one.entry.SetText(value)
	one.entry.OnChanged = func(string) { one.show(!one.own()) }
	one.entry.OnSubmitted = func(string) { f.next(one) }
	one.entry.OnEscape = f.Leave
	one.entry.OnConfirm = f.Keep
	one.marked = ui.NewCard(ui.Hint, ui.HintEdge, 8)
	heading := container.NewBorder(nil, nil, ui.NewLine(ui.Section, name), nil,
		ui.Inset(0, 0, 10, 0, one.proof))
	one.content = container.NewStack(one.marked, ui.Inset(6, 8, 9, 9, ui.Column(5, 100, heading, one.entry)))
	one.show(true)
	return one
}

// show tells where the value was found, or that it is missing or the person's own.
func (one *field) show(asFound bool) {
	missing := strings.TrimSpace(one.entry.Text) == ""
	words := lang.L("in your words")
	switch {
	case missing:
		words = lang.L("not found: fill it in if you know")
	case asFound:
		words = one.found
	}
	one.proof.Set(ui.Quiet, words)
	if missing {
		one.marked.Show()
	} else {
		one.marked.Hide()
	}
}

// own tells whether the person has changed the value.
func (one *field) own() bool { return one.entry.Text != one.was }

// trouble is what is wrong with the value, "" for nothing.
func (one *field) trouble() string {
	value := strings.TrimSpace(one.entry.Text)
	switch {
	case one.of == ingest.Title && value == "":
		return lang.L("Please give it a title: it could not be found again without one.")
	case one.of == ingest.Published:
		if _, ok := look.ParseDay(value); !ok {
			return lang.L("“{{.Day}}” is not a day. Write it like 2026-01-31, or leave it empty.", map[string]any{"Day": value})
		}
	}
	return ""
}

// next goes on to the field after one; after the last the report is kept.
func (f *Form) next(one *field) {
	for i, other := range f.fields {
		if other == one && i+1 < len(f.fields) {
			fyne.CurrentApp().Driver().CanvasForObject(one.entry).Focus(f.fields[i+1].entry)
			return
		}
	}
	f.Keep()
}

// PlaceName says where in a document something was found.
func PlaceName(from ingest.Origin) string {
	switch from {
	case ingest.FromFileName:
		return lang.L("the file's name")
	case ingest.FromFirstLine:
		return lang.L("the first line")
	case ingest.FromFirstWords:
		return lang.L("the first words")
	case ingest.FromLine:
		return lang.L("a line of the text")
	case ingest.FromDateline:
		return lang.L("the dateline")
	case ingest.FromFrontMatter:
		return lang.L("the front matter")
	case ingest.FromHeading:
		return lang.L("the heading")
	case ingest.FromMeta:
		return lang.L("the page's metadata")
	case ingest.FromJSONLD:
		return lang.L("the page's linked data")
	case ingest.FromMarkup:
		return lang.L("the page's markup")
	case ingest.FromByline:
		return lang.L("the line by the page's heading")
	case ingest.FromPageTitle:
		return lang.L("the page's title")
	case ingest.FromAddress:
		return lang.L("the web address")
	case ingest.FromProperties:
		return lang.L("the file's properties")
	case ingest.FromSearch:
		return lang.L("a search of the page; only likely")
	case ingest.FromMail:
		return lang.L("the mail's header")
	case ingest.FromSaved:
		return lang.L("the browser's note on saving")
	case ingest.FromFeed:
		return lang.L("the feed")
	case ingest.FromEntry:
		return lang.L("the feed's entry")
	case ingest.FromColumn:
		return lang.L("a column of the table")
	case ingest.FromWriting:
		return lang.L("the text's letters and words")
	}
	return string(from)
}

// Package bring holds the screens by which reports come in: the form that shows
// what was found in a document, the window for pasted text, and what became of
// many files. They show and ask; reading and keeping is the caller's.
package bring

import (
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/ingest"
	"lectern/data/library"
)

// FormConfig is what the form needs. Its functions are called on the UI goroutine.
type FormConfig struct {
	Proposal desk.Proposal
	Known    data.Report         // the report that it already is, where Proposal.Known is set
	Keep     func(desk.Proposal) // with what the person corrected
	Leave    func()              // nothing is to be kept
	Open     func(data.ReportID) // the one that was there already
}

// Form shows what was found in a document and asks for what is missing.
type Form struct {
	c       FormConfig
	content fyne.CanvasObject
	fields  []*field
	wrong   *ui.Line
	preview *page.Page
}

// NewForm makes a form.
func NewForm(c FormConfig) *Form {
	f := &Form{c: c, wrong: ui.NewShortLine(ui.Alert, ""), preview: page.New()}
	p := &f.c.Proposal
	f.fields = []*field{
		f.newField(ingest.Title, lang.L("Title"), p.Title, lang.L("Every report needs a title")),
		f.newField(ingest.Author, lang.L("Author"), p.Author, lang.L("Who wrote it, if anybody says")),
		f.newField(ingest.Publisher, lang.L("Publisher"), p.Publisher, lang.L("Which outlet brought it")),
		f.newField(ingest.Published, lang.L("Published on"), look.DayField(p.Published), lang.L("A day, like 2026-01-31")),
		f.newField(ingest.URL, lang.L("Web address"), p.URL, lang.L("Where it can be found again")),
		f.newField(ingest.Lang, lang.L("Language"), p.Lang, lang.L("A short code, like en or uk")),
	}
	f.content = f.build()
	return f
}

// Content is what to put into a window. Everything behind it stays as it is.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// Focus puts the keyboard into the first field that is missing, or the title.
func (f *Form) Focus() {
	at := f.fields[0]
	for _, one := range f.fields {
		if one.entry.Text == "" {
			at = one
			break
		}
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(at.entry); c != nil {
		c.Focus(at.entry)
	}
}

// Keep is the strong button and Ctrl+Enter: it keeps the report, or says what is
// still wrong.
func (f *Form) Keep() {
	if f.c.Proposal.Known != 0 {
		f.c.Open(f.c.Proposal.Known)
		return
	}
	for _, one := range f.fields {
		if words := one.trouble(); words != "" {
			f.complain(one, words)
			return
		}
	}
	p := f.made()
	p.From = maps.Clone(p.From)
	for _, one := range f.fields {
		if one.own() && p.From != nil {
			p.From[one.of] = library.ByPerson
		}
	}
	f.c.Keep(p)
}

// Draft is what the person has made of the proposal so far, nil where there is
// nothing to lose.
func (f *Form) Draft() *desk.Draft {
	if f.c.Proposal.Known != 0 {
		return nil
	}
	p := f.made()
	p.From = maps.Clone(p.From)
	for _, one := range f.fields {
		if one.own() {
			delete(p.From, one.of)
		}
	}
	return &desk.Draft{Proposal: &p}
}

// made is the proposal with what the person corrected. A day that is none stays
// as it was found.
func (f *Form) made() desk.Proposal {
	p := f.c.Proposal
	for field, into := range map[ingest.Field]*string{
		ingest.Title: &p.Title, ingest.Author: &p.Author, ingest.Publisher: &p.Publisher,
		ingest.URL: &p.URL, ingest.Lang: &p.Lang,
	} {
		*into = f.value(field)
	}
	if day, ok := look.ParseDay(f.value(ingest.Published)); ok {
		p.Published = day
	}
	return p
}

// Leave is the other button and Esc.
func (f *Form) Leave() { f.c.Leave() }

func (f *Form) value(field ingest.Field) string {
	for _, one := range f.fields {
		if one.of == field {
			return strings.TrimSpace(one.entry.Text)
		}
	}
	return ""
}

func (f *Form) complain(at *field, words string) {
	f.wrong.Set(ui.Alert, words)
	f.wrong.Show()
	if c := fyne.CurrentApp().Driver().CanvasForObject(at.entry); c != nil {
		c.Focus(at.entry)
	}
	f.content.Refresh()
}

// build puts the form together: the fields at the left, the text at the right.
func (f *Form) build() fyne.CanvasObject {
	known := f.c.Proposal.Known != 0
	keep, key := lang.L("Keep in library"), lang.L("Ctrl+Enter")
	heading := lang.L("Is this right?")
	if known {
		keep, key = lang.L("Open it"), ""
		heading = lang.L("Already in your library")
	}
	form := ui.Column(4, 250, ui.Inset(0, 8, 9, 9, ui.Column(5, 200,
		ui.NewShortLine(ui.Title, heading), ui.NewShortLine(ui.Quiet, f.found()))))
	if known {
		form.Add(f.notice())
	}
	for _, one := range f.fields {
		form.Add(one.content)
		if known {
			one.entry.Disable()
		}
	}
	f.wrong.Hide()
	buttons := ui.Column(8, 100, f.wrong, container.NewHBox(
		ui.NewButton(ui.Strong, keep, key, f.Keep),
		ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), f.Leave),
	))
	left := container.NewBorder(nil, ui.Inset(10, 14, 20, 16, buttons), nil, nil,
		ui.WithoutShadow(container.NewVScroll(ui.Inset(16, 8, 11, 12, form))))
	f.preview.Name = lang.L("Text")
	f.preview.SetBlocks(Blocks(f.c.Proposal.Title, f.c.Proposal.Text))
	f.preview.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			f.Leave()
		}
		return ev.Name == fyne.KeyEscape
	}
	right := container.NewBorder(
		container.NewStack(ui.NewGround(ui.Raised), ui.Inset(9, 9, 18, 18, ui.NewShortLine(ui.Section, f.textLine()))),
		nil, nil, nil, newSheet(f.preview))
	return container.New(&halves{}, ui.NewGround(ui.Paper), left, right)
}

// notice says that the document is known, and since when.
func (f *Form) notice() fyne.CanvasObject {
	words := lang.L("You brought this in on {{.Day}}.", map[string]any{"Day": look.Day(f.c.Known.Entered)})
	return container.NewStack(ui.NewCard(ui.Hint, ui.HintEdge, 8),
		ui.Inset(9, 9, 12, 12, ui.Column(3, 100, ui.NewShortLine(ui.Plain, words),
			ui.NewShortLine(ui.Quiet, f.c.Known.Title))))
}

// found says in one line what the document is.
func (f *Form) found() string {
	p := f.c.Proposal
	name := p.Name
	if name == "" {
		name = lang.L("Pasted text")
	}
	return strings.Join([]string{name, formatName(p.Format), p.Encoding}, " · ")
}

func (f *Form) textLine() string {
	n := len(strings.Fields(f.c.Proposal.Text))
	return lang.XN("bring.words", "{{.Count}} words, as Lectern will keep them", n, map[string]any{"Count": n})
}

func formatName(format string) string {
	switch format {
	case "html":
		return lang.L("web page")
	case "md":
		return lang.L("Markdown")
	case "eml":
		return lang.L("mail")
	case "mhtml":
		return lang.L("saved web page")
	case "feed", "jsonfeed":
		return lang.L("feed entry")
	case "csv", "jsonl":
		return lang.L("row of a table")
	case "txt", "":
		return lang.L("plain text")
	default: // DOCX and PDF are called the same everywhere
		return strings.ToUpper(format)
	}
}

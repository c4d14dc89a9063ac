package shell

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"lectern/app/bring"
	"lectern/app/task"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/library"
)

// panel is a screen that is shown for one task and then left.
type panel interface {
	screen
	Focus()
}

// keeper is a panel that can keep what it shows.
type keeper interface{ Keep() }

// unkept reports whether a panel is in front that holds what a person has typed
// or pasted and not kept yet: nothing may take its place unasked.
func (s *Shell) unkept() bool {
	_, holds := s.front.(keeper)
	return holds
}

// panelUp shows a panel in front.
func (s *Shell) panelUp(p panel) {
	s.closePopup()
	s.show(p)
	s.focusSoon(p, p.Focus)
}

// proposed is a document read, and the report it already is, if it is one.
type proposed struct {
	desk.Proposal
	known data.Report
}

// propose reads one document and shows what was found in it.
func (s *Shell) propose(read func(context.Context) (desk.Proposal, error)) {
	lib := s.config.Desk.Library()
	task.Load(s.opener, func(ctx context.Context) (proposed, error) {
		p, err := read(ctx)
		if err != nil || p.Known == 0 {
			return proposed{Proposal: p}, err
		}
		known, err := lib.Report(ctx, p.Known)
		return proposed{p, known}, err
	}, func(p proposed, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.panelUp(bring.NewForm(bring.FormConfig{
			Proposal: p.Proposal, Known: p.known, Keep: s.keep, Leave: s.toShelf,
			Open: func(id data.ReportID) { s.Open(id, -1, nil) },
		}))
	})
}

// keep puts a proposal into the library and opens it.
func (s *Shell) keep(p desk.Proposal) {
	task.Change(s.changes, func(ctx context.Context) (library.Added, error) {
		return s.config.Desk.Keep(ctx, p)
	}, func(a library.Added, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.Open(a.ID, -1, nil)
	})
}

// pasteText opens the window for pasted text, with what lies on the clipboard.
func (s *Shell) pasteText() {
	p := bring.NewPaste(bring.PasteConfig{
		Clipboard: s.config.App.Clipboard().Content,
		Read: func(text string) {
			s.propose(func(ctx context.Context) (desk.Proposal, error) { return s.config.Desk.ProposeText(ctx, text) })
		},
		Leave: s.toShelf,
	})
	s.panelUp(p)
}

// showSummary tells file by file what became of an import.
func (s *Shell) showSummary(outcomes []desk.Outcome) {
	s.panelUp(bring.NewSummary(bring.SummaryConfig{
		Outcomes: outcomes, Save: s.saveAs, Close: s.toShelf,
		Open: func(id data.ReportID) { s.Open(id, -1, nil) },
	}))
}

// saveAs asks where, and writes there.
func (s *Shell) saveAs(suggested string, write func(io.Writer) error) {
	ask := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err == nil && to != nil {
			err = write(to)
			if closed := to.Close(); err == nil {
				err = closed
			}
		}
		if err != nil {
			s.fail(err)
		}
	}, s.window)
	ask.SetFileName(suggested)
	s.showDialog(ask)
}

package shell

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

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

// propose reads one document and shows what was found in it; several is called
// where there is more than one.
func (s *Shell) propose(read func(context.Context) (desk.Proposal, error), several func()) {
	lib := s.config.Desk.Library()
	task.Load(s.opener, func(ctx context.Context) (proposed, error) {
		p, err := read(ctx)
		if err != nil || p.Known == 0 {
			return proposed{Proposal: p}, err
		}
		known, err := lib.Report(ctx, p.Known)
		return proposed{p, known}, err
	}, func(p proposed, err error) {
		if err != nil && several != nil && data.FaultOf(err).Code == data.FaultSeveral {
			several()
			return
		}
		if err != nil {
			s.fail(err)
			return
		}
		s.panelUp(bring.NewForm(bring.FormConfig{
			Proposal: p.Proposal, Known: p.known, Keep: s.keep, Leave: s.giveUp,
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
		s.dropDraft()
		s.Open(a.ID, -1, nil)
	})
}

// pasteText opens the window for pasted text.
func (s *Shell) pasteText() {
	if s.unkept() {
		s.tell(lang.L("Keep or cancel what is in front first, then bring in the next."))
		return
	}
	s.draft = ""
	s.paste("")
}

// paste opens the window for pasted text with some of it there.
func (s *Shell) paste(text string) {
	p := bring.NewPaste(bring.PasteConfig{
		Clipboard: s.config.App.Clipboard().Content,
		Read: func(text string) {
			s.propose(func(ctx context.Context) (desk.Proposal, error) { return s.config.Desk.ProposeText(ctx, text) }, nil)
		},
		Leave: s.giveUp,
	})
	p.SetText(text)
	s.panelUp(p)
}

// saveAs asks where, and writes there off the UI goroutine.
func (s *Shell) saveAs(suggested string, write func(context.Context, io.Writer) error) {
	ask := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err != nil {
			s.fail(err)
		}
		if err != nil || to == nil {
			return
		}
		task.Change(s.changes, func(ctx context.Context) (struct{}, error) {
			err := write(ctx, to)
			if closed := to.Close(); err == nil {
				err = closed
			}
			return struct{}{}, err
		}, func(_ struct{}, err error) {
			if err != nil {
				s.fail(err)
				return
			}
			s.tell(lang.X("saved", "Saved as {{.Name}}", map[string]any{"Name": to.URI().Name()}))
		})
	}, s.window)
	ask.SetFileName(suggested)
	s.showDialog(ask)
}

package brief

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/data"
	briefs "lectern/data/brief"
)

// turned offers to show what the chosen step quotes as the other kind of step:
// with what belongs to it, or beside its original. It is nil where there is none.
func (e *Editor) turned() *fyne.MenuItem {
	s, ok := e.step()
	switch {
	case ok && s.Kind == data.StatementStep:
		return fyne.NewMenuItem(lang.L("Show it beside its original"), e.alone)
	case ok && s.Kind == data.QuotationStep && s.Main.Lane == data.Statement:
		return fyne.NewMenuItem(lang.L("Show it with its caveats and reactions"), e.together)
	}
	return nil
}

// alone shows the chosen statement as a quotation, without what belongs to it.
func (e *Editor) alone() {
	e.side.keep()
	if s, ok := e.step(); ok {
		s.Kind, s.With, s.Left = data.QuotationStep, nil, nil
		e.edit(s, "")
	}
}

// together shows the chosen quotation as a statement, with all that belongs to it.
func (e *Editor) together() {
	e.side.keep()
	s, ok := e.step()
	if !ok {
		return
	}
	into := e.at
	e.change("", func(ctx context.Context) error {
		themes, err := e.c.Library.Themes(ctx)
		if err != nil {
			return err
		}
		found, err := briefs.NewResolver(e.c.Library).Resolve(ctx, s.Main)
		if err != nil {
			return err
		}
		id := s.ID
		s.Kind, s.ID = data.StatementStep, 0 // as a new step: with all of them
		s = accompanied(s, companions(found.Document, s, themes, time.Now()))
		s.ID = id
		return e.c.Library.ChangeStep(ctx, into, s)
	})
}

// withTurned puts the offer to turn a step before an item of its menu.
func (e *Editor) withTurned(items []*fyne.MenuItem, at int) []*fyne.MenuItem {
	if turn := e.turned(); turn != nil {
		return slices.Insert(items, at, turn)
	}
	return items
}

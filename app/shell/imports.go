package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"lectern/app/bring"
	"lectern/app/look"
	"lectern/app/task"
	"lectern/data"
	"lectern/data/library"
)

// mostImports is how many past imports are listed.
const mostImports = 500

// showPast lists the imports that were made.
func (s *Shell) showPast() {
	if s.unkept() {
		s.tell(lang.L("Keep or cancel what is in front first, then bring in the next."))
		return
	}
	task.Load(s.opener, func(ctx context.Context) ([]library.Import, error) {
		return s.config.Desk.Library().Imports(ctx, mostImports)
	}, func(all []library.Import, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.panelUp(bring.NewPast(bring.PastConfig{Imports: all, Open: s.showImport, Close: s.toShelf}))
	})
}

// showImport tells document by document what became of an import.
func (s *Shell) showImport(i library.Import) {
	c := bring.SummaryConfig{
		Context: s.ctx, Import: i, Save: s.saveAs, Close: s.toShelf, Failed: s.fail,
		Open: func(id data.ReportID) { s.Open(id, -1, nil) },
		Items: func(ctx context.Context, status library.ItemStatus, from, most int) ([]library.ImportItem, error) {
			return s.config.Desk.Library().ImportItems(ctx, i.ID, status, from, most)
		},
	}
	if i.State != library.ImportDone && !i.Watched && !s.config.Desk.Library().ReadOnly() {
		c.Resume = func() {
			s.toShelf()
			s.goOn(i)
		}
	}
	s.panelUp(bring.NewSummary(c))
}

// offerCutOff asks what to do with an import that was under way when its program
// ended.
func (s *Shell) offerCutOff() {
	lib := s.config.Desk.Library()
	if lib.ReadOnly() {
		return
	}
	task.Load(s.cutOff, func(ctx context.Context) (offered []library.Import, err error) {
		all, err := lib.CutOff(ctx)
		for _, i := range all {
			if i.Watched { // looking through the folder again finds what it left
				if e := lib.EndImport(ctx, i.ID, library.ImportStopped); err == nil {
					err = e
				}
				continue
			}
			offered = append(offered, i)
		}
		return offered, err
	}, func(all []library.Import, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		for _, i := range all {
			words := lang.X("import.cut", "An import was interrupted: {{.Done}} of {{.Files}} files done. Go on?",
				map[string]any{"Done": look.Number(i.Done), "Files": look.Number(i.Files)})
			s.offers.add(words, func() { s.goOn(i) }, func() {
				task.Change(s.changes, func(ctx context.Context) (struct{}, error) {
					return struct{}{}, lib.EndImport(ctx, i.ID, library.ImportStopped)
				}, func(_ struct{}, err error) { s.fail(err) })
			})
		}
	})
}

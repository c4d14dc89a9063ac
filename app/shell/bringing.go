package shell

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"lectern/app/task"
	"lectern/data/desk"
)

// showWays offers the ways to bring something in.
func (s *Shell) showWays(beside fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(beside).AddXY(0, beside.Size().Height+2)
	s.showMenu([]*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("A file…"), s.pickFile),
		fyne.NewMenuItem(lang.L("A folder…"), s.pickFolder),
		fyne.NewMenuItem(lang.L("Pasted text…"), s.pasteText),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("The sample reports"), s.bringSamples),
	}, at)
}

// pickFile lets a person choose a file to bring in.
func (s *Shell) pickFile() {
	pick := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if file != nil {
			path := file.URI().Path()
			file.Close()
			s.Bring([]string{path})
		}
	}, s.window)
	pick.SetFilter(storage.NewExtensionFileFilter([]string{".txt", ".md", ".markdown", ".html", ".htm", ".text"}))
	s.showDialog(pick)
}

// pickFolder lets a person choose a folder to bring in, with all it holds.
func (s *Shell) pickFolder() {
	pick := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if folder != nil {
			s.importAll([]string{folder.Path()})
		}
	}, s.window)
	s.showDialog(pick)
}

// fileDialog is what Fyne's dialogs for files and folders have in common.
type fileDialog interface {
	Show()
	Hide()
	Resize(fyne.Size)
}

// showDialog opens a file dialog as large as the window allows, in place of any
// panel. It has no size to change before it is shown.
func (s *Shell) showDialog(d fileDialog) {
	s.closePopup()
	s.window.Canvas().Unfocus() // so that Esc comes here
	d.Show()
	d.Resize(s.window.Canvas().Size().SubtractWidthHeight(120, 100))
	s.popup.dialog = d
}

// dropped brings in what was dropped on the window.
func (s *Shell) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	s.Bring(paths)
}

// Bring is the one door for files, whichever way they come: one file is shown
// with what was found in it before it is kept, several or a folder are brought
// in together.
func (s *Shell) Bring(paths []string) {
	switch {
	case len(paths) == 0:
	case s.unkept():
		s.tell(lang.L("Keep or cancel what is in front first, then bring in the next."))
	case len(paths) == 1 && !isFolder(paths[0]):
		s.propose(func(ctx context.Context) (desk.Proposal, error) { return s.config.Desk.Propose(ctx, paths[0]) })
	default:
		s.importAll(paths)
	}
}

// importAll brings in files and folders as a job, then says what became of them.
func (s *Shell) importAll(paths []string) {
	title := lang.L("Bringing in reports")
	if len(paths) == 1 {
		title = lang.X("job.folder", "Bringing in “{{.Name}}”", map[string]any{"Name": filepath.Base(paths[0])})
	}
	s.importJob(title, func(ctx context.Context, report func(desk.Progress)) ([]desk.Outcome, error) {
		return s.config.Desk.Import(ctx, paths, report)
	}, nil)
}

// bringSamples brings in the sample reports.
func (s *Shell) bringSamples() { s.BringSamples(nil) }

// BringSamples brings in the sample reports; ready, if not nil, is told when
// they are in the library.
func (s *Shell) BringSamples(ready func()) {
	s.importJob(lang.L("Bringing in the sample reports"), func(ctx context.Context, _ func(desk.Progress)) ([]desk.Outcome, error) {
		return s.config.Desk.AddSamples(ctx, s.config.Samples)
	}, ready)
}

// importJob runs an import in the line of jobs; ready, if not nil, is told when
// it went well.
func (s *Shell) importJob(title string, work func(context.Context, func(desk.Progress)) ([]desk.Outcome, error), ready func()) {
	var outcomes []desk.Outcome
	s.jobs.Start(title, func(ctx context.Context, p *task.Progress) (err error) {
		outcomes, err = work(ctx, func(at desk.Progress) { p.Set(at.Done, at.Total, at.Name) })
		return err
	}, func(err error) {
		s.showOutcomes(outcomes, err)
		if err == nil && ready != nil {
			ready()
		}
	})
}

// removeSamples takes the sample reports out again in one step.
func (s *Shell) removeSamples() {
	task.Change(s.changes, s.config.Desk.RemoveSamples, func(n int, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case n == 0:
			s.tell(lang.L("There are no sample reports in this library."))
		default:
			s.say(lang.XN("samples.removed", "{{.Count}} sample reports removed", n, map[string]any{"Count": n}))
		}
	})
}

// tally counts outcomes by what became of them.
func tally(outcomes []desk.Outcome) (fresh, known, failed int) {
	for _, o := range outcomes {
		switch o.Status {
		case desk.StatusNew:
			fresh++
		case desk.StatusKnown:
			known++
		default:
			failed++
		}
	}
	return fresh, known, failed
}

// showOutcomes says what became of an import: in a line when all went well, file
// by file otherwise.
func (s *Shell) showOutcomes(outcomes []desk.Outcome, err error) {
	fresh, known, failed := tally(outcomes)
	s.config.Log.Info("import ended", "new", fresh, "known", known, "failed", failed, "err", err)
	words := lang.XN("import.new", "{{.Count}} reports brought in", fresh, map[string]any{"Count": fresh})
	if known > 0 {
		words += ", " + lang.XN("import.known", "{{.Count}} already there", known, map[string]any{"Count": known})
	}
	if fresh > 0 && s.front == screen(s.shelf) {
		s.shelf.ToTop()
	}
	show := func() { s.showSummary(outcomes) }
	if failed > 0 && !s.unkept() {
		show()
	}
	switch {
	case err != nil:
		s.fail(err)
	case failed > 0 && s.unkept():
		s.notice.show(words, true, lang.L("Show"), show)
	case fresh > 0:
		s.say(words)
	case failed == 0:
		s.tell(words)
	}
}

// isFolder asks the system, off screen paths included.
func isFolder(path string) bool {
	can, err := storage.CanList(storage.NewFileURI(path))
	return err == nil && can
}

package shell

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"lectern/app/bring"
	"lectern/app/look"
	"lectern/app/task"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/ingest"
	"lectern/data/library"
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
	pick.SetFilter(storage.NewExtensionFileFilter(desk.Endings()))
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
			s.Bring([]string{folder.Path()})
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

// Bring is the one door for files, whichever way they come: one document is
// shown with what was found in it before it is kept, several files, a folder or
// an archive are brought in together.
func (s *Shell) Bring(paths []string) {
	switch {
	case len(paths) == 0:
	case len(paths) == 1 && library.Called(paths[0]) && s.config.Program != nil:
		s.another(func() { s.config.Program.Open(paths[0]) })
	case s.unkept():
		s.tell(lang.L("Keep or cancel what is in front first, then bring in the next."))
	case len(paths) == 1 && !isFolder(paths[0]):
		s.draft = ""
		s.bringFile(paths[0])
	default:
		s.importAll(desk.Order{Paths: paths})
	}
}

// bringFile shows what was found in a file, or brings it in where that is more
// than one document; of a table it asks for the columns first.
func (s *Shell) bringFile(path string) {
	if desk.NamedTable(path) {
		s.askColumns(path, func() { s.proposeFile(path) })
		return
	}
	s.proposeFile(path)
}

func (s *Shell) proposeFile(path string) {
	s.propose(func(ctx context.Context) (desk.Proposal, error) { return s.config.Desk.Propose(ctx, path) }, func() {
		s.askColumns(path, func() { s.importAll(desk.Order{Paths: []string{path}}) })
	})
}

// askColumns asks which column of a table is what before it is brought in; what
// is no table goes on with other.
func (s *Shell) askColumns(path string, other func()) {
	task.Load(s.opener, func(ctx context.Context) (ingest.Table, error) {
		return s.config.Desk.Table(ctx, path)
	}, func(t ingest.Table, err error) {
		if err != nil {
			other()
			return
		}
		s.panelUp(bring.NewColumns(bring.ColumnsConfig{Name: filepath.Base(path), Table: t, Leave: s.toShelf,
			Keep: func(columns map[ingest.Field]string) {
				s.toShelf()
				s.importAll(desk.Order{Paths: []string{path}, Columns: columns})
			}}))
	})
}

// importAll brings in files and folders as a job.
func (s *Shell) importAll(o desk.Order) {
	title := lang.L("Bringing in reports")
	if len(o.Paths) == 1 {
		title = lang.X("job.folder", "Bringing in “{{.Name}}”", map[string]any{"Name": filepath.Base(o.Paths[0])})
	}
	s.importJob(title, o, s.config.Desk.Import)
}

// goOn goes on with an import that was cut off or stopped.
func (s *Shell) goOn(i library.Import) {
	s.importJob(lang.L("Going on with an import"), desk.Order{}, func(ctx context.Context, o desk.Order) (library.Import, error) {
		return s.config.Desk.Resume(ctx, i.ID, o)
	})
}

// importJob runs an import in the line of jobs, then says what became of it.
func (s *Shell) importJob(title string, o desk.Order, work func(context.Context, desk.Order) (library.Import, error)) {
	var i library.Import
	start := s.jobs.Start
	if o.Watched != "" {
		start = s.jobs.StartQuietly
	}
	start(title, func(ctx context.Context, p *task.Progress) (err error) {
		o.Gate = p.Gate()
		o.Found = func(n int) { p.Set(0, 0, filesFound(n)) }
		o.Progress = func(at desk.Progress) {
			p.Set(at.Done, at.Total, at.Name)
			p.SetShare(at.Share, at.Left)
		}
		i, err = work(ctx, o)
		return err
	}, func(err error) { s.imported(i, err) })
}

// Working reports whether something long, as an import, is under way.
func (s *Shell) Working() bool { return s.jobs.Working() }

func filesFound(n int) string {
	return lang.XN("import.found", "{{.Count}} files found", n, map[string]any{"Count": look.Number(n)})
}

// imported says how an import ended: in a line when all went well or another
// screen is in front, document by document otherwise.
func (s *Shell) imported(i library.Import, err error) {
	s.config.Log.Info("import ended", "new", i.New, "known", i.Known, "newer", i.Newer, "failed", i.Failed, "files", i.Done, "of", i.Files, "err", err)
	stopped := err != nil && data.FaultOf(err).Code == data.FaultStopped
	if err != nil && !stopped {
		s.fail(err)
	}
	if i.ID == 0 {
		return
	}
	if i.Watched {
		s.cameIn(i, err)
		return
	}
	words := importWords(i)
	if i.New > 0 && s.front == screen(s.shelf) {
		s.shelf.ToTop()
	}
	report := func() { s.showImport(i) }
	switch {
	case err != nil && !stopped:
	case (i.Failed > 0 || stopped) && s.front == screen(s.shelf):
		report()
	case i.Failed > 0 || stopped:
		s.notice.show(words, true, lang.L("Show"), report)
	case i.New+i.Newer > 0 && i.Step != 0:
		s.sayStep(words, i.Step)
	default:
		s.tell(words)
	}
}

// importWords says in a line what an import brought.
func importWords(i library.Import) string {
	fresh := i.New + i.Newer
	return lang.XN("import.new", "{{.Count}} reports brought in", fresh, map[string]any{"Count": fresh}) + besides(i)
}

// besides says in how far an import brought more, or less, than new reports.
func besides(i library.Import) (words string) {
	count := func(n int) map[string]any { return map[string]any{"Count": n} }
	if i.Newer > 0 {
		words += ", " + lang.XN("import.newer", "{{.Count}} of them newer versions", i.Newer, count(i.Newer))
	}
	if i.Known > 0 {
		words += ", " + lang.XN("import.known", "{{.Count}} already there", i.Known, count(i.Known))
	}
	if i.Failed > 0 {
		words += ", " + lang.XN("import.failed", "{{.Count}} could not be read", i.Failed, count(i.Failed))
	}
	return words
}

// bringSamples brings in the sample reports.
func (s *Shell) bringSamples() { s.BringSamples(nil) }

// BringSamples brings in the sample reports; ready, if not nil, is told when
// they are in the library.
func (s *Shell) BringSamples(ready func()) {
	fresh, step := 0, int64(0)
	s.jobs.Start(lang.L("Bringing in the sample reports"), func(ctx context.Context, _ *task.Progress) (err error) {
		step, err = s.asOne(ctx, func() (err error) {
			fresh, err = s.config.Desk.AddSamples(ctx, s.config.Samples)
			return err
		}, func() (err error) {
			if s.config.Brief != nil {
				_, err = s.config.Desk.AddSampleBrief(ctx, s.config.Samples, s.config.Brief, lang.X("paper.lang", "en"))
			}
			return err
		})
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		words := lang.XN("import.new", "{{.Count}} reports brought in", fresh, map[string]any{"Count": fresh})
		if fresh > 0 {
			if s.front == screen(s.shelf) {
				s.shelf.ToTop()
			}
		}
		if step > 0 {
			s.sayStep(words, step)
		} else {
			s.tell(words)
		}
		if ready != nil {
			ready()
		}
	})
}

// asOne makes changes as one that is undone at once, and says which that is: the
// last step of the journal, 0 where nothing was changed.
func (s *Shell) asOne(ctx context.Context, all ...func() error) (step int64, err error) {
	lib := s.config.Desk.Library()
	for _, do := range all {
		before := lib.LastStep()
		if err = do(); err != nil {
			return step, err
		}
		last := lib.LastStep()
		if last == before {
			continue
		}
		if step != 0 {
			if err = lib.JoinSteps(ctx, step, last); err != nil {
				return step, err
			}
		}
		step = last
	}
	return step, nil
}

// removeSamples takes the sample reports out again, and the brief on them.
func (s *Shell) removeSamples() {
	step := int64(0)
	task.Change(s.changes, func(ctx context.Context) (n int, err error) {
		step, err = s.asOne(ctx, func() error {
			if s.config.Brief == nil {
				return nil
			}
			return s.config.Desk.RemoveSampleBrief(ctx, s.config.Brief)
		}, func() (err error) {
			n, err = s.config.Desk.RemoveSamples(ctx)
			return err
		})
		return n, err
	}, func(n int, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case n == 0:
			s.tell(lang.L("There are no sample reports in this library."))
		default:
			s.sayStep(lang.XN("samples.removed", "{{.Count}} sample reports removed", n, map[string]any{"Count": n}), step)
		}
	})
}

// isFolder asks the system, off screen paths included.
func isFolder(path string) bool {
	can, err := storage.CanList(storage.NewFileURI(path))
	return err == nil && can
}

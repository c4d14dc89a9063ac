package shell

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/library"
)

// sighting is what was seen of a watched folder.
type sighting struct {
	folder string
	files  []string // new or changed; none where the folder itself has gone
}

// Watch brings in what comes into the watched folders, until the window closes.
func (s *Shell) Watch() {
	relay := task.NewRelay(func(all []sighting) {
		for _, one := range all {
			s.sighted(one)
		}
	})
	task.Load(task.NewSlot(s.ctx), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.config.Desk.Watch(ctx, desk.Watching{
			Settled: func(folder string, files []string) { relay.Send(sighting{folder, files}) },
			Gone:    func(folder string) { relay.Send(sighting{folder: folder}) },
		})
	}, func(_ struct{}, err error) { s.fail(err) })
}

// sighted brings in what was seen, or says what is not there.
func (s *Shell) sighted(one sighting) {
	if s.closing {
		return
	}
	name := map[string]any{"Folder": filepath.Base(one.folder)}
	if len(one.files) == 0 {
		s.notice.show(lang.X("watch.gone", "The watched folder “{{.Folder}}” is not there, or may not be read. It is watched again once that is over.", name),
			true, lang.L("Watched folders…"), s.showFolders)
		return
	}
	s.importJob(lang.X("watch.job", "Bringing in what came into “{{.Folder}}”", name),
		desk.Order{Paths: one.files, Watched: one.folder}, s.config.Desk.Import)
}

// cameIn says quietly what a watched folder brought; what was there already is
// not worth a word.
func (s *Shell) cameIn(i library.Import, err error) {
	if err != nil && data.FaultOf(err).Code != data.FaultStopped || len(i.Roots) == 0 {
		return // said already
	}
	fresh, name := i.New+i.Newer, filepath.Base(i.Roots[0])
	words := lang.XN("watch.came", "{{.Count}} reports came in from {{.Folder}}", fresh,
		map[string]any{"Count": fresh, "Folder": name}) + besides(i)
	switch {
	case fresh > 0 && i.Step != 0:
		s.sayStep(words, i.Step)
	case i.Failed > 0 || err != nil:
		if fresh == 0 {
			words = lang.XN("watch.failed", "{{.Count}} documents in {{.Folder}} could not be read", i.Failed,
				map[string]any{"Count": i.Failed, "Folder": name})
		}
		s.notice.show(words, false, lang.L("Show"), func() { s.showImport(i) })
	}
}

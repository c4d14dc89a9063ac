package shell

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data/library"
)

// showFolders opens the list of watched folders, each of which can be let go.
func (s *Shell) showFolders() {
	lib := s.config.Desk.Library()
	task.Load(s.opener, lib.Watched, func(all []library.WatchedFolder, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		body := ui.Column(10, 520, ui.NewLine(ui.Heading, lang.L("Watched folders")),
			ui.NewParagraph(lang.L("While Lectern is open, new and changed files in these folders are brought in by themselves. Each time can be undone.")))
		if len(all) > 0 {
			list := ui.Column(4, 500)
			for _, f := range all {
				list.Add(s.folderRow(f))
			}
			body.Add(s.roomy(540, min(float32(len(all))*52, 300), ui.WithoutShadow(container.NewVScroll(list))))
		} else {
			body.Add(container.NewCenter(ui.NewLine(ui.Quiet, lang.L("No folder is watched yet."))))
		}
		body.Add(container.NewHBox(layout.NewSpacer(),
			ui.NewButton(ui.Bare, lang.L("Close"), lang.L("Esc"), func() { s.closePopup() }),
			ui.NewButton(ui.Strong, lang.L("Add a folder…"), "", s.addFolder)))
		s.openPopup(body, nil)
	})
}

// folderRow shows a watched folder by its name, since when and where it lies, and a way to let it go.
func (s *Shell) folderRow(f library.WatchedFolder) fyne.CanvasObject {
	state := lang.X("folder.since", "since {{.Day}}", map[string]any{"Day": look.Day(f.Since.Local())})
	tone := ui.Quiet
	if !isFolder(f.Path) {
		state, tone = lang.L("not there now; it is watched again when it comes back"), ui.Alert
	}
	return container.NewBorder(nil, nil, nil,
		container.NewCenter(ui.NewButton(ui.Bare, lang.L("Stop watching"), "", func() {
			s.changeFolders(func(ctx context.Context) error {
				return s.config.Desk.Library().Unwatch(ctx, f.Path)
			}, lang.L("Folder no longer watched"))
		})),
		ui.Inset(5, 5, 0, 8, ui.Column(3, 100, ui.NewShortLine(ui.Plain, filepath.Base(f.Path)),
			ui.NewShortLine(tone, filepath.Dir(f.Path)+"  ·  "+state))))
}

// addFolder lets a person choose a folder to be watched.
func (s *Shell) addFolder() {
	s.showDialog(dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			s.fail(err)
		}
		if err == nil && folder != nil {
			s.WatchFolder(folder.Path())
		}
	}, s.window))
}

// WatchFolder has a folder watched from now on.
func (s *Shell) WatchFolder(path string) {
	s.changeFolders(func(ctx context.Context) error {
		return s.config.Desk.Library().Watch(ctx, path)
	}, lang.L("Folder watched: new files in it are brought in by themselves"))
}

func (s *Shell) changeFolders(change func(context.Context) error, said string) {
	s.closePopup()
	task.Change(s.changes, func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx) },
		func(_ struct{}, err error) {
			if err != nil {
				s.fail(err)
				return
			}
			s.say(said)
		})
}

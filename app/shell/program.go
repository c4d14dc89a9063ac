package shell

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data/library"
)

// Program is what goes on around one library: it closes it and opens others. Each
// takes the window over from the shell, unless it fails at once.
type Program interface {
	// Open shows another library in place of this one, making it where there is
	// no file.
	Open(path string)
	// Again closes this library and opens it anew, as when it can be written to now.
	Again()
	// Restore puts a backup in place of this library.
	Restore(backup string)
	// Move brings this library to another place.
	Move(to string)
	// Speak shows everything anew in a language; "" is that of the system.
	Speak(code string)
	// Recent are the libraries opened before, the latest first.
	Recent() []string
}

// another does what takes the window over, unless something is under way that
// would be cut off.
func (s *Shell) another(do func()) {
	switch {
	case s.config.Program == nil:
		s.tell(lang.L("Not while the tour is taken."))
	case s.jobs.Working():
		s.tell(lang.L("Wait until what is under way has ended, or stop it first."))
	case s.presenting != nil:
		s.tell(lang.L("End the presentation first."))
	case s.unkept():
		s.tell(lang.L("Keep or cancel what is in front first."))
	default:
		s.closePopup()
		do()
	}
}

// home is the folder that the library lies in.
func (s *Shell) home() string { return filepath.Dir(s.config.Desk.Library().Path()) }

func (s *Shell) newLibrary() {
	s.another(func() {
		s.askPlace(place{
			heading: lang.L("New library"), confirm: lang.L("Make it and open it"), folder: s.home(), name: lang.L("My library"),
			words: lang.L("A library is one file. The one that is open now is closed and stays as it is."),
			do:    s.config.Program.Open,
		})
	})
}

func (s *Shell) openLibrary() {
	s.another(func() { s.pickLibrary(s.home(), s.config.Program.Open) })
}

// pickLibrary lets a person choose a library's file.
func (s *Shell) pickLibrary(folder string, do func(path string)) {
	pick := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			s.fail(err)
		}
		if err != nil || file == nil {
			return
		}
		path := file.URI().Path()
		file.Close()
		do(path)
	}, s.window)
	pick.SetFilter(storage.NewExtensionFileFilter([]string{library.Ending}))
	if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		pick.SetLocation(at)
	}
	s.showDialog(pick)
}

// showRecent lists the libraries opened before; those that are gone say so.
func (s *Shell) showRecent() {
	s.another(func() {
		list, now := ui.Column(4, 480), s.config.Desk.Library().Path()
		var first fyne.Focusable
		for _, path := range s.config.Program.Recent() {
			if path == now {
				continue
			}
			where, there := filepath.Dir(path), true
			if _, err := os.Stat(path); err != nil {
				where, there = lang.X("recent.gone", "not there now: {{.Folder}}", map[string]any{"Folder": where}), false
			}
			open := ui.NewButton(ui.Outlined, lang.L("Open"), "", func() { s.another(func() { s.config.Program.Open(path) }) })
			open.Enable(there)
			if there && first == nil {
				first = open
			}
			tone := ui.Plain
			if !there {
				tone = ui.Quiet
			}
			list.Add(container.NewBorder(nil, nil, nil, container.NewCenter(open), ui.Inset(5, 5, 0, 8,
				ui.Column(3, 100, ui.NewShortLine(tone, filepath.Base(path)), ui.NewShortLine(ui.Quiet, where)))))
		}
		body := ui.Column(10, 520, ui.NewLine(ui.Heading, lang.L("Recent libraries")))
		if n := len(list.Objects); n > 0 {
			body.Add(s.roomy(540, min(float32(n)*52, 320), ui.WithoutShadow(container.NewVScroll(list))))
		} else {
			body.Add(ui.NewParagraph(lang.L("No other library was opened on this computer yet.")))
		}
		body.Add(container.NewHBox(layout.NewSpacer(), ui.NewButton(ui.Bare, lang.L("Close"), lang.L("Esc"), func() { s.closePopup() }),
			ui.NewButton(ui.Outlined, lang.L("Open library…"), "", s.openLibrary)))
		s.openPopup(body, nil)
		if first != nil {
			s.window.Canvas().Focus(first)
		}
	})
}

const keyBackups = "backup.folder"

// backUp asks where to, and writes a proved copy of the library there.
func (s *Shell) backUp() {
	lib, p := s.config.Desk.Library(), s.config.App.Preferences()
	name := filepath.Base(lib.Path())
	s.askPlace(place{
		heading: lang.L("Back up library"), confirm: lang.L("Back up"),
		words:  lang.L("The whole library is copied into one file, and the copy is opened and read through. You can go on working meanwhile."),
		folder: p.StringWithFallback(keyBackups, s.home()),
		name:   name[:len(name)-len(filepath.Ext(name))] + " " + time.Now().Format(time.DateOnly),
		do: func(path string) {
			p.SetString(keyBackups, filepath.Dir(path))
			s.jobs.Start(lang.L("Backing up the library"), func(ctx context.Context, progress *task.Progress) error {
				return lib.Backup(ctx, path, func(share float64) { progress.SetShare(share, 0) })
			}, func(err error) {
				if err != nil {
					s.fail(err)
					return
				}
				p.SetString(keyBackedUp, time.Now().UTC().Format(time.RFC3339))
				s.tell(lang.X("backup.done", "Backed up as {{.Name}}. The copy was opened, and every text and original in it is whole.",
					map[string]any{"Name": filepath.Base(path)}))
			})
		},
	})
}

// restore lets a person choose a backup, and asks whether it may take the place of
// the library.
func (s *Shell) restore() {
	s.another(func() {
		from := s.config.App.Preferences().StringWithFallback(keyBackups, s.home())
		s.pickLibrary(from, func(path string) {
			if path == s.config.Desk.Library().Path() {
				s.tell(lang.L("This is the library itself. Choose a backup of it."))
				return
			}
			body := ui.Column(12, 480, ui.NewLine(ui.Heading, lang.L("Restore from a backup")),
				ui.NewParagraph(lang.X("restore.ask", "{{.Backup}} takes the place of {{.Library}}. What is in the library now is kept beside it, as a file of its own.",
					map[string]any{"Backup": filepath.Base(path), "Library": filepath.Base(s.config.Desk.Library().Path())})))
			yes := ui.NewButton(ui.Strong, lang.L("Restore"), "", func() { s.another(func() { s.config.Program.Restore(path) }) })
			body.Add(container.NewHBox(layout.NewSpacer(), ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), func() { s.closePopup() }), yes))
			s.openPopup(body, nil)
			s.window.Canvas().Focus(yes)
		})
	})
}

// move asks where the library is to lie from now on.
func (s *Shell) move() {
	s.another(func() {
		name := filepath.Base(s.config.Desk.Library().Path())
		s.askPlace(place{
			heading: lang.L("Move the library"), confirm: lang.L("Move"), folder: s.home(),
			name:  name[:len(name)-len(filepath.Ext(name))],
			words: lang.L("The library's file is brought to another place and opened there. To another disk it is copied first, and the old file goes when the copy is proved."),
			do:    s.config.Program.Move,
		})
	})
}

// TellUpdate tells of a library that was brought up to date, and where it lies as it was.
func (s *Shell) TellUpdate() {
	u := s.config.Desk.Library().Updated()
	if u == nil {
		return
	}
	s.tell(lang.X("update.done", "This library was brought up to date. As it was before, it lies beside it as {{.Name}}.",
		map[string]any{"Name": filepath.Base(u.Backup)}))
}

package start

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"github.com/adrg/xdg"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/welcome"
	"lectern/data/library"
)

// welcome asks what is asked on the first day. path is where the library lies unless
// a person says otherwise, or where the command line says.
func (p *Program) welcome(path string) {
	p.stage(&fyne.Container{})
	settings := look.Load(p.prefs)
	c := welcome.Config{
		Canvas: p.window.Canvas(), Face: p.config.Shell.Faces.Body,
		Speak: func(code string) { look.ChooseLanguage(p.prefs, code) },
		Look:  func() look.Settings { return settings },
		Wear: func(next look.Settings) {
			settings = next
			settings.Save(p.prefs)
			p.wear()
		},
		PickFolder: p.pickFolder, PickLibrary: func(chosen func(string)) { p.pick(chosen) },
		Done: func(a welcome.Answer) { p.answered(path, a) },
	}
	if p.config.Path == "" {
		c.Places = func() []welcome.Place { return places(p.config.Default) }
	}
	w := welcome.New(c)
	p.stage(w.Content())
	p.window.Canvas().SetOnTypedKey(w.TypedKey)
	task.After(150*time.Millisecond, w.Focus)
}

// places are where a library may lie: where the system wants programs to keep their
// data, and among a person's documents.
func places(usual string) []welcome.Place {
	return []welcome.Place{
		{Name: lang.L("Among this computer's program data"), Path: usual},
		{Name: lang.L("In your documents"), Path: filepath.Join(xdg.UserDirs.Documents, "Lectern", filepath.Base(usual))},
	}
}

// answered does what was answered on the first day: from here on it is written.
func (p *Program) answered(path string, a welcome.Answer) {
	if a.Library != "" {
		path = a.Library
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		p.log.Error("no folder for the library", "path", path, "err", err)
	}
	p.window.Canvas().SetOnTypedKey(nil)
	if library.NeedsUpdate(path) {
		p.open(path, func(err error) { p.trouble(path, err) })
		p.welcomed()
		return
	}
	lib, err := p.load(context.Background(), path, nil)
	if err != nil {
		p.trouble(path, err)
		return
	}
	p.welcomed()
	p.settle(lib.Path())
	p.show(lib, func() {
		p.bringFiles()
		if a.Samples {
			p.shell.BringSamples(nil)
		}
	})
}

func (p *Program) pickFolder(chosen func(path string)) {
	ask := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			chosen("")
			return
		}
		chosen(folder.Path())
	}, p.window)
	ask.Show()
	ask.Resize(p.window.Canvas().Size().SubtractWidthHeight(120, 100))
}

// Package start is what goes on around one library: it asks on the first day, opens
// a library, shows it, and changes to another one in the same window.
package start

import (
	"context"
	"log/slog"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"lectern/app/look"
	"lectern/app/shell"
	"lectern/app/task"
	"lectern/data/desk"
	"lectern/data/library"
	"lectern/data/split"
)

// Config is what the program is made of.
type Config struct {
	App      fyne.App
	Shell    shell.Config // for every library: all but Desk, Window and Program
	Splitter split.Splitter
	Reader   desk.Reader // nil reads files in this process
	Who      string      // whose name decisions carry

	Path      string   // the library asked for on the command line; "" leaves it to the person
	Default   string   // where the library lies as long as nobody says otherwise
	Files     []string // to be brought in
	Scripted  bool     // nobody is there to be asked or to see what is remembered
	Unwatched bool     // leaves watched folders alone
}

// Program is the one program that runs. It is used on the UI goroutine only.
type Program struct {
	config Config
	prefs  fyne.Preferences
	log    *slog.Logger
	window fyne.Window // nil until something is shown
	slot   *task.Slot
	stop   func() // of the work that the cover shows

	lib   *library.Library
	shell *shell.Shell
}

// New makes the program; Begin shows it.
func New(c Config) *Program {
	if c.Shell.Log == nil {
		c.Shell.Log = slog.New(slog.DiscardHandler)
	}
	return &Program{config: c, prefs: c.App.Preferences(), log: c.Shell.Log, slot: task.NewSlot(context.Background()), stop: func() {}}
}

// Shell is the main window of the library that is open; nil while none is.
func (p *Program) Shell() *shell.Shell { return p.shell }

// Begin shows the window: the first day's questions, or the library. In a scripted
// run a library that cannot be opened is an error; else the window says it.
func (p *Program) Begin() error {
	path := p.config.Path
	if path == "" {
		path = p.prefs.StringWithFallback(keyLibrary, p.config.Default)
	}
	_, err := os.Stat(path)
	switch missing := os.IsNotExist(err); {
	case p.config.Scripted:
		lib, err := p.load(context.Background(), path, nil)
		if err != nil {
			return err
		}
		p.show(lib, nil)
	case missing && !p.prefs.Bool(keyWelcomed):
		p.welcome(path)
	case missing && p.config.Path == "" && path != p.config.Default:
		p.trouble(path, missingFault(path))
	default:
		p.welcomed()
		p.first(path)
	}
	return nil
}

// Close closes the library. Nothing is shown any more.
func (p *Program) Close() error {
	if p.lib == nil {
		return nil
	}
	return p.lib.Close()
}

// first opens the library that nothing else is shown before.
func (p *Program) first(path string) {
	if library.NeedsUpdate(path) {
		p.open(path, func(err error) { p.trouble(path, err) })
		return
	}
	lib, err := p.load(context.Background(), path, nil)
	if err != nil {
		p.trouble(path, err)
		return
	}
	p.show(lib, p.bringFiles)
}

func (p *Program) load(ctx context.Context, path string, updating func(float64)) (*library.Library, error) {
	return library.Open(ctx, library.Config{Path: path, Who: p.config.Who, Log: p.log, Updating: updating})
}

// bringFiles brings in what was named on the command line, once.
func (p *Program) bringFiles() {
	files := p.config.Files
	p.config.Files = nil
	p.shell.Bring(files)
}

// show shows a library that was opened, in the window that there is; then, if not
// nil, follows when it stands.
func (p *Program) show(lib *library.Library, then func()) {
	p.lib = lib
	c := p.config.Shell
	c.App, c.Window = p.config.App, p.window
	c.Desk = desk.New(desk.Config{Library: lib, Splitter: p.config.Splitter, Reader: p.config.Reader, Log: p.log})
	if !p.config.Scripted {
		c.Program = p
		p.remember(lib.Path())
	}
	p.shell = shell.New(c)
	fresh := p.window == nil
	p.window = p.shell.Window()
	if fresh {
		p.window.Show()
	}
	if !p.config.Scripted {
		p.shell.TellUpdate()
	}
	if !p.config.Scripted && !p.config.Unwatched {
		p.shell.Watch()
	}
	if then != nil {
		then()
	}
}

// stage is the window with something else than a library in it.
func (p *Program) stage(content fyne.CanvasObject) {
	if p.window == nil {
		p.wear()
		p.window = p.config.App.NewWindow("Lectern")
		p.window.SetPadded(false)
		p.window.Resize(shell.LastSize(p.prefs))
		defer p.window.Show()
	}
	p.window.SetTitle("Lectern")
	p.window.SetMainMenu(nil)
	p.window.SetOnDropped(func(fyne.Position, []fyne.URI) {})
	p.window.SetCloseIntercept(p.quit)
	p.window.Canvas().SetOnTypedKey(nil)
	p.window.Canvas().SetOnTypedRune(nil)
	p.window.SetContent(content)
}

// wear puts the look on that a person chose.
func (p *Program) wear() {
	dark := p.config.App.Settings().ThemeVariant() == theme.VariantDark
	p.config.App.Settings().SetTheme(look.NewTheme(look.Load(p.prefs), dark))
}

func (p *Program) quit() {
	p.stop()
	p.config.App.Quit()
}

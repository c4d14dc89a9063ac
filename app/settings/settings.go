// Package settings is the screen on which everything that was asked on the first day,
// and a little more, can be changed. Each takes effect at once.
package settings

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
)

// Config is what can be set, and how.
type Config struct {
	Face  fyne.Resource // the type that reports are read in
	Leave func()

	Language string // the code of the one chosen, "" for that of the system
	Speak    func(code string)
	Look     func() look.Settings
	Wear     func(look.Settings)

	Library         string // its file
	New, Open, Move func()
	Recent          func()
	Resume          func() bool // whether the start goes back to the report left last
	SetResume       func(bool)
	BackUp, Restore func()
	Backups         []string // made beside the library when it was brought up to date, the latest first
	Reset           func()
	Canvas          fyne.Canvas
}

// Settings is the screen. It is used on the UI goroutine only.
type Settings struct {
	c     Config
	root  fyne.CanvasObject
	looks *ui.Looks
	first fyne.Focusable
}

// New makes the screen.
func New(c Config) *Settings {
	s := &Settings{c: c}
	head := container.NewBorder(nil, nil, container.NewHBox(
		ui.NewButton(ui.Bare, "‹  "+lang.L("Back"), lang.L("Esc"), c.Leave)), nil,
		ui.Inset(0, 0, 12, 0, ui.NewShortLine(ui.Title, lang.L("Settings"))))
	all := ui.Column(14, 420, s.language(), s.appearance(), s.library(), s.begin(), s.backups(), s.reset())
	page := ui.NewSpecimen(c.Face)
	page.AtTop = true
	left := container.NewBorder(ui.Inset(14, 10, 18, 16, head), nil, nil, nil, ui.Following(ui.Inset(4, 28, 28, 28, all), s.key))
	s.root = container.NewStack(ui.NewGround(ui.Paper), container.New(&halves{}, left, page))
	return s
}

// key leaves with Esc from wherever the keyboard is.
func (s *Settings) key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		s.c.Leave()
	}
	return ev.Name == fyne.KeyEscape
}

// Content is the screen.
func (s *Settings) Content() fyne.CanvasObject { return s.root }

// Focus gives the keyboard to the first thing that can be set.
func (s *Settings) Focus() {
	if s.first != nil {
		s.c.Canvas.Focus(s.first)
	}
}

// Restyle shows a look that was taken on elsewhere, as by a key.
func (s *Settings) Restyle() { s.looks.Mark() }

// group is one part of the settings, on a sheet of its own.
func group(heading string, things ...fyne.CanvasObject) fyne.CanvasObject {
	body := ui.Column(9, 380, append([]fyne.CanvasObject{ui.NewLine(ui.Heading, heading)}, things...)...)
	return container.NewStack(ui.NewCard(ui.Sheet, ui.Rule, 10), ui.Inset(16, 18, 20, 20, body))
}

func flow(things ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(ui.Flowing(8), things...)
}

func (s *Settings) language() fyne.CanvasObject {
	pills := container.New(ui.Flowing(6))
	add := func(code, name string) {
		pill := ui.NewToggle(data.NoLane, "", name, func() {
			if code != s.c.Language {
				s.c.Speak(code)
			}
		})
		pill.Set(code == s.c.Language, name)
		if s.first == nil || code == s.c.Language {
			s.first = pill
		}
		pills.Add(pill)
	}
	add("", lang.L("Follow the system"))
	for _, l := range look.Languages() {
		add(l.Code, l.Name)
	}
	return group(lang.L("Language"), pills)
}

func (s *Settings) appearance() fyne.CanvasObject {
	s.looks = ui.NewLooks(s.c.Look, s.c.Wear)
	return group(lang.L("Appearance"),
		ui.NewLine(ui.Section, lang.L("Colours")), s.looks.Modes, ui.Space(2),
		ui.NewLine(ui.Section, lang.L("Type size")), s.looks.Sizes, ui.Space(2),
		ui.NewLine(ui.Section, lang.L("Longest line of the original")), s.looks.Widths)
}

func (s *Settings) library() fyne.CanvasObject {
	return group(lang.L("Library"),
		ui.Column(3, 300, ui.NewShortLine(ui.Plain, filepath.Base(s.c.Library)), ui.NewShortLine(ui.Quiet, filepath.Dir(s.c.Library))),
		flow(ui.NewButton(ui.Outlined, lang.L("Open another…"), "", s.c.Open), ui.NewButton(ui.Outlined, lang.L("Recent…"), "", s.c.Recent),
			ui.NewButton(ui.Outlined, lang.L("New…"), "", s.c.New), ui.NewButton(ui.Outlined, lang.L("Move…"), "", s.c.Move)))
}

func (s *Settings) begin() fyne.CanvasObject {
	pills := container.New(ui.Flowing(6))
	var marks []func()
	add := func(words string, resume bool) {
		pill := ui.NewToggle(data.NoLane, "", words, func() {
			s.c.SetResume(resume)
			for _, mark := range marks {
				mark()
			}
		})
		marks = append(marks, func() { pill.Set(s.c.Resume() == resume, words) })
		pills.Add(pill)
	}
	add(lang.L("Go on with the report I left"), true)
	add(lang.L("Show the library"), false)
	for _, mark := range marks {
		mark()
	}
	return group(lang.L("At the start"), pills)
}

func (s *Settings) backups() fyne.CanvasObject {
	things := []fyne.CanvasObject{
		ui.NewParagraph(lang.L("A backup is one file, and a library like any other. Each is opened and read through when it is made. Before a newer Lectern brings a library up to date, it makes one beside it and keeps the latest three.")),
	}
	for _, path := range s.c.Backups {
		things = append(things, ui.NewShortLine(ui.Quiet, filepath.Base(path)))
	}
	return group(lang.L("Backups"), append(things,
		flow(ui.NewButton(ui.Outlined, lang.L("Back up…"), "", s.c.BackUp), ui.NewButton(ui.Outlined, lang.L("Restore…"), "", s.c.Restore)))...)
}

func (s *Settings) reset() fyne.CanvasObject {
	return container.NewHBox(ui.NewButton(ui.Bare, lang.L("Reset language, look and start to the defaults"), "", s.c.Reset))
}

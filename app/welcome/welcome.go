// Package welcome is what Lectern asks on the first day: the language, the look, and
// where the library lies. Each can be skipped, and none is asked again.
package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/look"
	"lectern/app/ui"
)

// Config is what the first day's questions are about.
type Config struct {
	Canvas fyne.Canvas
	Face   fyne.Resource // the type that reports are read in

	Speak func(code string)
	Look  func() look.Settings
	Wear  func(look.Settings)

	Places func() []Place // where the library could lie, the usual one first; nil where that is settled
	// PickFolder and PickLibrary let a person choose one, and tell "" when none was.
	PickFolder  func(chosen func(path string))
	PickLibrary func(chosen func(path string))

	Done func(Answer)
}

// Place is a file that the library could be.
type Place struct{ Name, Path string }

// Answer is what a person said.
type Answer struct {
	Library string // "" where that was settled
	Samples bool   // whether to begin with the sample reports
}

// Welcome is the screen with the questions. It is used on the UI goroutine only.
type Welcome struct {
	c         Config
	root      *fyne.Container
	step      int
	place     int    // the one chosen
	elsewhere string // the library in a folder of a person's choice, or one that is there already
	there     bool   // whether it is there already
	empty     bool   // whether to begin without the samples
	first     fyne.Focusable
}

const steps = 3

// New makes the screen with the first question on it.
func New(c Config) *Welcome {
	w := &Welcome{c: c, root: container.NewStack()}
	w.show()
	return w
}

// Content is the screen.
func (w *Welcome) Content() fyne.CanvasObject { return w.root }

// Focus gives the keyboard to what is asked.
func (w *Welcome) Focus() {
	if w.first != nil {
		w.c.Canvas.Focus(w.first)
	}
}

// Step is the number of the question, from 0.
func (w *Welcome) Step() int { return w.step }

// TypedKey gets the keys that nothing has the focus for.
func (w *Welcome) TypedKey(ev *fyne.KeyEvent) {
	if w.c.Canvas.Overlays().Top() != nil { // a file is being chosen
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight, fyne.KeyPageDown:
		w.next()
	case fyne.KeyEscape, fyne.KeyLeft, fyne.KeyPageUp, fyne.KeyBackspace:
		w.back()
	}
}

// key goes back with Esc, too, while the keyboard is on a button.
func (w *Welcome) key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		w.back()
	}
	return ev.Name == fyne.KeyEscape
}

// next goes on to the next question, or ends.
func (w *Welcome) next() {
	if w.step == steps-1 {
		w.c.Done(w.answer())
		return
	}
	w.turn(w.step + 1)
}

func (w *Welcome) back() {
	if w.step > 0 {
		w.turn(w.step - 1)
	}
}

func (w *Welcome) turn(step int) {
	w.step = step
	w.show()
	w.Focus()
}

// all are the places, in the words of now.
func (w *Welcome) all() []Place {
	if w.c.Places == nil {
		return nil
	}
	return w.c.Places()
}

// answer is what would be done now. Skipping takes it as it stands.
func (w *Welcome) answer() Answer {
	a := Answer{Samples: !w.empty && !w.there}
	if len(w.all()) == 0 {
		return a
	}
	a.Library = w.elsewhere
	if w.place < len(w.all()) {
		a.Library = w.all()[w.place].Path
	}
	return a
}

// show makes the screen anew, in the language that is spoken now.
func (w *Welcome) show() {
	w.first = nil
	question := []func() fyne.CanvasObject{w.language, w.look, w.home}[w.step]()
	back := ui.NewButton(ui.Bare, lang.X("welcome.back", "Back"), lang.L("Esc"), w.back)
	if w.step == 0 {
		back.Hide()
	}
	words := lang.X("welcome.next", "Next")
	if w.step == steps-1 {
		words = lang.L("Open the library")
	}
	foot := container.NewHBox(container.NewCenter(ui.Dots(w.step, steps)), layout.NewSpacer(), back,
		ui.NewButton(ui.Strong, words, lang.L("Enter"), w.next))
	skip := container.NewHBox(ui.NewButton(ui.Bare, lang.L("Skip, use defaults"), "", func() { w.c.Done(w.answer()) }))
	left := container.NewBorder(nil, ui.Column(10, 300, ui.Inset(12, 0, 2, 14, foot), ui.Inset(0, 0, -7, 0, skip)), nil, nil,
		ui.Following(container.New(&middle{}, question), w.key))
	w.root.Objects = []fyne.CanvasObject{ui.NewGround(ui.Paper),
		container.New(&halves{}, ui.Inset(44, 28, 56, 48, left), ui.NewGround(ui.Raised), ui.NewSpecimen(w.c.Face))}
	w.root.Refresh()
}

// asked stands a question over its answers.
func asked(heading, teaches string, answers ...fyne.CanvasObject) fyne.CanvasObject {
	all := ui.Column(8, 300, ui.NewTitle(heading), ui.NewParagraph(teaches), ui.Space(8))
	for _, a := range answers {
		all.Add(a)
	}
	return ui.Inset(8, 16, 2, 14, all)
}

func (w *Welcome) language() fyne.CanvasObject {
	at, all := 0, [][2]string(nil)
	for i, l := range look.Languages() {
		if l.Code == look.Spoken() {
			at = i
		}
		all = append(all, [2]string{l.Name, ""})
	}
	choices := ui.NewChoices(at, func(i int) {
		code := look.Languages()[i].Code
		if code != look.Spoken() {
			w.c.Speak(code)
			w.show()
			w.Focus()
		}
	}, w.TypedKey, all...)
	w.first = choices[at]
	return asked(lang.L("Welcome to Lectern"),
		lang.L("A reading room for reports. It lays each one out by voice, and never goes online. In which language shall it speak?"), objects(choices)...)
}

func (w *Welcome) look() fyne.CanvasObject {
	looks := ui.NewLooks(w.c.Look, w.c.Wear)
	at, all := 0, [][2]string(nil)
	for i, m := range look.Modes() {
		if m == w.c.Look().Mode {
			at = i
		}
		all = append(all, [2]string{look.ModeName(m), ""})
	}
	modes := ui.NewChoices(at, func(i int) {
		next := w.c.Look()
		next.Mode = look.Modes()[i]
		w.c.Wear(next)
	}, w.TypedKey, all...)
	w.first = modes[at]
	answers := []fyne.CanvasObject{ui.NewLine(ui.Section, lang.L("Type size")), looks.Sizes, ui.Space(6), ui.NewLine(ui.Section, lang.L("Colours"))}
	return asked(lang.L("How shall it look?"), lang.L("The page beside this shows it at once. Lanes always carry a letter and a name, too, never a colour alone."),
		append(answers, objects(modes)...)...)
}

func objects(choices []*ui.Choice) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(choices))
	for i, c := range choices {
		out[i] = c
	}
	return out
}

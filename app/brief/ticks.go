package brief

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
	"lectern/data"
)

// ticks list what may be shown with a statement, each with the reason why it
// belongs. Leaving the first caveat out asks once whether that is meant.
type ticks struct {
	all     []companion
	boxes   []*ui.Tick
	asked   bool // it was asked, and meant
	asking  int  // which caveat it is about, -1 for none
	content *fyne.Container

	onChange func()                       // others are on
	onShape  func()                       // the list takes more or less room
	onFocus  func(fyne.Focusable)         // gives the keyboard
	onKey    func(ev *fyne.KeyEvent) bool // keys before a box uses them; may be nil
}

func newTicks() *ticks {
	t := &ticks{asking: -1, content: ui.Column(2, 200)}
	t.onChange, t.onShape, t.onFocus = func() {}, func() {}, func(fyne.Focusable) {}
	return t
}

// set lists others; whoever has already left a caveat out is not asked again.
func (t *ticks) set(all []companion) {
	t.all, t.asking, t.asked = all, -1, false
	t.boxes = make([]*ui.Tick, len(all))
	for i, c := range all {
		if c.quote.Lane == data.Caveat && !c.on {
			t.asked = true
		}
		t.boxes[i] = ui.NewTick(c.quote.Lane, c.quote.Words, why(c), c.on, func() { t.turn(i) })
		t.boxes[i].OnKey(func(ev *fyne.KeyEvent) bool { return t.key(i, ev) })
	}
	t.fill()
}

// lists reports whether these are listed already, each as it is.
func (t *ticks) lists(all []companion) bool {
	return slices.EqualFunc(t.all, all, func(a, b companion) bool {
		return same(a.quote, b.quote) && a.on == b.on && a.quote.Lane == b.quote.Lane && a.quote.Speaker == b.quote.Speaker
	})
}

func why(c companion) string {
	return joined(c.quote.Speaker, tieNames(c.ties))
}

// key walks the list by arrows.
func (t *ticks) key(i int, ev *fyne.KeyEvent) bool {
	to := i
	switch ev.Name {
	case fyne.KeyDown:
		to = i + 1
	case fyne.KeyUp:
		to = i - 1
	default:
		return t.onKey != nil && t.onKey(ev)
	}
	if to >= 0 && to < len(t.boxes) {
		t.onFocus(t.boxes[to])
	}
	return true
}

// fill puts boxes, headings and the question into the list.
func (t *ticks) fill() {
	t.content.Objects = nil
	lane := data.NoLane
	for i, c := range t.all {
		if of := c.quote.Lane; of != lane && (of == data.Reaction || lane == data.NoLane) {
			lane = of
			heading := lang.L("Caveats that belong to it")
			if of == data.Reaction {
				heading = lang.L("Reactions to it")
			}
			t.content.Add(ui.Inset(6, 2, 0, 0, ui.NewShortLine(ui.Section, heading)))
		}
		t.content.Add(t.boxes[i])
		if t.asking == i {
			t.content.Add(t.question(i))
		}
	}
	t.content.Refresh()
	t.onShape()
}

// question asks whether a caveat is meant to be left out.
func (t *ticks) question(i int) fyne.CanvasObject {
	out := ui.NewButton(ui.Outlined, lang.L("Leave it out"), lang.L("Enter"), func() { t.answer(i, true) })
	stay := ui.NewButton(ui.Bare, lang.L("Keep it"), lang.L("Esc"), func() { t.answer(i, false) })
	for _, b := range []*ui.Button{out, stay} {
		b.OnKey(func(ev *fyne.KeyEvent) bool {
			if ev.Name == fyne.KeyEscape {
				t.answer(i, false)
				return true
			}
			return false
		})
	}
	words := ui.NewLine(ui.Plain, lang.L("Leave the caveat out?"))
	words.Least = 120
	after := ui.NewShortLine(ui.Quiet, lang.L("The step will say that one was left out."))
	card := container.NewStack(ui.NewCard(ui.Hint, ui.HintEdge, 6), ui.Inset(7, 7, 10, 8,
		ui.Column(4, 180, words, after, container.NewHBox(out, stay))))
	t.onFocus(out)
	return card
}

func (t *ticks) turn(i int) {
	c := &t.all[i]
	if c.on && c.quote.Lane == data.Caveat && !t.asked {
		t.asking = i
		t.fill()
		return
	}
	c.on = !c.on
	t.boxes[i].Set(c.on, why(*c))
	if t.asking >= 0 {
		t.asking = -1
		t.fill()
	}
	t.onChange()
}

func (t *ticks) answer(i int, out bool) {
	t.asking = -1
	if out {
		t.asked = true
		t.all[i].on = false
		t.boxes[i].Set(false, why(t.all[i]))
	}
	t.fill()
	t.onFocus(t.boxes[i])
	if out {
		t.onChange()
	}
}

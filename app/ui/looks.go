package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lectern/app/look"
	"lectern/data"
)

// Looks is what a person chooses a look with: pills for the colours and for the
// longest line, and two buttons for the size of type.
type Looks struct {
	Modes, Sizes, Widths fyne.CanvasObject

	get   func() look.Settings
	wear  func(look.Settings)
	marks []func()
}

// NewLooks makes the controls; wear takes a look on, get tells what is worn.
func NewLooks(get func() look.Settings, wear func(look.Settings)) *Looks {
	l := &Looks{get: get, wear: wear}
	modes, widths := container.New(Flowing(6)), container.New(Flowing(6))
	for _, m := range look.Modes() {
		modes.Add(l.pill(look.ModeName(m), func(s look.Settings) bool { return s.Mode == m }, func(s *look.Settings) { s.Mode = m }))
	}
	for _, m := range look.Measures() {
		widths.Add(l.pill(look.MeasureName(m), func(s look.Settings) bool { return s.Measure == m }, func(s *look.Settings) { s.Measure = m }))
	}
	size := NewLine(Plain, "")
	l.marks = append(l.marks, func() { size.Set(Plain, look.Percent(get().Scale)) })
	step := func(words string, next func(look.Settings) look.Settings) fyne.CanvasObject {
		return NewButton(Outlined, words, "", func() { l.put(next(get())) })
	}
	l.Modes, l.Widths = modes, widths
	l.Sizes = container.NewHBox(step("A−", look.Settings.Smaller), step("A+", look.Settings.Larger), container.NewCenter(size))
	l.Mark()
	return l
}

func (l *Looks) pill(words string, on func(look.Settings) bool, set func(*look.Settings)) fyne.CanvasObject {
	t := NewToggle(data.NoLane, "", words, func() {
		next := l.get()
		set(&next)
		l.put(next)
	})
	l.marks = append(l.marks, func() { t.Set(on(l.get()), words) })
	return t
}

func (l *Looks) put(next look.Settings) {
	l.wear(next)
	l.Mark()
}

// Mark shows what is worn, as after it was changed elsewhere.
func (l *Looks) Mark() {
	for _, mark := range l.marks {
		mark()
	}
}

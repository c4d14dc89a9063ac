package stage

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data/brief"
)

// keyState is what keys typed before mean for the next one.
type keyState struct {
	going  bool   // a number is being typed
	number string //
	ending bool   // the next Escape ends the presentation
}

// moves are the keys that clickers and keyboards send for a move.
var moves = map[fyne.KeyName]brief.Command{
	fyne.KeyPageDown: brief.Forward, fyne.KeyRight: brief.Forward, fyne.KeyDown: brief.Forward, fyne.KeySpace: brief.Forward,
	fyne.KeyReturn: brief.Forward, fyne.KeyEnter: brief.Forward,
	fyne.KeyPageUp: brief.Back, fyne.KeyLeft: brief.Back, fyne.KeyUp: brief.Back, fyne.KeyBackspace: brief.Back,
	fyne.KeyHome: brief.First, fyne.KeyEnd: brief.Last, fyne.KeyTab: brief.Overview,
}

// typedKey gets every key of the presenter's windows.
func (s *Stage) typedKey(ev *fyne.KeyEvent) {
	switch {
	case s.closed:
		return
	case s.session == nil:
		s.check.typedKey(ev)
		return
	case ev.Name == fyne.KeyEscape:
		s.escape()
		return
	case ev.Name == fyne.KeyF11:
		s.windows.fullScreen()
		return
	case ev.Name == fyne.KeyF1:
		s.listKeys(true)
		return
	case s.drawer.open && s.drawer.typedKey(ev):
		return
	case s.keys.going && s.number(ev.Name):
		return
	case s.session.Looking() && s.over.typedKey(ev):
		return
	}
	s.keys.ending = false
	if c, ok := moves[ev.Name]; ok {
		s.console.listing = false
		s.do(c)
	}
}

// escape leaves the latest special state; where there is none, the second one
// ends the presentation.
func (s *Stage) escape() {
	switch {
	case s.keys.going:
		s.keys.going = false
	case s.console.listing:
		s.console.listing = false
	case s.drawer.open:
		s.drawer.close()
	case s.do(brief.Leave):
	case s.keys.ending:
		s.Close()
		return
	default:
		s.keys.ending = true
		s.say(lang.L("Esc again ends the presentation."))
		task.After(4*time.Second, func() { s.keys.ending = false })
		return
	}
	s.keys.ending = false
	s.render()
}

// letters are the keys that stand for a command. The full stop is the one of
// clickers; on its key a Ukrainian keyboard has ю. It is taken as a character,
// because only a Latin keyboard sends it as a key.
var letters = map[rune]brief.Command{
	'b': brief.Black, '.': brief.Black, 'ю': brief.Black, 'f': brief.Freeze, 'h': brief.Hide, 'o': brief.Original, 'z': brief.Zoom, 's': brief.Spotlight,
}

// typedRune gets every character of the presenter's windows.
func (s *Stage) typedRune(r rune) {
	if s.closed || s.session == nil {
		if s.session == nil && !s.closed {
			s.check.typedRune(r)
		}
		return
	}
	if s.keys.going && r >= '0' && r <= '9' {
		s.keys.number = (s.keys.number + string(r))[:min(len(s.keys.number)+1, 4)]
		s.console.time()
		return
	}
	s.keys.ending = false
	letter := ui.Letter(r)
	if c, ok := letters[letter]; ok {
		s.do(c)
		return
	}
	switch letter {
	case 'g':
		s.keys.going, s.keys.number = true, ""
		s.console.time()
	case 'n':
		s.whole(s.session.At().Step + 1)
	case 'p':
		at := s.session.At()
		if at.View == 0 {
			at.Step--
		}
		s.whole(at.Step)
	case 't':
		s.windows.swap()
		s.render()
	case 'w':
		s.apart()
	case 'q', '/':
		s.drawer.show()
	case '?':
		s.listKeys(!s.console.listing)
	case '+', '=':
		s.resize(1.1)
	case '-':
		s.resize(1 / 1.1)
	case 'j':
		s.scrollNotes(1)
	case 'k':
		s.scrollNotes(-1)
	}
}

// whole goes to the beginning of a step, past the views of the one shown.
func (s *Stage) whole(step int) {
	s.session.GoTo(step)
	s.render()
}

// number gets the keys that end a number.
func (s *Stage) number(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.keys.going = false
		if n, err := strconv.Atoi(s.keys.number); err != nil || !s.session.GoTo(n-1) {
			s.say(lang.L("There is no such step."))
		}
		s.render()
	case fyne.KeyBackspace:
		s.keys.number = s.keys.number[:max(0, len(s.keys.number)-1)]
		s.console.time()
	default: // digits come as characters besides
		if _, move := moves[key]; move {
			s.keys.going = false
			s.console.time()
		}
		return false
	}
	return true
}

// apart opens a window for the room that can be dragged to where it belongs, or
// closes it.
func (s *Stage) apart() {
	if s.windows.apart() {
		s.windows.join()
	} else {
		s.windows.part(true)
		s.say(lang.L("Drag the room's window to the projector and press F11 there."))
	}
	s.render()
}

func (s *Stage) listKeys(on bool) {
	s.console.listing = on
	s.render()
}

// scrollNotes moves the notes by most of what is seen of them.
func (s *Stage) scrollNotes(way float32) {
	c := s.console.scroll
	to := c.Offset.Y + way*c.Size().Height*0.7
	c.ScrollToOffset(fyne.NewPos(0, max(0, min(to, c.Content.MinSize().Height-c.Size().Height))))
}

// KeyLines are the keys of a presentation, and what each does.
func KeyLines() [][2]string {
	return [][2]string{
		{lang.L("Space  PgDn  Right  Down"), lang.L("on")},
		{lang.L("Backspace  PgUp  Left  Up"), lang.L("back")},
		{"N  P", lang.L("the next step, past all views of this one; its beginning, then the step before")},
		{lang.L("Home  End"), lang.L("first and last step")},
		{lang.L("G  number  Enter"), lang.L("go to a step")},
		{lang.L("Tab"), lang.L("all steps")},
		{"B  .", lang.L("black")},
		{"H", lang.L("hide: the title alone")},
		{"F", lang.L("freeze: the room keeps what it sees")},
		{"O", lang.L("the original at that spot, and back")},
		{"Z", lang.L("zoom: the quotation alone")},
		{"S", lang.L("spotlight on the quotation")},
		{"Q  /", lang.L("look something up and show it")},
		{"T", lang.L("swap the displays, or turn between room and console")},
		{"W", lang.L("a window for the room, to be dragged to the projector")},
		{"F11", lang.L("fill the display with the room's window")},
		{"+  -", lang.L("larger or smaller type for the room")},
		{"J  K", lang.L("scroll the notes")},
		{lang.L("Esc"), lang.L("leave the latest of these; twice at the end")},
	}
}

func keyList() fyne.CanvasObject {
	rows := []fyne.CanvasObject{ui.NewLine(ui.Title, lang.L("Keys while presenting")), ui.Space(10)}
	for _, l := range KeyLines() {
		rows = append(rows, container.New(&pair{220}, ui.NewLine(ui.Section, l[0]), ui.NewShortLine(ui.Plain, l[1])))
	}
	return container.NewVScroll(ui.Inset(28, 20, 36, 24, ui.Column(7, 500, rows...)))
}

// pair sets two things side by side, the first one wide.
type pair struct{ first float32 }

// MinSize is for Fyne.
func (p *pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Worn().Wide(p.first)+40, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout is for Fyne.
func (p *pair) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := ui.Worn().Wide(p.first)
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(max(0, size.Width-w), size.Height))
}

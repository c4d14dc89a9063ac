package stage

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui/scene"
	"lectern/data"
)

// Displays is what a stage must know of displays, and asks of them.
type Displays interface {
	Second() bool       // whether there is more than one
	Fill(w fyne.Window) // makes a window fill one that is not the main one
	Awake(on bool)      // keeps all of them from going dark
}

// system are the displays of this computer. Their names are never asked: many
// have the same.
type system struct{}

// Second is for the stage.
func (system) Second() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.HasSecondaryDisplay()
}

// Fill is for the stage.
func (system) Fill(w fyne.Window) {
	if d, ok := w.(desktop.Window); ok {
		d.RequestFullScreenSecondary()
		return
	}
	w.SetFullScreen(true)
}

// Awake is for the stage.
func (system) Awake(on bool) { fyne.CurrentApp().Driver().SetDisableScreenBlanking(on) }

// windows are the presenter's window and, where there is a second display or the
// presenter asks for one, another that the room sees. Swapping them swaps what
// they show: nobody has to know which display is which.
type windows struct {
	stage   *Stage
	main    fyne.Window
	other   fyne.Window // nil while console and audience take turns in main
	room    *scene.View // what the room sees, in whichever window
	body    *fyne.Container
	second  bool // whether there was a second display when last looked
	byHand  bool // the other window was asked for, not made for a display
	swapped bool // the room sees main
	front   bool // with one window: the room's view is in front
}

// open opens the presenter's window.
func (w *windows) open(s *Stage) {
	w.stage, w.room = s, s.plans.View()
	w.room.OnSize = func(fyne.Size) { // not while Fyne is laying out
		task.After(20*time.Millisecond, s.render)
	}
	w.main = s.config.App.NewWindow(lang.L("Presenter's console") + " – Lectern")
	w.main.SetPadded(false)
	w.body = container.NewStack(s.check.root)
	w.main.SetContent(w.body)
	w.main.SetCloseIntercept(s.Close)
	w.listen(w.main)
	w.main.Resize(fyne.NewSize(1180, 760))
	w.main.Show()
}

// listen takes the keys of a window in which nothing has the focus.
func (w *windows) listen(window fyne.Window) {
	c := window.Canvas()
	c.SetOnTypedKey(w.stage.typedKey)
	c.SetOnTypedRune(w.stage.typedRune)
	if d, ok := c.(desktop.Canvas); ok { // Fyne keeps Tab for moving the focus
		d.SetOnKeyDown(func(ev *fyne.KeyEvent) {
			if ev.Name == fyne.KeyTab {
				w.stage.typedKey(ev)
			}
		})
	}
}

// live brings the room's view up: on another display where there is one, else in
// the one window.
func (w *windows) live() {
	w.main.Canvas().Unfocus()
	w.second = w.stage.config.Displays.Second()
	if w.stage.practice {
		w.part(true)
		w.stage.say(lang.L("Rehearsal: the room's view is the other window. Nothing goes into the minutes."))
		return
	}
	if w.second {
		w.part(false)
		w.stage.say(lang.L("Wrong screen? T swaps. Or drag the room's window to the projector and press F11."))
		return
	}
	w.front = true
	w.main.SetFullScreen(true)
	w.stage.say(lang.L("One display: T turns between the room's view and your console."))
}

// part opens a window for the room; by hand, it can be dragged to where it
// belongs, and F11 makes it fill that display.
func (w *windows) part(byHand bool) {
	if w.other != nil {
		return
	}
	w.byHand, w.front, w.swapped = byHand, false, false
	if w.main.FullScreen() {
		w.main.SetFullScreen(false)
	}
	w.other = w.stage.config.App.NewWindow(lang.L("For the room") + " – Lectern")
	w.other.SetPadded(false)
	w.other.SetCloseIntercept(func() { w.join() })
	w.listen(w.other)
	w.other.Resize(fyne.NewSize(960, 540))
	w.arrange()
	if !byHand {
		w.stage.config.Displays.Fill(w.other)
	}
	w.other.Show()
	w.main.RequestFocus()
}

// join closes the room's window: console and audience take turns again. The
// console stays in front, so that what only the presenter sees is shown to nobody
// who does not see it already.
func (w *windows) join() {
	if w.other == nil {
		return
	}
	other := w.other
	w.other, w.swapped, w.byHand = nil, false, false
	other.SetContent(container.NewStack())
	other.Close()
	if !w.main.FullScreen() && !w.stage.practice { // the room may see it at any time
		w.main.SetFullScreen(true)
	}
	w.arrange()
	w.stage.render()
}

// watch notices a display that came late or went away.
func (w *windows) watch() {
	second := w.stage.config.Displays.Second()
	if second == w.second || w.stage.practice {
		return
	}
	w.second = second
	switch {
	case second && w.other == nil:
		w.part(false)
		w.stage.say(lang.L("A second display is here: the room sees it. T swaps."))
	case !second && w.other != nil && !w.byHand:
		w.join()
		w.stage.say(lang.L("The second display is gone. T shows the room's view here."))
	}
	w.stage.render()
}

// swap lets the displays change their parts, or with one window brings the other
// view to the front.
func (w *windows) swap() {
	if w.other == nil {
		w.front = !w.front
		return
	}
	w.swapped = !w.swapped
	w.main.SetFullScreen(w.swapped && !w.stage.practice) // the room sees nothing beside its view
}

// fullScreen makes the window that the room sees fill the display it is on.
func (w *windows) fullScreen() {
	window := w.main
	if w.other != nil && !w.swapped {
		window = w.other
	}
	window.SetFullScreen(!window.FullScreen())
}

// arrange puts what belongs into each window.
func (w *windows) arrange() {
	mine := w.stage.console.front()
	if w.other == nil && w.front && mine == w.stage.console.root {
		mine = w.room
	}
	if w.other == nil {
		w.put(w.body, mine)
		return
	}
	var room fyne.CanvasObject = w.room
	if w.swapped {
		mine, room = room, mine
	}
	if box, ok := w.other.Content().(*fyne.Container); ok && len(box.Objects) == 1 && box.Objects[0] == room {
		w.put(w.body, mine)
		return
	}
	w.put(w.body, mine)
	w.other.SetContent(container.NewStack(room))
}

// put shows one thing in a box.
func (w *windows) put(box *fyne.Container, o fyne.CanvasObject) {
	if len(box.Objects) == 1 && box.Objects[0] == o {
		return
	}
	box.Objects = []fyne.CanvasObject{o}
	box.Refresh()
}

// Windows are the presenter's window and, where it has one of its own, the room's:
// for scripts.
func (s *Stage) Windows() (presenter, room fyne.Window) { return s.windows.main, s.windows.other }

// roomSize is the size of what the room sees.
func (w *windows) roomSize() fyne.Size {
	if size := w.room.Size(); size.Width > 100 && size.Height > 100 {
		return size
	}
	return fyne.NewSize(1920, 1080)
}

// display is what the room sees the presentation on, for the minutes.
func (w *windows) display() data.Display {
	kind := data.OneDisplay
	switch {
	case w.other != nil && w.byHand:
		kind = data.WindowOnScreen
	case w.other != nil:
		kind = data.SecondDisplay
	}
	size := w.roomSize()
	return data.Display{Kind: kind, Width: int(size.Width), Height: int(size.Height)}
}

// apart reports whether the room has a window of its own.
func (w *windows) apart() bool { return w.other != nil }

// close closes them.
func (w *windows) close() {
	for _, window := range []fyne.Window{w.other, w.main} {
		if window != nil {
			window.SetContent(container.NewStack())
			window.Close()
		}
	}
	w.other = nil
}

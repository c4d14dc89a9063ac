package shell

import (
	"context"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data/library"
)

// notice is the card at the foot of the window that tells what was done, with
// a way back, or what could not be done. It takes no room and no focus.
type notice struct {
	root   *fyne.Container
	card   *canvas.Rectangle
	words  *widget.Label
	hold   *fyne.Container // of words, as wide as they may be
	button *ui.Button
	second *ui.Button // another thing to do about it
	close  *ui.Cross
	stop   func() // of the timer that takes it away
}

func newNotice() *notice {
	n := &notice{card: canvas.NewRectangle(nil), words: widget.NewLabel(""), stop: func() {}}
	n.button = ui.NewButton(ui.Outlined, "", "", nil)
	n.second = ui.NewButton(ui.Outlined, "", "", nil)
	n.close = ui.NewCross(n.hide)
	n.hold = container.NewStack(n.words)
	row := container.NewHBox(container.NewCenter(n.hold), container.NewCenter(n.button), container.NewCenter(n.second), container.NewCenter(n.close))
	card := container.NewStack(n.card, ui.Inset(6, 6, 16, 8, row))
	n.root = container.NewVBox(layout.NewSpacer(), container.NewHBox(layout.NewSpacer(), card, layout.NewSpacer()), ui.Space(22))
	n.root.Hide()
	n.dress()
	return n
}

func (n *notice) dress() {
	pal := look.Current().Palette
	n.card.FillColor, n.card.CornerRadius = pal.Raised, 9
	n.card.StrokeColor, n.card.StrokeWidth = pal.Dim, 1
	n.root.Refresh()
}

func (n *notice) hide() {
	n.stop()
	n.root.Hide()
}

// choice is something to do about what was told.
type choice struct {
	label string
	do    func()
}

// offer tells something for a while, with two things to do about it.
func (n *notice) offer(words string, first, second choice) {
	n.show(words, false, first.label, first.do)
	n.second.SetWords(second.label)
	n.second.SetTapped(func() {
		n.hide()
		second.do()
	})
	n.second.Show()
	n.root.Refresh()
}

// show tells something for a while, with something to do about it; nil for
// nothing. What stays has to be closed.
func (n *notice) show(words string, stays bool, label string, do func()) {
	n.second.Hide()
	n.stop()
	n.stop = func() {}
	n.set(words)
	n.button.SetWords(label)
	n.button.SetTapped(func() {
		n.hide()
		do()
	})
	if do != nil {
		n.button.Show()
	} else {
		n.button.Hide()
	}
	n.root.Show()
	n.root.Refresh()
	if !stays {
		n.stop = task.After(8*time.Second, n.hide)
	}
}

// set shows words: in one line where they are few, wrapped where they are many.
func (n *notice) set(words string) {
	n.words.SetText(words)
	n.words.Wrapping = fyne.TextWrapOff
	n.hold.Layout = layout.NewStackLayout()
	if utf8.RuneCountInString(words) > 80 {
		n.words.Wrapping = fyne.TextWrapWord
		n.hold.Layout = ui.ColumnLayout(0, 560)
	}
	n.words.Refresh()
}

// say tells of the change that was just made, and can undo it.
func (s *Shell) say(words string) { s.sayStep(words, s.config.Desk.Library().LastStep()) }

// sayStep tells of a change that can be undone: that step and no other.
func (s *Shell) sayStep(words string, step int64) {
	s.notice.show(words, false, lang.L("Undo"), func() {
		s.turn(func(ctx context.Context) (library.Step, error) { return s.config.Desk.Library().UndoStep(ctx, step) }, "undone")
	})
}

// tell says something that has no way back.
func (s *Shell) tell(words string) { s.notice.show(words, false, "", nil) }

// fail tells a person what could not be done, and the log why.
func (s *Shell) fail(err error) {
	if err == nil || s.ctx.Err() != nil {
		return
	}
	s.config.Log.Error("shown to the person", "err", err, "cause", causeOf(err))
	s.notice.show(look.FaultText(err), true, "", nil)
}

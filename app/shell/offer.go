package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
)

// offers asks above everything what to do with something that was left
// unfinished. It blocks nothing, and asks one question after another.
type offers struct {
	root    *fyne.Container
	back    *canvas.Rectangle
	words   *ui.Line
	waiting []offer
	onShape func() // the strip has come or gone
}

type offer struct {
	words      string
	do, forget func()
}

func newOffers() *offers {
	o := &offers{back: canvas.NewRectangle(nil), words: ui.NewShortLine(ui.Plain, ""), onShape: func() {}}
	buttons := container.NewHBox(
		ui.NewButton(ui.Strong, lang.L("Go on"), "", func() { o.answer(func(one offer) { one.do() }) }),
		ui.NewButton(ui.Bare, lang.L("Forget it"), "", func() { o.answer(func(one offer) { one.forget() }) }))
	o.root = container.NewStack(o.back, ui.Inset(5, 5, 16, 12,
		container.NewBorder(nil, nil, nil, container.NewCenter(buttons), o.words)))
	o.root.Hide()
	o.dress()
	return o
}

func (o *offers) dress() {
	o.back.FillColor = look.Current().Palette.Select
	o.root.Refresh()
}

func (o *offers) add(words string, do, forget func()) {
	o.waiting = append(o.waiting, offer{words, do, forget})
	o.show()
}

func (o *offers) answer(with func(offer)) {
	if len(o.waiting) == 0 {
		return
	}
	one := o.waiting[0]
	o.waiting = o.waiting[1:]
	o.show()
	with(one)
}

func (o *offers) show() {
	if len(o.waiting) == 0 {
		o.root.Hide()
	} else {
		o.words.Set(ui.Plain, o.waiting[0].words)
		o.root.Show()
	}
	o.onShape()
}

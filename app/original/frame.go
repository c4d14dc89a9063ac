package original

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
)

// frame is what stands around the original and the text: what the original is,
// and what can be done with it.
type frame struct {
	root         fyne.CanvasObject
	title, facts *ui.Line
	proof        *ui.Line
	place        *ui.Line // which page of how many
	zoom         *ui.Button
	turning      *fyne.Container
	left         *fyne.Container
}

func (f *frame) build(v *View) {
	f.title, f.facts = ui.NewShortLine(ui.Heading, ""), ui.NewShortLine(ui.Quiet, "")
	f.proof, f.place = ui.NewShortLine(ui.Quiet, ""), ui.NewLine(ui.Plain, "")
	back := ui.NewButton(ui.Bare, "‹  "+lang.L("Back"), lang.L("Esc"), v.leave)
	f.zoom = ui.NewButton(ui.Bare, "", "", func() { v.Zoom(0) })
	button := func(words string, do func()) *ui.Button { return ui.NewButton(ui.Outlined, words, "", do) }
	f.turning = container.NewHBox(
		container.NewCenter(f.place),
		button("‹", func() { v.sheets.turn(v.sheets.current() - 1) }), button("›", func() { v.sheets.turn(v.sheets.current() + 1) }),
		button("−", func() { v.Zoom(-1) }), f.zoom, button("+", func() { v.Zoom(1) }))
	f.turning.Hide()
	save := ui.NewButton(ui.Outlined, lang.L("Save a copy of the original…"), "", v.save)
	hash := ui.NewButton(ui.Bare, lang.L("Copy"), "", func() {
		v.c.Copy(v.doc.Original.String())
		v.c.Tell(lang.L("SHA-256 copied"))
	})
	top := container.NewBorder(nil, nil, container.NewCenter(back), container.NewCenter(save),
		ui.Inset(0, 0, 8, 12, ui.Column(3, 160, f.title, f.facts)))
	under := container.NewBorder(nil, nil, nil, f.turning, container.NewBorder(nil, nil, nil, nil,
		container.New(besides{}, f.proof, hash)))
	f.left = container.NewStack(v.source)
	text := container.NewStack(ui.NewGround(ui.Sheet), container.NewBorder(
		ui.Inset(10, 6, 18, 12, ui.NewShortLine(ui.Section, lang.L("The text that was kept"))), nil, nil, nil, v.text))
	split := container.NewHSplit(container.NewStack(ui.NewGround(ui.Raised), f.left), text)
	split.SetOffset(0.56)
	f.root = container.NewStack(ui.NewGround(ui.Paper), container.NewBorder(
		container.NewVBox(ui.Inset(8, 0, 8, 14, top), ui.Inset(0, 6, 16, 14, under)), nil, nil, nil, ui.WithoutShadow(split)))
}

func (f *frame) show(v *View) {
	pages := 0
	f.left.Objects = []fyne.CanvasObject{v.source}
	if v.sheets != nil {
		pages = len(v.sheets.sizes)
		f.left.Objects = []fyne.CanvasObject{v.sheets.root}
		f.turning.Show()
	}
	f.title.Set(ui.Heading, v.doc.Title)
	f.facts.Set(ui.Quiet, factsOf(v.doc.Report, len(v.bytes), pages))
	words, right := proof(v.doc.Report, v.bytes)
	tone := ui.Quiet
	if !right {
		tone = ui.Alert
	}
	f.proof.Set(tone, words)
	f.count(v)
	f.root.Refresh()
}

// count says which page is in sight, and how large.
func (f *frame) count(v *View) {
	if v.sheets == nil {
		return
	}
	f.place.Set(ui.Plain, lang.X("page.of", "Page {{.Page}} of {{.Count}}", map[string]any{"Page": v.sheets.current() + 1, "Count": len(v.sheets.sizes)}))
	f.zoom.SetWords(look.Percent(v.sheets.percent()))
	f.turning.Refresh()
}

// besides puts the second thing right behind the first one's words.
type besides struct{}

// MinSize is for Fyne.
func (besides) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

// Layout is for Fyne.
func (besides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	words, ok := o[0].(*ui.Line)
	b := o[1].MinSize()
	room := size.Width - b.Width
	if ok {
		s := ui.Worn()
		room = min(room, fyne.MeasureText(words.Words(), s.Small, fyne.TextStyle{}).Width+s.Wide(8))
	}
	h := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, (size.Height-h)/2))
	o[0].Resize(fyne.NewSize(room, h))
	o[1].Move(fyne.NewPos(room, (size.Height-b.Height)/2))
	o[1].Resize(b)
}

package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/page"
)

// frame is what stands around the two texts: the article's title, what changed
// in a sentence, who is who, and the list at the side.
type frame struct {
	root    fyne.CanvasObject
	title   *ui.Line
	summary *ui.Line
	count   *ui.Line
	sheets  [2]*canvas.Rectangle
	lines   [2]*canvas.Rectangle
}

func (f *frame) build(v *Versions) {
	f.title, f.summary = ui.NewShortLine(ui.Heading, ""), ui.NewShortLine(ui.Quiet, "")
	f.count = ui.NewShortLine(ui.Section, "")
	back := ui.NewButton(ui.Bare, "‹  "+lang.L("Back"), lang.L("Esc"), v.c.Leave)
	next := ui.NewButton(ui.Outlined, lang.L("Next change"), lang.L("N"), func() { v.walk(1) })
	previous := ui.NewButton(ui.Outlined, lang.L("Previous"), lang.L("P"), func() { v.walk(-1) })
	top := container.NewBorder(nil, nil, container.NewCenter(back),
		container.NewCenter(container.NewHBox(previous, next)),
		ui.Inset(0, 0, 8, 12, ui.Column(3, 160, f.title, f.summary)))
	var sides [2]fyne.CanvasObject
	for i, p := range v.pages {
		f.sheets[i], f.lines[i] = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
		f.lines[i].SetMinSize(fyne.NewSize(0, 2))
		name := ui.NewShortLine(ui.Section, []string{lang.L("Older version"), lang.L("Newer version")}[i])
		name.Least = 60
		head := container.NewBorder(nil, f.lines[i], nil, nil,
			ui.Inset(6, 6, 12, 8, container.NewBorder(nil, nil, nil, v.pickers[i], name)))
		sides[i] = container.NewStack(f.sheets[i], container.NewBorder(head, nil, nil, nil, p))
	}
	list := container.NewBorder(ui.Inset(14, 8, 16, 12, f.count), nil, nil, nil, v.rows)
	f.root = container.NewStack(ui.NewGround(ui.Paper), container.NewBorder(ui.Inset(8, 8, 8, 14, top), nil, nil, nil,
		container.New(sideBySide{}, sides[0], sides[1], container.NewStack(ui.NewGround(ui.Sheet), list))))
}

func (f *frame) show(v *Versions) {
	f.title.Set(ui.Heading, v.comparison.After.Title)
	f.summary.Set(ui.Quiet, summary(v.comparison.Summary()))
	f.count.Set(ui.Section, lang.XN("versions.changes", "{{.Count}} changes, the weightiest first", len(v.order), map[string]any{"Count": len(v.order)}))
	v.pickers[0].SetWords(dated(v.comparison.Before.Report))
	v.pickers[1].SetWords(dated(v.comparison.After.Report))
	f.root.Refresh()
}

func (f *frame) dress(t *look.Theme) {
	for i := range f.sheets {
		f.sheets[i].FillColor, f.sheets[i].CornerRadius = t.Palette.Sheet, 6
		f.lines[i].FillColor = inkOf("", i == 0, t.Palette)
	}
	if f.root != nil {
		f.root.Refresh()
	}
}

// setting is how the texts are set.
func setting(t *look.Theme, faces page.Faces) page.Look {
	pal := t.Palette
	return page.Look{
		Size: t.ReadingSize(), Leading: 1.5, Margin: 16, Faces: faces, Colours: page.Colours{
			Ink: pal.Ink, Quiet: pal.Dim, Dim: pal.Ink, Accent: pal.Accent,
			Chosen: look.Fade(pal.Accent, 0.20), Selection: look.Fade(pal.Accent, 0.30),
			Hover: look.Fade(pal.Ink, 0.05), Tint: pal.Select, Cue: pal.Accent,
			Hedge: pal.Alarm, Found: pal.Found, Bar: look.Fade(pal.Dim, 0.6),
		},
	}
}

// sideBySide lays out two texts of one width and the list beside them.
type sideBySide struct{}

const between = 8

// MinSize is for Fyne.
func (sideBySide) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for _, one := range o {
		size.Width += one.MinSize().Width
		size.Height = max(size.Height, one.MinSize().Height)
	}
	return size
}

// Layout is for Fyne.
func (sideBySide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	list := min(max(size.Width*0.25, ui.Worn().Wide(240)), ui.Worn().Wide(400), size.Width/3)
	text := (size.Width - list - 3*between) / 2
	x := float32(between)
	for i, width := range []float32{text, text, list} {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(width, size.Height-between))
		x += width + between
		if i == 2 {
			o[i].Resize(fyne.NewSize(width, size.Height))
		}
	}
}

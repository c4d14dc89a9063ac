package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/page"
	"lectern/data"
)

// column is the original or one lane: a heading and a page under it.
type column struct {
	id    columnID
	page  *page.Page
	root  *fyne.Container
	sheet *canvas.Rectangle
	line  *canvas.Rectangle
	title *canvas.Text
	hint  *ui.Line
	empty *canvas.Text
	about *widget.Label // what an empty lane is for
	menu  *widget.Button
	stale bool // its page shows an older state of the report
}

// newColumn makes an empty column; openMenu shows what can be done with it.
func newColumn(id columnID, ruler *page.Ruler, openMenu func(columnID, fyne.CanvasObject)) *column {
	c := &column{
		id: id, page: page.Sharing(ruler),
		sheet: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
		title: canvas.NewText("", nil), hint: ui.NewShortLine(ui.Quiet, ""), empty: canvas.NewText("", nil),
	}
	c.about = widget.NewLabel("")
	c.about.Wrapping, c.about.Alignment, c.about.Importance = fyne.TextWrapWord, fyne.TextAlignCenter, widget.LowImportance
	c.page.Name = columnName(id)
	c.title.TextStyle.Bold = true
	c.empty.Alignment = fyne.TextAlignCenter
	c.menu = widget.NewButtonWithIcon("", theme.MoreHorizontalIcon(), func() { openMenu(id, c.menu) })
	c.menu.Importance = widget.LowImportance
	c.line.SetMinSize(fyne.NewSize(0, 2))
	words := ui.Inset(0, 0, 10, 0, container.NewBorder(nil, nil, container.NewCenter(c.title), nil, c.hint))
	head := container.NewBorder(nil, c.line, nil, c.menu, words)
	body := container.NewStack(c.page, container.NewVBox(ui.Space(56), c.empty, c.about))
	c.root = container.NewStack(c.sheet, container.NewBorder(head, nil, nil, nil, body))
	return c
}

// columnName is what a column is called.
func columnName(id columnID) string {
	if id == original {
		return lang.L("Original")
	}
	return look.LaneName(id.lane())
}

// columnLetter is the key that a column goes by.
func columnLetter(id columnID) string {
	if id == original {
		return "O"
	}
	return id.lane().Letter()
}

// show puts blocks on the column's page.
func (c *column) show(blocks []page.Block) {
	c.page.SetBlocks(blocks)
	c.empty.Text = ""
	c.about.SetText("")
	if len(blocks) == 0 && c.id != original {
		c.empty.Text = lang.L("Nothing in this lane")
		c.about.SetText(look.LaneQuestion(c.id.lane()))
	}
	if c.id != original {
		c.hint.Set(ui.Quiet, lang.XN("passages.count", "{{.Count}} passages", len(blocks), map[string]any{"Count": len(blocks)}))
	}
	c.empty.Refresh()
}

// dress gives the column the colours and sizes of the look.
func (c *column) dress(t *look.Theme, faces page.Faces) {
	pal := t.Palette
	ink := pal.Ink
	edge := pal.Line
	if l := c.id.lane(); l != data.NoLane {
		ink, edge = pal.Lane(l).Ink, pal.Lane(l).Edge
	}
	c.sheet.FillColor, c.sheet.CornerRadius = pal.Sheet, 6
	c.line.FillColor = edge
	c.title.Text, c.title.Color = columnLetter(c.id)+"  "+columnName(c.id), ink
	c.title.TextSize = t.Size(theme.SizeNameText) * 1.08
	c.empty.Color, c.empty.TextSize = pal.Dim, t.Size(theme.SizeNameText)
	c.page.SetLook(c.setting(t, faces))
	c.root.Refresh()
}

// setting is how the column's page is set: the original as a book, the lanes a
// little smaller and tighter, because they are read by the card.
func (c *column) setting(t *look.Theme, faces page.Faces) page.Look {
	pal := t.Palette
	l := page.Look{
		Size: t.ReadingSize() * 1.06, Measure: t.Settings.Measure, Leading: 1.55, Margin: 22, Faces: faces,
		Colours: pageColours(pal),
	}
	if c.id != original {
		l.Size, l.Leading, l.Margin = t.ReadingSize()*0.98, 1.45, 10
		l.Measure = 0
	}
	return l
}

// pageColours are the colours of flowing text in a palette.
func pageColours(pal look.Palette) page.Colours {
	return page.Colours{
		Ink: pal.Ink, Quiet: pal.Dim, Dim: pal.Faint, Accent: pal.Accent,
		Chosen: look.Fade(pal.Accent, 0.20), Selection: look.Fade(pal.Accent, 0.30),
		Hover: look.Fade(pal.Ink, 0.05), Tint: pal.Select, Cue: look.Fade(pal.Ink, 0.55),
		Hedge: pal.Caveat.Edge, Found: pal.Found, Bar: look.Fade(pal.Dim, 0.6),
	}
}

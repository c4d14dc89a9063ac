package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/data"
)

// Specimen is a small page that shows what the look worn does to a report and its
// lanes. It shows as many of its passages as it has room for.
type Specimen struct {
	widget.BaseWidget
	face fyne.Resource // of what is read

	// AtTop stands it at the top of its room, not in the middle.
	AtTop bool
}

// NewSpecimen makes one; face is the type that reports are read in, nil for the
// interface's own.
func NewSpecimen(face fyne.Resource) *Specimen {
	s := &Specimen{face: face}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (w *Specimen) CreateRenderer() fyne.WidgetRenderer {
	w.ExtendBaseWidget(w)
	p := &specimen{sheet: canvas.NewRectangle(nil), head: []*canvas.Text{newText(true), newText(true)}, from: newText(false), of: w}
	objects := []fyne.CanvasObject{p.sheet, p.head[0], p.head[1], p.from}
	for range len(passages()) {
		c := &specimenCard{box: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), name: newText(true), by: newText(false), cell: NewCell()}
		objects = append(append(objects, c.box, c.bar, c.name, c.by), c.cell.Objects()...)
		for range 5 {
			line := newText(false)
			line.FontSource = w.face
			c.lines = append(c.lines, line)
			objects = append(objects, line)
		}
		p.cards = append(p.cards, c)
	}
	return newPainter(objects, func() fyne.Size { return fyne.NewSize(Worn().Wide(220), Worn().Wide(150)) }, p.paint)
}

type specimen struct {
	sheet *canvas.Rectangle
	head  []*canvas.Text
	from  *canvas.Text
	cards []*specimenCard
	of    *Specimen
}

type specimenCard struct {
	box, bar *canvas.Rectangle
	name, by *canvas.Text
	cell     *Cell
	lines    []*canvas.Text
}

// passage is what a card shows.
type passage struct {
	lane      data.Lane
	words, by string
}

func passages() []passage {
	return []passage{
		{data.Statement, lang.L("“Within two weeks we will put the complete list of our prisoners on the table.”"), lang.L("Jelna Korvath, president")},
		{data.Caveat, lang.L("A pause without monitors would be unlikely to last, analysts cautioned."), lang.L("analysts")},
		{data.Reaction, lang.L("The opposition called it a concession without a return."), lang.L("the opposition")},
		{data.Background, lang.L("Observers have put the number of dead at about 41,000."), lang.L("the report itself")},
	}
}

func (p *specimen) paint(size fyne.Size) {
	high := p.page(size, 0)
	if p.of.AtTop {
		return
	}
	p.page(size, fyne.Max(0, (size.Height-high)/2))
}

// page draws the sheet from y on and returns how high it is.
func (p *specimen) page(size fyne.Size, top float32) float32 {
	s := Worn()
	x, y := s.Wide(24), top+s.Wide(20)
	width := size.Width - 2*x
	title := lang.L("Talvora agrees in principle to a 30-day pause")
	first, rest := Broken(title, width, s.Lead, fyne.TextStyle{Bold: true})
	high := s.Lead * 1.45
	for i, words := range []string{first, rest} {
		p.head[i].Hidden = words == ""
		if words != "" {
			Write(p.head[i], words, s.Lead, s.Ink, x, y+high/2, width)
			y += high
		}
	}
	Write(p.from, "Harbour Telegraph", s.Small, s.Dim, x, y+s.Wide(9), width)
	y += s.Wide(30)
	full := false
	for i, what := range passages() {
		bottom := p.card(p.cards[i], s, what, x, y, width)
		full = full || bottom > size.Height-s.Wide(18)
		p.cards[i].hide(full)
		if !full {
			y = bottom + s.Wide(10)
		}
	}
	y += s.Wide(12)
	p.sheet.FillColor, p.sheet.StrokeColor, p.sheet.StrokeWidth, p.sheet.CornerRadius = s.Sheet, s.Line, 1, s.Wide(10)
	p.sheet.Move(fyne.NewPos(0, top))
	p.sheet.Resize(fyne.NewSize(size.Width, y-top))
	return y - top
}

// card draws a passage and returns where it ends.
func (p *specimen) card(c *specimenCard, s Style, what passage, x, y, width float32) float32 {
	reading := look.Current().ReadingSize()
	colours, top := s.Lane(what.lane), y
	pad := s.Wide(12)
	inner, room := x+s.Wide(16), width-s.Wide(28)
	side := s.Wide(19)
	y += pad
	c.cell.Set(s, what.lane, -1, fyne.NewPos(inner, y), fyne.NewSize(side, side))
	Write(c.name, look.LaneName(what.lane), s.Small, colours.Ink, inner+side+s.Wide(7), y+side/2, room-side)
	y += side + s.Wide(7)
	leading := reading * 1.5
	for i, words := range p.broken(what.words, room, reading, len(c.lines)) {
		line := c.lines[i]
		line.Text, line.TextSize, line.Color = words, reading, color.Color(s.Ink)
		line.Move(fyne.NewPos(inner, y))
		line.Resize(fyne.NewSize(room, leading))
		if words != "" {
			y += leading
		}
	}
	y += s.Wide(12)
	Write(c.by, what.by, s.Small, s.Dim, inner, y, room)
	y += s.Wide(9) + pad*0.6
	c.box.FillColor, c.box.CornerRadius = colours.Wash, s.Wide(7)
	c.box.Move(fyne.NewPos(x, top))
	c.box.Resize(fyne.NewSize(width, y-top))
	c.bar.FillColor, c.bar.CornerRadius = colours.Edge, s.Wide(2)
	c.bar.Move(fyne.NewPos(x, top))
	c.bar.Resize(fyne.NewSize(s.Wide(4), y-top))
	return y
}

func (c *specimenCard) hide(on bool) {
	all := append([]fyne.CanvasObject{c.box, c.bar, c.name, c.by}, c.cell.Objects()...)
	for _, l := range c.lines {
		all = append(all, l)
	}
	for i, o := range all {
		if on {
			o.Hide()
		} else if i < 5 || i > 6 { // the cell looks after itself
			o.Show()
		}
	}
}

// broken sets words in lines of the reading type; what does not fit is left out, and
// lines that are not needed are "".
func (p *specimen) broken(words string, width, size float32, most int) []string {
	lines := make([]string, most)
	at := 0
	for _, word := range strings.Fields(words) {
		longer := strings.TrimSpace(lines[at] + " " + word)
		wide, _ := fyne.CurrentApp().Driver().RenderedTextSize(longer, size, fyne.TextStyle{}, p.of.face)
		if wide.Width > width && lines[at] != "" {
			if at++; at == most {
				lines[most-1] += "…"
				break
			}
			longer = word
		}
		lines[at] = longer
	}
	return lines
}

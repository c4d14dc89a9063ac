package shelf

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/bidi"
)

// rowUnits is the height of a row, with the line under it.
func rowUnits(*Shelf) int { return int(ui.Worn().Wide(56)) }

// tagsShown is how many tags a row has room for.
const tagsShown = 3

// row draws a report of the list: its title and where it is from, and under them
// its author and tags or, in a search, the match in its context.
type row struct {
	s                      *Shelf
	dot                    *canvas.Circle
	title, publisher, date *canvas.Text
	under                  *canvas.Text
	tags                   [tagsShown]pill
	cells                  [4]*ui.Cell
	match                  *match
	marking                *ui.MarkingCell
	blank                  [2]*canvas.Rectangle // while the report is being loaded
	words                  *fyne.Container      // all but blank
	objects                []fyne.CanvasObject
}

// pill is a tag.
type pill struct {
	box  *canvas.Rectangle
	word *canvas.Text
}

func newRow(s *Shelf) *row {
	text := func() *canvas.Text { return canvas.NewText("", nil) }
	r := &row{
		s: s, dot: canvas.NewCircle(nil), title: text(), publisher: text(), date: text(), under: text(), match: newMatch(),
		marking: ui.NewMarkingCell(),
	}
	r.words = &fyne.Container{Objects: []fyne.CanvasObject{r.dot, r.title, r.publisher, r.date, r.under}}
	for i := range r.tags {
		r.tags[i] = pill{canvas.NewRectangle(nil), text()}
		r.words.Objects = append(r.words.Objects, r.tags[i].box, r.tags[i].word)
	}
	for i := range r.cells {
		r.cells[i] = ui.NewCell()
		r.words.Objects = append(r.words.Objects, r.cells[i].Objects()...)
	}
	r.words.Objects = append(r.words.Objects, r.match.objects()...)
	r.words.Objects = append(r.words.Objects, r.marking.Objects()...)
	r.objects = []fyne.CanvasObject{r.words}
	for i := range r.blank {
		r.blank[i] = canvas.NewRectangle(nil)
		r.objects = append(r.objects, r.blank[i])
	}
	return r
}

// Objects is for the list.
func (r *row) Objects() []fyne.CanvasObject { return r.objects }

// Show draws the report listed at index.
func (r *row) Show(index int, size fyne.Size) {
	s := ui.Worn()
	c := columnsOf(s, size.Width)
	e, ok := r.s.rows.entry(index)
	r.words.Hidden = !ok
	for i, b := range r.blank {
		b.Hidden = ok
		b.FillColor, b.CornerRadius = look.Fade(s.Line, 0.8), 3
		b.Move(fyne.NewPos(c.left, s.Wide(15+19*float32(i))))
		b.Resize(fyne.NewSize(c.title*(0.7-0.3*float32(i)), s.Wide(9)))
	}
	if !ok {
		return
	}
	top, low := s.Wide(19), s.Wide(39)
	r.dot.Hidden = e.Read
	r.dot.FillColor = s.Accent
	r.dot.Resize(fyne.NewSquareSize(s.Wide(8)))
	r.dot.Move(fyne.NewPos(s.Wide(13), top-s.Wide(4)))
	r.publisher.Hidden, r.date.Hidden = c.publisher == 0, c.publisher == 0
	if r.s.passages != nil {
		r.showPassage(s, c, index, e)
		return
	}
	r.title.TextStyle.Bold = !e.Read
	ui.WriteLine(r.title, titleOf(e), s.Body, s.Ink, c.left, top, c.title)
	if c.publisher > 0 {
		ui.Write(r.publisher, e.Publisher, s.Small, s.Dim, c.publisher, top, c.publisherWidth)
		ui.Write(r.date, e.day, s.Small, s.Dim, c.date, top, c.dateWidth)
	}
	for i, l := range data.Lanes() {
		at := fyne.NewPos(c.cells[i], top-c.cell.Height/2)
		r.cells[i].Set(s, l, e.Lanes.Of(l), at, c.cell)
	}
	r.showUnder(s, c, index, e, low)
}

// showPassage draws a passage, and under it the report that it is from.
func (r *row) showPassage(s ui.Style, c columns, index int, e entry) {
	top, low := s.Wide(19), s.Wide(39)
	right := c.cells[3] + c.cell.Width
	if c.cell.Width == 0 {
		right = c.left + c.title
	}
	for i, l := range data.Lanes() {
		r.cells[i].Set(s, l, 0, fyne.Position{}, fyne.Size{}) // hidden
	}
	sn, found := r.s.rows.snippet(index)
	r.match.hide(!found)
	if found {
		r.match.show(s, sn, c.left, top, right-c.left)
	}
	r.title.TextStyle.Bold, r.under.Hidden = false, true
	words := titleOf(e)
	if from := strings.Trim(e.Publisher+" · "+e.day, " ·"); from != "" {
		words += " · " + from
	}
	right -= r.showMarking(s, e, right, low)
	r.publisher.Hidden, r.date.Hidden = true, true
	ui.WriteLine(r.title, words, s.Small, s.Dim, c.left, low, right-c.left)
	for i := range r.tags {
		r.tags[i].box.Hidden, r.tags[i].word.Hidden = true, true
	}
}

// showUnder draws the second line. It may run under the columns to the right,
// where nothing else stands.
func (r *row) showUnder(s ui.Style, c columns, index int, e entry, middle float32) {
	room := c.title
	if c.cell.Width > 0 {
		room = c.cells[3] + c.cell.Width - c.left
	}
	room -= r.showMarking(s, e, c.left+room, middle)
	sn, found := r.s.rows.snippet(index)
	r.match.hide(!found)
	r.under.Hidden = found
	var tags []string
	if found {
		if bidi.FromRight(sn.Text) { // it begins under the title's beginning
			room = c.title
		}
		r.match.show(s, sn, c.left, middle, room)
	} else {
		tags = e.Tags
		x := c.left + ui.Write(r.under, e.under(c.publisher > 0, r.s.filter.Review), s.Small, s.Dim, c.left, middle, room)
		if x > c.left {
			x += s.Wide(10)
		}
		r.showTags(s, tags, x, middle, c.left+room)
	}
	for i := len(tags); i < tagsShown; i++ {
		r.tags[i].box.Hidden, r.tags[i].word.Hidden = true, true
	}
}

// showMarking draws how far the report may be passed on, and returns the room that
// takes at the right.
func (r *row) showMarking(s ui.Style, e entry, right, middle float32) float32 {
	wide := r.marking.Set(s, e.Marking, right, middle+s.Wide(2)) // clear of the lanes above
	if wide > 0 {
		wide += s.Wide(12)
	}
	return wide
}

// showTags draws as many tags as fit between x and end.
func (r *row) showTags(s ui.Style, tags []string, x, middle, end float32) {
	pad := s.Wide(7)
	for i, tag := range tags[:min(len(tags), tagsShown)] {
		p := r.tags[i]
		room := min(end-x-2*pad, s.Wide(140))
		p.box.Hidden, p.word.Hidden = room < s.Wide(30), room < s.Wide(30)
		if p.box.Hidden {
			continue
		}
		wide := ui.Write(p.word, tag, s.Small, s.Dim, x+pad, middle, room)
		p.box.FillColor, p.box.StrokeColor, p.box.StrokeWidth = s.Raised, s.Line, 1
		high := s.Wide(18)
		p.box.CornerRadius = high / 2
		p.box.Move(fyne.NewPos(x, middle-high/2))
		p.box.Resize(fyne.NewSize(wide+2*pad, high))
		x += wide + 2*pad + s.Wide(6)
	}
}

func titleOf(e entry) string {
	if e.Title == "" {
		return lang.L("Untitled")
	}
	return e.Title
}

// under is what stands under the title; wide tells that publisher and date have
// columns of their own, review what is being reviewed.
func (e entry) under(wide bool, review data.Review) string {
	parts := []string{e.Author}
	if !wide {
		parts = []string{e.Publisher, e.day, e.Author}
	}
	if n := e.Review.Of(review); n > 0 {
		parts = append(parts, lang.XN("review.count", "{{.Count}} to review", n, map[string]any{"Count": n}))
	}
	if e.Older {
		parts = append(parts, lang.L("older version"))
	} else if n := e.Versions; n > 1 {
		parts = append(parts, lang.XN("versions.count", "{{.Count}} versions", n, map[string]any{"Count": n}))
	}
	if e.Sample {
		parts = append(parts, lang.L("sample"))
	}
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}

package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/data"
)

// Setter sets words in lines for screens that show a few of them, large. It
// remembers the widths of words, as all rulers do.
type Setter struct {
	page  *Page
	plain typeface
	bold  typeface
	known map[setKey]Lines // what was set before, so that showing it again costs nothing
}

// setKey is what lines depend on.
type setKey struct {
	words       string
	size, width float32
	bold        bool
}

// mostSet is how much a setter remembers before it starts afresh.
const mostSet = 4_000

// NewSetter makes a setter of two fonts; nil ones are the theme's own.
func NewSetter(f Faces) *Setter {
	return &Setter{page: New(), plain: faceOf(f.Body, false), bold: faceOf(f.Bold, true), known: map[setKey]Lines{}}
}

// Lines are words broken into lines of one size, up to a width.
type Lines struct {
	setter *Setter
	block  *laid
	face   typeface
	Lead   float32 // the height of a line
}

// Set breaks words into lines. Sizes are whole, so that letters are as wide as
// measured; a size between two is the smaller one.
func (s *Setter) Set(words string, size, width float32, bold bool) Lines {
	p, face := s.page, s.plain
	if bold {
		face = s.bold
	}
	size = max(1, float32(int(size)))
	key := setKey{words, size, width, bold}
	if l, ok := s.known[key]; ok {
		return l
	}
	p.set.body = face
	b := p.prepare(Block{Text: words})
	b.size, b.lead = size, round(size*1.34)
	b.textWidth = max(width, 2*size)
	b.lines = breakLines(nil, b.pieces, b.textWidth/size, func(from, to int32) []piece { return p.characters(b, from, to) })
	if len(s.known) >= mostSet {
		clear(s.known)
	}
	l := Lines{setter: s, block: b, face: face, Lead: b.lead}
	s.known[key] = l
	return l
}

// Learn measures words that are set soon.
func (s *Setter) Learn(words string) {
	s.page.set.body = s.plain
	s.page.prepare(Block{Text: words})
}

// Full reports whether no more is to be learned: it would be at the cost of what is
// known.
func (s *Setter) Full() bool { return s.page.ruler.kept > rulerLimit*3/4 }

// Width is how wide words are at a size, on one line.
func (s *Setter) Width(words string, size float32, bold bool) float32 {
	face := s.plain
	if bold {
		face = s.bold
	}
	face.east = look.EastAsian(words)
	return s.page.ruler.width(words, face) * float32(int(size))
}

// Len is how many lines there are.
func (l Lines) Len() int {
	if l.block == nil {
		return 0
	}
	return len(l.block.lines)
}

// Span is which bytes of the words stand in a line.
func (l Lines) Span(i int) data.Span {
	at := l.block.lines[i]
	return data.Span{Start: int(at.start), End: int(at.vis)}
}

// Draw makes the objects of a line whose upper left corner is at x and y. Lines
// of right-to-left paragraphs stand at the right of the width.
func (l Lines) Draw(i int, x, y float32, ink color.Color) []fyne.CanvasObject {
	b, p := l.block, l.setter.page
	p.set.body = l.face
	base := p.baseline(l.face, b.size, b.lead)
	var out []fyne.CanvasObject
	for _, r := range p.runsOf(b, b.lines[i]) {
		t := canvas.NewText(r.textOf(b.Text), ink)
		face := p.face(b, &r)
		at := p.ruler.foot(face)
		t.TextSize, t.TextStyle, t.FontSource = b.size, face.style(), face.font
		t.Move(fyne.NewPos(x+r.x, round(y+base-at.baseline*b.size)))
		t.Resize(fyne.NewSize(r.w, at.height*b.size))
		out = append(out, t)
	}
	return out
}

// Behind makes a band behind what a line has of a span of the words.
func (l Lines) Behind(i int, span data.Span, x, y float32, ink color.Color) []fyne.CanvasObject {
	b, p := l.block, l.setter.page
	p.set.body = l.face
	at := l.Span(i)
	from, to := max(at.Start, span.Start), min(at.End, span.End)
	if from >= to {
		return nil
	}
	var out []fyne.CanvasObject
	for _, r := range p.rangesOf(b, p.runsOf(b, b.lines[i]), from, to) {
		band := canvas.NewRectangle(ink)
		band.Move(fyne.NewPos(x+r[0]-2, y))
		band.Resize(fyne.NewSize(r[1]-r[0]+4, b.lead))
		out = append(out, band)
	}
	return out
}

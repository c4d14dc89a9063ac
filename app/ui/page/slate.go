package page

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// slate is a small group of canvas objects that move together: one line of
// text, or the box of one card. Slates are wiped and written again rather than
// made anew, because making objects is what costs time while scrolling.
type slate struct {
	box    *fyne.Container
	rects  []*canvas.Rectangle
	texts  []*canvas.Text
	dotted []*dots
	used   struct{ rects, texts, dotted int }
	pass   int // in which it was last wanted
}

func newSlate() *slate { return &slate{box: container()} }

func container() *fyne.Container { return &fyne.Container{} }

func (s *slate) wipe() {
	s.box.Objects = s.box.Objects[:0]
	s.used.rects, s.used.texts, s.used.dotted = 0, 0, 0
}

// rect paints a rectangle; stroke is the width of an outline in the colour line.
func (s *slate) rect(x, y, w, h float32, fill color.Color, radius float32, line color.Color, stroke float32) {
	if s.used.rects == len(s.rects) {
		s.rects = append(s.rects, &canvas.Rectangle{})
	}
	r := s.rects[s.used.rects]
	s.used.rects++
	if r.FillColor != fill || r.CornerRadius != radius || r.StrokeColor != line || r.StrokeWidth != stroke {
		r.FillColor, r.CornerRadius, r.StrokeColor, r.StrokeWidth = fill, radius, line, stroke
		r.Refresh()
	}
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	s.box.Objects = append(s.box.Objects, r)
}

// text sets words with their baseline at y.
func (s *slate) text(words string, x, y, size, w float32, f typeface, at foot, ink color.Color) {
	if s.used.texts == len(s.texts) {
		s.texts = append(s.texts, &canvas.Text{})
	}
	t := s.texts[s.used.texts]
	s.used.texts++
	t.Move(fyne.NewPos(x, round(y-at.baseline*size)))
	if t.Text != words || t.TextSize != size || t.TextStyle != f.style() || t.FontSource != f.font || t.Color != ink {
		t.Text, t.TextSize, t.TextStyle, t.FontSource, t.Color = words, size, f.style(), f.font, ink
		t.Refresh()
	}
	t.Resize(fyne.NewSize(w, at.height*size))
	s.box.Objects = append(s.box.Objects, t)
}

// dots paints a broken line, along the longer side.
func (s *slate) dots(x, y, w, h float32, ink color.Color, on, off float32) {
	if s.used.dotted == len(s.dotted) {
		s.dotted = append(s.dotted, newDots())
	}
	d := s.dotted[s.used.dotted]
	s.used.dotted++
	if d.ink != ink || d.on != on || d.off != off {
		d.ink, d.on, d.off = ink, on, off
		d.Refresh()
	}
	d.Move(fyne.NewPos(x, y))
	d.Resize(fyne.NewSize(w, h))
	s.box.Objects = append(s.box.Objects, d.Raster)
}

// dots is a broken line; on and off are in Fyne units.
type dots struct {
	*canvas.Raster
	ink     color.Color
	on, off float32
}

func newDots() *dots {
	d := &dots{}
	d.Raster = canvas.NewRaster(d.draw)
	return d
}

func (d *dots) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	long, across := float32(w), d.Size().Width
	if h > w {
		long, across = float32(h), d.Size().Height
	}
	if across <= 0 || d.ink == nil {
		return img
	}
	scale := long / across
	period := (d.on + d.off) * scale
	ink := color.NRGBAModel.Convert(d.ink).(color.NRGBA)
	for i := 0; i < int(long); i++ {
		from := float32(i) - float32(int(float32(i)/period))*period
		cover := min(1, d.on*scale-from) // the last pixel of a dash is thinner
		if cover <= 0 {
			continue
		}
		c := ink
		c.A = uint8(float32(c.A) * cover)
		for j := 0; j < min(w, h); j++ {
			if h > w {
				img.SetNRGBA(j, i, c)
			} else {
				img.SetNRGBA(i, j, c)
			}
		}
	}
	return img
}

// fade is c with its opacity multiplied by share; nil stays nil.
func fade(c color.Color, share float32) color.Color {
	if c == nil {
		return nil
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float32(n.A) * share)
	return n
}

package page

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"lectern/app/look"
)

const (
	// measureSize is the size at which words are measured. Type is not hinted, so
	// widths grow in step with the size and one measurement serves them all.
	measureSize = 64
	// rulerLimit is how many widths are kept before the ruler starts afresh.
	rulerLimit = 1 << 16
)

// Ruler measures words and remembers their widths. Like everything that
// measures type in Fyne it is used from the UI goroutine only.
type Ruler struct {
	widths map[typeface]map[string]float32
	feet   map[typeface]foot
	kept   int
}

// NewRuler makes a ruler that knows no words yet.
func NewRuler() *Ruler {
	return &Ruler{widths: map[typeface]map[string]float32{}, feet: map[typeface]foot{}}
}

// typeface is a font to set type in. The name tells one theme's font from
// another's where font is nil.
type typeface struct {
	font fyne.Resource
	bold bool
	name string
	east fyne.Resource // for letters of East Asia; nil leaves them to font
}

// of is the face that letters of a kind are set in.
func (f typeface) of(east bool) typeface {
	if east && f.east != nil {
		return typeface{font: f.east}
	}
	f.east = nil
	return f
}

func faceOf(font fyne.Resource, bold bool) typeface {
	f := typeface{font: font, bold: bold}
	if font == nil {
		f.name = theme.CurrentForWidget(nil).Font(f.style()).Name()
	}
	return f
}

func (f typeface) style() fyne.TextStyle { return fyne.TextStyle{Bold: f.bold} }

// foot is where a face stands in its line, as shares of the size: the height of
// its box, and how far the baseline lies below the box's top.
type foot struct{ height, baseline float32 }

func (r *Ruler) foot(f typeface) foot {
	at, ok := r.feet[f]
	if !ok {
		size, base := fyne.CurrentApp().Driver().RenderedTextSize("Hx", measureSize, f.style(), f.font)
		at = foot{size.Height / measureSize, base / measureSize}
		r.feet[f] = at
	}
	return at
}

// width is how wide s is when set at size 1. It is the sum of its words and
// spaces, as lines are drawn.
func (r *Ruler) width(s string, f typeface) float32 {
	if f.east != nil {
		return r.eastern(s, f)
	}
	known := r.widths[f]
	if known == nil {
		known = map[string]float32{}
		r.widths[f] = known
	}
	var sum float32
	start := 0
	for i, c := range s {
		if c > ' ' && c < utf8.RuneSelf || !gap(c) {
			continue
		}
		if i > start {
			sum += r.word(known, s[start:i], f)
		}
		start = i + utf8.RuneLen(c)
		sum += r.word(known, s[i:start], f)
	}
	if start < len(s) {
		sum += r.word(known, s[start:], f)
	}
	return sum
}

// eastern is the width of words of which some are set in another face.
func (r *Ruler) eastern(s string, f typeface) (sum float32) {
	for s != "" {
		n, east := kindOf(s)
		sum += r.width(s[:n], f.of(east))
		s = s[n:]
	}
	return sum
}

// kindOf is how far s begins with letters of East Asia, or with none.
func kindOf(s string) (end int, east bool) {
	for i, r := range s {
		if is := look.IsEastAsian(r); i == 0 {
			east = is
		} else if is != east {
			return i, east
		}
	}
	return len(s), east
}

func (r *Ruler) word(known map[string]float32, w string, f typeface) float32 {
	if width, ok := known[w]; ok {
		return width
	}
	if r.kept >= rulerLimit {
		for _, m := range r.widths {
			clear(m)
		}
		r.kept = 0
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(shown(w), measureSize, f.style(), f.font)
	width := size.Width / measureSize
	known[strings.Clone(w)] = width // a copy, so that no report is kept alive by one word
	r.kept++
	return width
}

package look

import (
	"image/color"
	"math"
	"testing"

	"lectern/data"
)

// luminance and ratio are WCAG 2.2's relative luminance and contrast ratio.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

func ratio(a, b color.NRGBA) float64 {
	l, d := luminance(a), luminance(b)
	if l < d {
		l, d = d, l
	}
	return (l + 0.05) / (d + 0.05)
}

func TestTextCanBeReadInEveryMode(t *testing.T) {
	for _, mode := range append(Modes(), Projector) {
		for _, dark := range []bool{false, true} {
			p := PaletteOf(mode, dark)
			least := 4.5
			if mode == Contrast || mode == Projector {
				least = 7
			}
			check := func(what string, ink, ground color.NRGBA) {
				if r := ratio(ink, ground); r < least {
					t.Errorf("%s, dark %v: %s has contrast %.2f, want %.1f", mode, dark, what, r, least)
				}
			}
			for _, ground := range []color.NRGBA{p.Paper, p.Sheet, p.Raised} {
				check("ink", p.Ink, ground)
				check("dim", p.Dim, ground)
				check("accent", p.Accent, ground)
				check("alarm", p.Alarm, ground)
			}
			check("ink on selection", p.Ink, p.Select)
			check("ink on a search hit", p.Ink, p.Found)
			check("on accent", p.OnAcc, p.Accent)
			for _, l := range data.Lanes() {
				c := p.Lane(l)
				check(string(l)+" on its wash", c.Ink, c.Wash)
				check(string(l)+" on the sheet", c.Ink, p.Sheet)
				check("ink on wash of "+string(l), p.Ink, c.Wash)
			}
		}
	}
}

func TestLanesDifferInEveryMode(t *testing.T) {
	for _, mode := range append(Modes(), Projector) {
		seen := map[color.NRGBA]data.Lane{}
		for _, l := range data.Lanes() {
			ink := PaletteOf(mode, false).Lane(l).Ink
			if other, twice := seen[ink]; twice {
				t.Errorf("%s: %s and %s have one colour", mode, l, other)
			}
			seen[ink] = l
		}
	}
}

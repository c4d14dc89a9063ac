package scene

import (
	"image/color"
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"lectern/app/look"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/brief"
)

var published = time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)

func part(lane data.Lane, words string) brief.Part {
	return brief.Part{Fate: brief.AsItWas, Taken: published, Quote: data.Quote{
		Report: 1, Span: data.Span{Start: 0, End: len(words)}, Words: words, Lane: lane, Speaker: "Ilya Maren", Title: "The valley opens",
		Publisher: "The Paper", Published: published, Marking: data.Amber}}
}

const agreed = "Both sides agreed that humanitarian access to the valley opens on Monday."

func statement(words string) brief.Slide {
	return brief.Slide{Kind: data.StatementStep, Marking: data.Amber, Parts: []brief.Part{
		part(data.Statement, words), part(data.Caveat, "Analysts warn that such openings were announced before."),
		part(data.Reaction, "Crowds in the square cheered."),
	}}
}

// drawn are the objects of a view of a slide.
func drawn(s brief.Slide, view int, size fyne.Size, o Options) []fyne.CanvasObject {
	v := New()
	v.Resize(size)
	v.Set(s, view, o)
	return test.WidgetRenderer(v).Objects()
}

func words(all []fyne.CanvasObject) string {
	var b strings.Builder
	for _, o := range all {
		if t, ok := o.(*canvas.Text); ok {
			b.WriteString(t.Text + " ")
		}
	}
	return b.String()
}

// linesOf are the words of long items that a view shows.
func linesOf(p plan, view int, text string) (said string) {
	pages := p.columns[0].pages
	if view >= len(pages) { // its last page stays in sight beside a longer column
		return ""
	}
	for _, it := range pages[view] {
		for i := it.from; i < it.to && it.kind != heading; i++ {
			s := it.lines.Span(i)
			said += text[s.Start:s.End]
		}
	}
	return said
}

var sizes = map[string]fyne.Size{
	"4:3": fyne.NewSize(1024, 768), "16:9": fyne.NewSize(1920, 1080), "16:10": fyne.NewSize(1280, 800),
	"small": fyne.NewSize(640, 360), "tall": fyne.NewSize(768, 1024),
}

func TestAViewSaysWhatItShowsAndWhereItIsFrom(t *testing.T) {
	test.NewTempApp(t)
	for name, size := range sizes {
		got := words(drawn(statement(agreed), 0, size, Options{}))
		for _, want := range []string{"humanitarian", "Statement", "S", "Ilya Maren", "The Paper", "2026", "TLP:AMBER"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not on %q", name, want, got)
			}
		}
		if n := strings.Count(got, "TLP:AMBER"); n != 2 {
			t.Errorf("%s: the marking is there %d times", name, n)
		}
	}
}

// However long a passage is, no type is smaller than the floor, all words come
// up in order, nothing reaches beyond the view, and each view names the source.
func TestLongPassagesAreSteppedNeverShrunk(t *testing.T) {
	test.NewTempApp(t)
	setter := page.NewSetter(page.Faces{})
	rapid.Check(t, func(t *rapid.T) {
		size := fyne.NewSize(float32(rapid.IntRange(640, 2000).Draw(t, "width")), float32(rapid.IntRange(480, 1200).Draw(t, "height")))
		text := strings.TrimSpace(strings.Repeat(agreed+" ", rapid.IntRange(1, 12).Draw(t, "times")))
		kind := rapid.SampledFrom([]data.BriefStepKind{data.StatementStep, data.QuotationStep, data.TitleCard}).Draw(t, "kind")
		o := Options{Share: float32(rapid.Float64Range(0, 0.2).Draw(t, "share")), Zoom: rapid.Bool().Draw(t, "zoom")}
		s := statement(text)
		s.Kind = kind
		if kind == data.TitleCard {
			s = brief.Slide{Kind: kind, Title: "A title", Words: text, Marking: data.Red}
		}
		n := Count(setter, s, size, o)
		said := ""
		for view := range n {
			v := With(setter)
			v.Resize(size)
			v.Set(s, view, o)
			main := 0
			for _, o := range test.WidgetRenderer(v).Objects() {
				end := o.Position().Add(o.Size())
				if o.Position().X < -1 || end.X > size.Width+1 || end.Y > size.Height+1 || o.Position().Y < -1 {
					t.Fatalf("view %d of %d at %v: an object from %v to %v", view, n, size, o.Position(), end)
				}
				if text, ok := o.(*canvas.Text); ok {
					if text.TextSize < size.Height*Floor*small-1.5 {
						t.Fatalf("type of %v on a height of %v", text.TextSize, size.Height)
					}
					if text.TextSize >= size.Height*Floor {
						main++
					}
				}
			}
			said += linesOf(v.lay(size), view, text)
			if main == 0 {
				t.Fatalf("view %d of %d at %v has no words", view, n, size)
			}
		}
		if kind == data.TitleCard || o.Zoom {
			flat := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if !strings.Contains(flat(said), flat(text)) {
				t.Fatalf("%d views at %v say %q", n, size, said)
			}
		}
	})
}

func TestMarkingsAreInTheirExactColoursOnBlackAtTheRight(t *testing.T) {
	test.NewTempApp(t)
	size := sizes["16:9"]
	for _, m := range data.Markings() {
		s := statement(agreed)
		s.Marking = m
		labels := 0
		for _, o := range drawn(s, 0, size, Options{}) {
			if text, ok := o.(*canvas.Text); ok && text.Text == string(m) {
				labels++
				if text.Color != color.Color(hex(m.Colour())) {
					t.Errorf("%s is written in %v", m, text.Color)
				}
				if right := text.Position().X + text.Size().Width; right < size.Width*0.95 {
					t.Errorf("%s ends at %v", m, right)
				}
			}
		}
		if labels != 2 {
			t.Errorf("%s stands %d times", m, labels)
		}
		if r := ratio(hex(m.Colour()), black); m != data.Red && r < 7 {
			t.Errorf("%s on black: %.1f", m, r)
		}
	}
}

// Every colour of words that a room sees, on what lies behind it.
func TestAllWordsHaveAContrastOfSeven(t *testing.T) {
	p := look.PaletteOf(look.Projector, true)
	for _, l := range append(data.Lanes(), data.NoLane) {
		lane := p.Lane(l)
		for what, pair := range map[string][2]color.NRGBA{
			"words": {p.Ink, lane.Wash}, "source": {p.Dim, lane.Wash}, "lane": {lane.Ink, lane.Wash}, "letter": {p.Paper, lane.Ink},
			"fate": {p.Alarm, lane.Wash}, "quoted": {p.Ink, p.Found}, "around": {p.Ink, p.Raised}, "heading": {p.Ink, p.Paper},
		} {
			if r := ratio(pair[0], pair[1]); r < 7 {
				t.Errorf("%s of %q: %.2f", what, l, r)
			}
		}
	}
}

func TestWhatIsGoneSaysSo(t *testing.T) {
	test.NewTempApp(t)
	s := statement(agreed)
	s.Parts[0].Fate = brief.Gone
	if got := words(drawn(s, 0, sizes["16:9"], Options{})); !strings.Contains(got, "no longer in the library") || !strings.Contains(got, "as of") {
		t.Errorf("on it stands %q", got)
	}
}

func TestCoversShowNothingOfTheLibrary(t *testing.T) {
	test.NewTempApp(t)
	for cover, want := range map[Cover]string{Black: "", Titled: "The brief"} {
		got := strings.TrimSpace(words(drawn(statement(agreed), 0, sizes["16:9"], Options{Cover: cover, Heading: "The brief"})))
		if got != want {
			t.Errorf("cover %d shows %q", cover, got)
		}
	}
}

func TestASpotlightStepsAllButTheQuotationBack(t *testing.T) {
	test.NewTempApp(t)
	ink := look.PaletteOf(look.Projector, true).Ink
	full := func(o Options) (n int) {
		for _, o := range drawn(statement(agreed), 0, sizes["16:9"], o) {
			if t, ok := o.(*canvas.Text); ok && t.Color == color.Color(ink) {
				n++
			}
		}
		return n
	}
	if lit, all := full(Options{Spotlight: true}), full(Options{}); lit == 0 || lit >= all {
		t.Errorf("%d of %d lines are lit", lit, all)
	}
}

func ratio(a, b color.NRGBA) float64 {
	light := func(c color.NRGBA) float64 {
		channel := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
	}
	l, d := light(a), light(b)
	return (max(l, d) + 0.05) / (min(l, d) + 0.05)
}

package scene

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"lectern/app/look"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/brief"
)

// A lane is told by its word, its letter, its colour and its place, on wide
// displays and narrow ones.
func TestLanesAreToldByWordLetterColourAndPlace(t *testing.T) {
	test.NewTempApp(t)
	palette := look.PaletteOf(look.Projector, true)
	for name, size := range sizes {
		places := make(map[fyne.Position]bool)
		s := statement(agreed)
		n := Count(page.NewSetter(page.Faces{}), s, size, Options{})
		for _, lane := range data.Lanes()[:3] {
			word, letter, edge := false, false, false
			for view := range n {
				for _, o := range drawn(s, view, size, Options{}) {
					switch o := o.(type) {
					case *canvas.Text:
						letter = letter || o.Text == lane.Letter()
						if o.Text == laneWord(lane) {
							word = true
							places[o.Position()] = true
						}
					case *canvas.Rectangle:
						edge = edge || o.FillColor == palette.Lane(lane).Edge
					}
				}
			}
			if !word || !letter || !edge {
				t.Errorf("%s: of %s the word is there: %v, the letter: %v, the colour: %v", name, lane, word, letter, edge)
			}
		}
		if len(places) < 3 {
			t.Errorf("%s: three lanes stand in %d places", name, len(places))
		}
	}
}

// Words that run from right to left begin at the right, whatever the display.
func TestQuotationsFromTheRightBeginAtTheRight(t *testing.T) {
	test.NewTempApp(t)
	for _, words := range []string{
		"وقالت الوسيطة إن الطرفين اتفقا على فتح الممر يوم الاثنين ولمدة أسبوعين على الأقل.",
		"שני הצדדים הסכימו כי המסדרון ההומניטרי אל העמק ייפתח ביום שני.",
	} {
		s := brief.Slide{Kind: data.StatementStep, Parts: []brief.Part{part(data.Statement, words)}}
		for name, size := range sizes {
			v := New()
			v.Resize(size)
			v.Set(s, 0, Options{})
			it := v.lay(size).columns[0].pages[0][0]
			inner := v.lay(size).columns[0].x + it.width - it.pad()
			first := words[it.lines.Span(0).Start:it.lines.Span(0).End]
			right := float32(0)
			for _, o := range test.WidgetRenderer(v).Objects() {
				if text, ok := o.(*canvas.Text); ok && text.Text != "" && strings.Contains(first, strings.TrimSpace(text.Text)) {
					right = max(right, o.Position().X+o.Size().Width)
				}
			}
			if right < inner-2 || right > inner+2 {
				t.Errorf("%s: the first line ends at %v, its card at %v", name, right, inner)
			}
		}
	}
}

// No view is left with a word or two of a passage.
func TestNoViewHasALineOrTwoOfALongPassage(t *testing.T) {
	test.NewTempApp(t)
	setter := page.NewSetter(page.Faces{})
	for times := 2; times < 20; times++ {
		for name, size := range sizes {
			s := statement(strings.TrimSpace(strings.Repeat(agreed+" ", times)))
			plan := NewPlans(setter).of(s, size, Options{})
			for view, items := range plan.columns[0].pages {
				for _, it := range items {
					if it.main && it.count() < fewest && it.lines.Len() >= 2*fewest {
						t.Errorf("%s, %d times: view %d has %d of %d lines", name, times, view, it.count(), it.lines.Len())
					}
				}
			}
		}
	}
}

package page

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"lectern/data"
	"lectern/data/bidi"
)

// Two invented reports with names, numbers, brackets and words that run the other way.
const (
	hebrew = `הצדדים הסכימו על פתיחת המעבר (NATO מברכת) ב-15 במרץ
שר החוץ דן אלון אמר ביום חמישי כי "המעבר ייפתח ב-15 במרץ 2026" (יום ראשון). לדבריו, כ-3.5% מהתושבים, כ-12,400 איש, צפויים לשוב.
האו"ם, NATO והאיחוד האירופי (EU) בירכו על ההודעה; דוברת NATO, Anna Berg, אמרה: "This is a first step" והוסיפה שיש לבדוק את היישום.`
	arabic = `الطرفان يتفقان على فتح الممر في 15 مارس (بيان مشترك)
قال المتحدث باسم الوزارة، سامي الخوري، يوم الخميس إن «الممر سيُفتح في 15 مارس 2026» وإن نحو 40 ألف شخص (3.5% من السكان) سيعودون.
ورحبت الأمم المتحدة وNATO بالإعلان، وقالت Anna Berg: "This is a first step"، لكنها أضافت أن ٣٠ يومًا لا تكفي.`
	mixed = `The envoy Li Ming said that שלום עליכם, 40 times, and السلام عليكم would open the talks in 2026.
Reports from (ירושלים 12) and NATO disagree.`
)

func directionPage(t *rapid.T) (*Page, []Block) {
	text := rapid.SampledFrom([]string{hebrew, arabic, mixed}).Draw(t, "report")
	blocks := paragraphs(text)
	for i, b := range blocks {
		at := border(b.Text, rapid.IntRange(0, len(b.Text)-1).Draw(t, "source"))
		blocks[i].Marks = []Mark{{Span: data.Span{Start: b.Base + at, End: b.Base + min(len(b.Text), at+17)}, Style: Source}}
	}
	p := New()
	p.SetLook(Look{Size: float32(rapid.IntRange(11, 32).Draw(t, "size"))})
	p.Resize(fyne.NewSize(float32(rapid.IntRange(220, 900).Draw(t, "width")), 4000))
	p.SetBlocks(blocks)
	p.layOut()
	return p, blocks
}

// On paper the runs of a line stand in the order of their levels, side by side, and
// fill the line from the side where its paragraph begins.
func TestLinesOfEitherDirectionStandInTheirOrder(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		p, _ := directionPage(t)
		for _, b := range p.blocks {
			for _, l := range b.lines {
				runs := slices.Clone(p.runsOf(b, l))
				logical := slices.Clone(runs)
				slices.SortFunc(logical, func(a, b run) int { return a.start - b.start })
				at := int(l.start)
				for _, r := range logical {
					if r.start != at {
						t.Fatalf("the runs of a line leave out %q", b.Text[at:r.start])
					}
					at = r.end
				}
				bidi.Order(logical, func(r run) int { return r.level })
				for i, r := range runs {
					if r.start != logical[i].start {
						t.Fatalf("%q stands where %q should", b.Text[r.start:r.end], b.Text[logical[i].start:logical[i].end])
					}
					if i > 0 && math.Abs(float64(runs[i-1].x+runs[i-1].w-r.x)) > 0.5 {
						t.Fatalf("run %d begins at %v, the one before ends at %v", i, r.x, runs[i-1].x+runs[i-1].w)
					}
				}
				last := runs[len(runs)-1]
				if end := last.x + last.w; b.rtl && math.Abs(float64(end-b.textLeft-b.textWidth)) > 0.5 || !b.rtl && runs[0].x != b.textLeft {
					t.Fatalf("a line stands from %v to %v", runs[0].x, end)
				}
			}
		}
	})
}

// What is marked or selected is covered on paper, all of it and nothing else: the
// bands of two halves of a line together are as wide as the line.
func TestBandsCoverTheirWordsInEitherDirection(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		p, _ := directionPage(t)
		b := p.blocks[rapid.IntRange(0, len(p.blocks)-1).Draw(t, "block")]
		l := b.lines[rapid.IntRange(0, len(b.lines)-1).Draw(t, "line")]
		cut := border(b.Text, rapid.IntRange(int(l.start), int(l.vis)).Draw(t, "cut"))
		runs := slices.Clone(p.runsOf(b, l))
		wide := func(from, to int) (sum float32) {
			for _, x := range p.rangesOf(b, runs, from, to) {
				if x[1] < x[0]-0.01 {
					t.Fatalf("a band from %v to %v", x[0], x[1])
				}
				sum += x[1] - x[0]
			}
			return sum
		}
		whole := wide(int(l.start), int(l.vis))
		if sum := wide(int(l.start), cut) + wide(cut, int(l.vis)); math.Abs(float64(sum-whole)) > 1.5 {
			t.Fatalf("%q and %q are covered by %v of %v", b.Text[l.start:cut], b.Text[cut:l.vis], sum, whole)
		}
	})
}

// A click on a letter's near half finds that letter, also where lines are read from
// the right, and dragging over a line selects its words in the order of reading.
func TestClickingAndDraggingWorkInEitherDirection(t *testing.T) {
	for _, text := range []string{hebrew, arabic, mixed} {
		p, _ := shownPage(t, 520, 900, paragraphs(text)...)
		for i, b := range p.blocks {
			for n, l := range b.lines {
				y := b.lineTop(n) - p.offset + 5
				for _, r := range slices.Clone(p.runsOf(b, l)) {
					for at := r.start; at < r.end; at = cluster(b.Text, at) {
						next := min(cluster(b.Text, at), r.end)
						from, to := p.caret(b, r, at), p.caret(b, r, next)
						if math.Abs(float64(to-from)) < 1 {
							continue // joined to the letter before
						}
						if got := p.nearest(fyne.NewPos(from+(to-from)*0.3, y)); got != (spot{i, at}) {
							t.Errorf("%q: byte %d is hit as %v", b.Text, at, got)
						}
					}
				}
			}
		}
		b := p.blocks[0]
		p.Select(data.Span{Start: b.Base, End: b.Base + len(b.Text)})
		if _, got := p.Selection(); strings.TrimSpace(got) != b.Text {
			t.Errorf("selected %q", got)
		}
	}
}

package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/library/imprint"
	"lectern/data/synth"
)

// press is a made-up press: reports as Trace wants them, with their texts.
type press struct {
	kin    []library.Kin
	bodies []string
	maker  *synth.Maker
	next   int
}

func newPress() *press { return &press{maker: synth.New(1)} }

// prose is new words that no other report has.
func (p *press) prose(size int) string {
	p.next++
	return p.maker.Report(p.next, size).Body
}

func (p *press) put(publisher string, day int, body string) data.ReportID {
	id := data.ReportID(len(p.kin) + 1)
	p.kin = append(p.kin, library.Kin{ID: id, Publisher: publisher, Words: len(body) / 6,
		Day: time.Date(2026, 1, 1+day, 0, 0, 0, 0, time.UTC), Sketch: imprint.Of("", "", body).Sketch})
	p.bodies = append(p.bodies, body)
	return id
}

func (p *press) texts(ids []data.ReportID, use func(data.ReportID, string)) error {
	for _, id := range ids {
		use(id, p.bodies[id-1])
	}
	return nil
}

func (p *press) trace(t testing.TB) *Stories {
	t.Helper()
	s, err := Trace(p.kin, p.texts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFiveReportsTwoOrigins(t *testing.T) {
	p := newPress()
	wire, agency := p.prose(2400), p.prose(2000)
	a := p.put("Wire One", 0, wire)
	b := p.put("Agency Two", 0, agency)
	c := p.put("Coast Courier", 1, p.prose(900)+"\n\n"+wire)
	d := p.put("Hill Herald", 1, wire[:1500])
	e := p.put("River Record", 2, agency[:1200]+"\n\n"+p.prose(500)+"\n\n"+wire[600:1900])
	alone := p.put("Hill Herald", 2, p.prose(2400))

	s := p.trace(t)
	story, ok := s.Of(e)
	if !ok || len(story.Carriers) != 5 || story.Origins() != 2 {
		t.Fatalf("%v %+v", ok, story)
	}
	var origins []data.ReportID
	for _, c := range story.Carriers {
		if c.Origin {
			origins = append(origins, c.Report)
		} else if c.From == 0 || c.Share < 0.2 {
			t.Errorf("a copy has no source: %+v", c)
		}
	}
	slices.Sort(origins)
	if !slices.Equal(origins, []data.ReportID{a, b}) {
		t.Errorf("origins are %v", origins)
	}
	if _, ok := s.Of(alone); ok {
		t.Error("a report of its own words belongs to a story")
	}
	if n := s.Origins([]data.ReportID{a, b, c, d, e, alone}); n != 3 {
		t.Errorf("six reports have %d origins", n)
	}
}

func TestOnOneDayTheOriginIsTheReportThatTheOthersHaveInThem(t *testing.T) {
	p := newPress()
	wire := p.prose(2000)
	p.put("Coast Courier", 0, p.prose(700)+"\n\n"+wire)
	original := p.put("Wire One", 0, wire)
	p.put("Hill Herald", 0, wire[:900])
	s := p.trace(t)
	if len(s.All) != 1 || !s.All[0].Carriers[0].Origin || s.All[0].Carriers[0].Report != original || s.All[0].Origins() != 1 {
		t.Errorf("%+v", s.All)
	}
}

func TestWhatAnOutletPutsUnderAllItsTextsJoinsNothing(t *testing.T) {
	p := newPress()
	footer, house := p.prose(500), p.prose(500)
	for i := range 6 {
		p.put("Coast Courier", i, p.prose(1500)+"\n\n"+footer)
		p.put("Hill Herald", i, p.prose(1500)+"\n\n"+house)
	}
	p.put("River Record", 9, p.prose(1500)+"\n\n"+footer) // of the same group
	if s := p.trace(t); len(s.All) != 0 {
		t.Errorf("%+v", s.All)
	}
}

func TestOneQuotedSentenceJoinsNothing(t *testing.T) {
	p := newPress()
	quote := "“" + strings.Join(strings.Fields(p.prose(400))[:20], " ") + "”"
	for i, name := range []string{"Coast Courier", "Hill Herald", "River Record"} {
		p.put(name, i, p.prose(800)+" "+quote+" "+p.prose(800))
	}
	if s := p.trace(t); len(s.All) != 0 {
		t.Errorf("%+v", s.All)
	}
}

// Two reporters at one press conference have its words, and not each other's.
func TestALongStatementThatTwoQuoteIsNoOrigin(t *testing.T) {
	p := newPress()
	said := strings.Split(strings.NewReplacer("“", "", "”", "").Replace(p.prose(2400)), ". ")
	whole := "“" + strings.Join(said, ". ") + "”"
	paragraphs := "“" + strings.Join(said, ".\n\n“") + "”"
	pieces := "«" + strings.Join(said, "», said the minister on Tuesday. «") + "»"
	straight := "\"" + strings.Join(said, "\" the minister told reporters. \"") + "\""
	straight = strings.ReplaceAll(straight, "\n\n", "\" it said. \"")
	for i, quoted := range []string{whole, paragraphs, pieces, straight} {
		p.put(fmt.Sprint("Outlet ", i), i, p.prose(600)+"\n\n"+quoted+"\n\n"+p.prose(600))
	}
	if s := p.trace(t); len(s.All) != 0 {
		t.Errorf("%+v", s.All)
	}
	wire := p.prose(700) + " " + whole
	a, b := p.put("Wire One", 5, wire), p.put("Coast Courier", 6, wire)
	s := p.trace(t)
	if story, ok := s.Of(a); !ok || len(story.Carriers) != 2 || story.Carriers[1].Report != b {
		t.Errorf("a copy of a report that quotes much: %+v", s.All)
	}
}

func TestAnOriginIsDatedByItsFirstVersion(t *testing.T) {
	p := newPress()
	wire := p.prose(2000)
	late := p.put("Wire One", 4, wire+" "+p.prose(300)) // came in before the older ones
	p.put("Coast Courier", 3, wire)
	newest := p.put("Wire One", 6, p.prose(400)+" "+wire)
	first := p.put("Wire One", 2, wire)
	for _, id := range []data.ReportID{late, newest, first} {
		p.kin[id-1].Article = 1
	}
	s := p.trace(t)
	if len(s.All) != 1 || s.All[0].Origins() != 1 {
		t.Fatalf("%+v", s.All)
	}
	if c := s.All[0].Carriers[0]; !c.Origin || c.First != first || c.Report != newest {
		t.Errorf("%+v should be the origin, from its version %d", c, first)
	}
}

func TestVersionsOfAnArticleCountOnceAndAreNotTheirOwnCopies(t *testing.T) {
	p := newPress()
	wire := p.prose(2000)
	first := p.put("Wire One", 0, wire)
	second := p.put("Wire One", 1, wire+" "+p.prose(300))
	p.kin[0].Article, p.kin[1].Article = 1, 1
	p.put("Coast Courier", 1, wire)
	s := p.trace(t)
	story, ok := s.Of(first)
	if !ok || len(story.Carriers) != 2 || story.Carriers[0].Report != second || story.Origins() != 1 {
		t.Errorf("%v %+v", ok, story)
	}
}

// plant puts stories into a press as outlets make them: paragraphs of their own
// around the agency's, which are cut, and some of whose words are changed.
func (p *press) plant(r *rand.Rand, stories, copies int) (truth [][]data.ReportID) {
	for n := range stories {
		wire := strings.Split(p.prose(2200), "\n\n")
		ids := []data.ReportID{p.put(fmt.Sprint("Wire ", n%3), n%300, strings.Join(wire, "\n\n"))}
		for range copies {
			var out []string
			if r.IntN(2) == 0 {
				out = append(out, p.prose(200+r.IntN(800)))
			}
			keep := wire[:max(1, len(wire)*(50+r.IntN(51))/100)]
			for _, paragraph := range keep {
				words := strings.Fields(paragraph)
				for range len(words) / 40 {
					words[r.IntN(len(words))] = p.maker.Word(r.IntN(5000))
				}
				out = append(out, strings.Join(words, " "))
			}
			if r.IntN(2) == 0 {
				out = append(out, p.prose(100+r.IntN(500)))
			}
			ids = append(ids, p.put(fmt.Sprint("Outlet ", r.IntN(200)), n%300+r.IntN(3), strings.Join(out, "\n\n")))
		}
		truth = append(truth, ids)
	}
	return truth
}

// score compares pairs of reports said to share an origin with the planted ones.
func score(s *Stories, truth [][]data.ReportID, kin []library.Kin) (recall, precision float64) {
	story := map[data.ReportID]int{}
	for n, ids := range truth {
		for _, id := range ids {
			story[id] = n + 1
		}
	}
	planted, found, right := 0, 0, 0
	for _, ids := range truth {
		for i := range ids {
			for j := range i {
				if kin[ids[i]-1].Publisher != kin[ids[j]-1].Publisher {
					planted++
				}
			}
		}
	}
	for _, one := range s.All {
		for i, a := range one.Carriers {
			for _, b := range one.Carriers[:i] {
				if kin[a.Report-1].Publisher == kin[b.Report-1].Publisher {
					continue
				}
				found++
				if story[a.Report] != 0 && story[a.Report] == story[b.Report] {
					right++
				}
			}
		}
	}
	return float64(right) / float64(max(planted, 1)), float64(right) / float64(max(found, 1))
}

// fill adds reports of own words, under the words that each of 60 outlets puts
// under everything.
func (p *press) fill(n int) {
	footers := make([]string, 60)
	for i := range footers {
		footers[i] = p.prose(300)
	}
	for i := range n {
		p.put(fmt.Sprint("Outlet ", i%60), i%300, p.prose(2500)+"\n\n"+footers[i%60])
	}
}

func TestPlantedCopiesAreFoundAmongOtherReports(t *testing.T) {
	p := newPress()
	truth := p.plant(rand.New(rand.NewPCG(1, 2)), 60, 4)
	p.fill(1500)
	recall, precision := score(p.trace(t), truth, p.kin)
	if recall < 0.95 || precision < 0.98 {
		t.Errorf("recall %.3f, precision %.3f", recall, precision)
	}
}

// BenchmarkTrace finds the stories among 100,000 reports, 20,000 of them carrying
// planted copies.
func BenchmarkTrace(b *testing.B) {
	p := newPress()
	truth := p.plant(rand.New(rand.NewPCG(1, 2)), 4000, 4)
	p.fill(80_000)
	b.ResetTimer()
	var s *Stories
	for range b.N {
		s = p.trace(b)
	}
	recall, precision := score(s, truth, p.kin)
	b.ReportMetric(recall, "recall")
	b.ReportMetric(precision, "precision")
	b.ReportMetric(float64(len(p.kin)), "reports")
}

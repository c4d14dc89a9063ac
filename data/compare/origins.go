package compare

import (
	"cmp"
	"context"
	"slices"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/library/imprint"
)

// Story is a set of reports from several outlets that carry the same passages.
type Story struct {
	Carriers []Carrier // the earliest first; the origins before their copies of a day
}

// Carrier is one article of a story.
type Carrier struct {
	Report data.ReportID // the newest version
	First  data.ReportID // the earliest, by which it is dated
	Origin bool          // nothing in it was found in an earlier report of the story
	From   data.ReportID // the earlier report it shares most with, 0 for an origin
	Share  float64       // how much of its text stands in From, 0 to 1
}

// Origins counts the reports that the story can be traced back to.
func (s Story) Origins() (n int) {
	for _, c := range s.Carriers {
		if c.Origin {
			n++
		}
	}
	return n
}

// Stories are all stories of a library, those with most reports first.
type Stories struct {
	All     []Story
	Reports []library.Storied // each report of each, older versions too
	of      map[data.ReportID]int
}

// Of finds the story that a report or a version of it belongs to.
func (s *Stories) Of(id data.ReportID) (Story, bool) {
	if s == nil {
		return Story{}, false
	}
	i, ok := s.of[id]
	if !ok {
		return Story{}, false
	}
	return s.All[i], true
}

// Origins counts of some reports how many origins they have together: those that
// copy one another count once.
func (s *Stories) Origins(ids []data.ReportID) int {
	n, seen := 0, map[int]bool{}
	for _, id := range ids {
		i, ok := s.of[id]
		switch {
		case !ok:
			n++
		case !seen[i]:
			seen[i] = true
			n += s.All[i].Origins()
		}
	}
	return min(n, len(ids))
}

// Origins finds the stories of a library: seconds for 100,000 reports.
func Origins(ctx context.Context, lib *library.Library) (*Stories, error) {
	kin, err := lib.Kin(ctx)
	if err != nil {
		return nil, err
	}
	return Trace(kin, func(ids []data.ReportID, use func(data.ReportID, string)) error {
		return lib.Bodies(ctx, ids, func(id data.ReportID, body string) error {
			use(id, body)
			return nil
		})
	})
}

// Texts gets the texts of reports.
type Texts func(ids []data.ReportID, use func(id data.ReportID, body string)) error

// Trace finds the stories among reports: pairs by their sketches, and of those
// the ones whose texts have words in common that neither quotes.
func Trace(kin []library.Kin, texts Texts) (*Stories, error) {
	all := articles(kin)
	shared, house := share(all)
	links, err := settle(all, likely(all, shared), house, texts)
	if err != nil {
		return nil, err
	}
	return stories(all, links), nil
}

// article is a report with its older versions.
type article struct {
	reports  []data.ReportID // the newest last
	outlet   string          // of the first, "" where it is not known
	day      time.Time       // of the first
	sketch   imprint.Sketch  // of all versions
	passages int             // hashes that other outlets have too
}

// articles puts versions together.
func articles(kin []library.Kin) []article {
	kin = slices.Clone(kin)
	slices.SortStableFunc(kin, func(a, b library.Kin) int { return a.Day.Compare(b.Day) })
	all := make([]article, 0, len(kin))
	at := map[int64]int{}
	for _, k := range kin {
		i, ok := at[k.Article]
		if ok && k.Article != 0 {
			all[i].reports = append(all[i].reports, k.ID)
			all[i].sketch = merged(all[i].sketch, k.Sketch)
			continue
		}
		at[k.Article] = len(all)
		all = append(all, article{reports: []data.ReportID{k.ID}, outlet: outlet(k), day: k.Day, sketch: k.Sketch})
	}
	return all
}

// merged are two ascending rows as one.
func merged[T ~[]uint32](a, b T) T {
	if len(a) == 0 {
		return b
	}
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// newest is the report that stands for an article.
func (a *article) newest() data.ReportID { return a.reports[len(a.reports)-1] }

// before tells which of two articles comes first in a story: the earlier, on one
// day the one that has more of what is shared, then the one that adds less.
func before(a, b *article) int {
	return cmp.Or(a.day.Compare(b.day), cmp.Compare(b.passages, a.passages),
		cmp.Compare(len(a.sketch), len(b.sketch)), cmp.Compare(a.reports[0], b.reports[0]))
}

// stories groups articles by their links and finds the origins of each group.
func stories(all []article, links []link) *Stories {
	group := newGroups(len(all))
	earlier := map[int]link{} // the link by which an article has most of an earlier one
	for _, l := range links {
		group.join(l.a, l.b)
		late, early := l.a, l.b
		if before(&all[late], &all[early]) < 0 {
			late, early = early, late
		}
		if had, ok := earlier[late]; !ok || l.runs > had.runs {
			earlier[late] = link{a: late, b: early, runs: l.runs}
		}
	}
	members := map[int][]int{}
	for _, l := range links {
		for _, i := range []int{l.a, l.b} {
			root := group.of(i)
			members[root] = append(members[root], i)
		}
	}
	out := &Stories{of: map[data.ReportID]int{}}
	for _, m := range members {
		slices.Sort(m)
		m = slices.Compact(m)
		slices.SortFunc(m, func(i, j int) int { return before(&all[i], &all[j]) })
		out.All = append(out.All, tell(all, m, earlier))
	}
	slices.SortFunc(out.All, func(a, b Story) int {
		return cmp.Or(cmp.Compare(len(b.Carriers), len(a.Carriers)), cmp.Compare(a.Carriers[0].Report, b.Carriers[0].Report))
	})
	reports := map[data.ReportID][]data.ReportID{}
	for i := range all {
		reports[all[i].newest()] = all[i].reports
	}
	for i, s := range out.All {
		for _, c := range s.Carriers {
			for _, id := range reports[c.Report] {
				out.Reports = append(out.Reports, library.Storied{Report: id, Story: i, Origin: c.Origin})
				out.of[id] = i
			}
		}
	}
	return out
}

func tell(all []article, members []int, earlier map[int]link) (s Story) {
	for _, i := range members {
		c := Carrier{Report: all[i].newest(), First: all[i].reports[0], Origin: true}
		if l, ok := earlier[i]; ok {
			o := imprint.Compare(all[i].sketch, all[l.b].sketch)
			c.Origin, c.From, c.Share = false, all[l.b].newest(), o.OfA()
		}
		s.Carriers = append(s.Carriers, c)
	}
	return s
}

// groups joins numbers into sets.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int) { g[g.of(i)] = g.of(j) }

package library

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"lectern/data"
)

// Facets are the counts of the reports in a set.
type Facets struct {
	Lanes  data.LaneCounts // reports with such a passage
	Unread int
	Years  []Facet // of publication, the latest first
	Names  map[Kind][]Facet
}

// Facets counts the reports of a set by everything they can be narrowed by, the
// most frequent name first, and most names of each kind.
func (c *Catalogue) Facets(of Set, most int) Facets {
	f := Facets{Unread: of.Without(c.read).Len(), Years: c.years(of.And(c.dated)), Names: make(map[Kind][]Facet)}
	for i, l := range data.Lanes() {
		f.Lanes.Add(l, of.And(c.lanes[i]).Len())
	}
	for k := ThemeName; k < kinds; k++ {
		counts := make([]int, len(c.names[k].all))
		for i, p := range c.names[k].reports {
			counts[i] = p.within(of)
		}
		f.Names[k] = frequent(c.names[k].all, counts, most)
	}
	f.Names[ActorName] = frequent(c.names[ActorName].all, c.actorCounts(of), most)
	return f
}

// actorCounts counts the reports in which each actor speaks, under any name.
func (c *Catalogue) actorCounts(of Set) []int {
	speakers := c.names[SpeakerName].reports
	own := make([]int, len(c.names[ActorName].all)) // how many names an actor has
	for i := range speakers {
		own[c.actors[i]]++
	}
	counts := make([]int, len(own))
	together := make(map[uint32]Set)
	for i, p := range speakers {
		if a := c.actors[i]; own[a] == 1 {
			counts[a] = p.within(of)
		} else {
			together[a] = together[a].Or(p.set())
		}
	}
	for a, s := range together {
		counts[a] = posting{many: s}.within(of)
	}
	return counts
}

// years counts reports by the year they were published in, the latest first.
func (c *Catalogue) years(of Set) (all []Facet) {
	days := make(map[int32]int)
	last, n := int32(0), 0
	for _, id := range of.Newest(0) {
		if int(id) >= len(c.days) {
			continue
		}
		if c.days[id] != last { // those that came in together are often of one day
			days[last] += n
			last, n = c.days[id], 0
		}
		n++
	}
	days[last] += n
	years := make(map[int]int)
	for day, n := range days {
		at := int64(day)
		years[timeOfDay(&at).Year()] += n
	}
	for year, n := range years {
		if n > 0 {
			all = append(all, Facet{Name: strconv.Itoa(year), Count: n})
		}
	}
	slices.SortFunc(all, func(a, b Facet) int { return cmp.Or(len(b.Name)-len(a.Name), strings.Compare(b.Name, a.Name)) })
	return all
}

func frequent(names []string, counts []int, most int) (all []Facet) {
	for i, n := range counts {
		if n > 0 && names[i] != "" {
			all = append(all, Facet{Name: names[i], Count: n})
		}
	}
	slices.SortFunc(all, func(a, b Facet) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	return all[:min(len(all), most)]
}

// collation gives the keys by which names stand in alphabetical order.
func collation() func(name string) string {
	by, buf := collate.New(language.Und, collate.IgnoreCase), collate.Buffer{}
	return func(name string) string {
		defer buf.Reset()
		return string(by.KeyFromString(&buf, name))
	}
}

// titleOrder puts all reports into the order of their titles.
func (c *Catalogue) titleOrder() []data.ReportID {
	type keyed struct {
		id  data.ReportID
		key string
	}
	all, key := make([]keyed, 0, len(c.order)), collation()
	for _, id := range c.order {
		title := ""
		if int(id) < len(c.titles) {
			title = c.titles[id]
		}
		all = append(all, keyed{id, key(title)})
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	ids := make([]data.ReportID, len(all))
	for i, k := range all {
		ids[i] = k.id
	}
	return ids
}

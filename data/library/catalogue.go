package library

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"lectern/data"
	spelling "lectern/data/name"
)

// Kind is a kind of name that reports can be gathered under.
type Kind int

// The kinds of names. SpeakerName is a name as reports spell it, ActorName the
// actor it is listed under.
const (
	SpeakerName Kind = iota
	ActorName
	ThemeName
	PublisherName
	TagName
	LangName
	kinds
)

// Catalogue is what filters, counts and orders need of every report, held in
// memory: one state of the library that does not change any more.
type Catalogue struct {
	cards  []card // by report
	all    Set
	older  Set
	names  [kinds][]string
	places [kinds]map[string]uint32
	actors []uint32            // of each speaker's name
	lasts  map[string][]uint32 // speakers' names by what their last words have in common
	order  []data.ReportID
}

// card is one report in the catalogue.
type card struct {
	there, read, sample bool
	older               bool  // there is a newer version of the same article
	lanes               uint8 // bit i for Lanes()[i]
	published           int32 // days since 1970, none for unknown
	day                 int32
	title               string
	publisher, lang     uint32
	speakers            []uint32
	themes, tags        []uint32
}

const noDay = -1 << 31

// All are all reports.
func (c *Catalogue) All() Set { return c.all }

// Older are the reports that have a newer version.
func (c *Catalogue) Older() Set { return c.older }

// Where are the reports that pass a test of their own.
func (c *Catalogue) where(test func(*card) bool) Set {
	s := Set{make([]uint64, len(c.cards)/64+1)}
	for id := range c.cards {
		if k := &c.cards[id]; k.there && test(k) {
			s.add(data.ReportID(id))
		}
	}
	return s
}

// InLane are the reports with a passage shown in a lane.
func (c *Catalogue) InLane(l data.Lane) Set {
	i := slices.Index(data.Lanes(), l)
	return c.where(func(k *card) bool { return i >= 0 && k.lanes&(1<<i) != 0 })
}

// Read are the reports that a person has opened, Samples those that ship with Lectern.
func (c *Catalogue) Read() Set    { return c.where(func(k *card) bool { return k.read }) }
func (c *Catalogue) Samples() Set { return c.where(func(k *card) bool { return k.sample }) }

// Published are the reports published on these days or between; zero is open, and
// a report without a day is in none.
func (c *Catalogue) Published(from, to time.Time) Set {
	first, last := int32(noDay+1), int32(1<<31-1)
	if d := dayOf(from); d != nil {
		first = int32(*d)
	}
	if d := dayOf(to); d != nil {
		last = int32(*d)
	}
	return c.where(func(k *card) bool { return k.published >= first && k.published <= last })
}

// Names lists the names of a kind; some may have no report any more.
func (c *Catalogue) Names(k Kind) []string { return c.names[k] }

// Actor is the actor that a speaker's name is listed under, the name itself where
// it is not known.
func (c *Catalogue) Actor(speaker string) string {
	if at, ok := c.places[SpeakerName][speaker]; ok {
		return c.names[ActorName][c.actors[at]]
	}
	return speaker
}

// Spellings are the ways in which the last word of speakers' names is spelled
// where it is the same name as word, in any script.
func (c *Catalogue) Spellings(word string) (all []string) {
	for _, at := range c.lasts[spelling.Key(word)] {
		parts := strings.Fields(c.names[SpeakerName][at])
		if last := parts[len(parts)-1]; !slices.Contains(all, last) {
			all = append(all, last)
		}
	}
	return all
}

// Named are the reports with a name of a kind that fits.
func (c *Catalogue) Named(k Kind, fits func(name string) bool) Set {
	good := make([]bool, len(c.names[k]))
	some := false
	for i, name := range c.names[k] {
		good[i] = name != "" && fits(name)
		some = some || good[i]
	}
	if !some {
		return Set{}
	}
	return c.where(func(x *card) bool {
		switch k {
		case PublisherName:
			return good[x.publisher]
		case LangName:
			return good[x.lang]
		}
		return slices.ContainsFunc(c.listed(x, k), func(n uint32) bool {
			if k == ActorName {
				n = c.actors[n]
			}
			return good[n]
		})
	})
}

// With are the reports that have any name of a kind.
func (c *Catalogue) With(k Kind) Set { return c.Named(k, func(string) bool { return true }) }

func (c *Catalogue) listed(x *card, k Kind) []uint32 {
	switch k {
	case SpeakerName, ActorName:
		return x.speakers
	case ThemeName:
		return x.themes
	case TagName:
		return x.tags
	}
	return nil
}

// Lang is the language of a report.
func (c *Catalogue) Lang(id data.ReportID) string {
	if int(id) >= len(c.cards) {
		return ""
	}
	return c.names[LangName][c.cards[id].lang]
}

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
	f := Facets{Names: make(map[Kind][]Facet)}
	var counts [kinds][]int
	for k := range counts {
		counts[k] = make([]int, len(c.names[k]))
	}
	seen := make([]data.ReportID, len(c.names[ActorName])) // an actor may have several names in a report
	years := make(map[int]int)
	lanes := data.Lanes()
	for _, id := range of.Newest(0) {
		if int(id) >= len(c.cards) {
			continue
		}
		k := &c.cards[id]
		for i, l := range lanes {
			f.Lanes.Add(l, int(k.lanes>>i&1))
		}
		if !k.read {
			f.Unread++
		}
		if k.published != noDay {
			day := int64(k.published)
			years[timeOfDay(&day).Year()]++
		}
		counts[PublisherName][k.publisher]++
		counts[LangName][k.lang]++
		for _, t := range k.themes {
			counts[ThemeName][t]++
		}
		for _, t := range k.tags {
			counts[TagName][t]++
		}
		for _, s := range k.speakers {
			if a := c.actors[s]; seen[a] != id {
				seen[a] = id
				counts[ActorName][a]++
			}
		}
	}
	for k := ActorName; k < kinds; k++ {
		f.Names[k] = frequent(c.names[k], counts[k], most)
	}
	for year, n := range years {
		f.Years = append(f.Years, Facet{Name: time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"), Count: n})
	}
	slices.SortFunc(f.Years, func(a, b Facet) int { return strings.Compare(b.Name, a.Name) })
	return f
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

// Order is an order of reports.
type Order string

// The orders. Best is by how well a search is answered, and like Newest where
// nothing is searched for.
const (
	Best        Order = "best"
	Newest      Order = "newest"
	Oldest      Order = "oldest"
	ByPublisher Order = "publisher"
	ByTitle     Order = "title"
)

// Sorted lists the reports of a set in an order.
func (c *Catalogue) Sorted(of Set, o Order) []data.ReportID {
	if o != ByTitle && o != ByPublisher {
		ids := make([]data.ReportID, 0, of.Len())
		for _, id := range c.order { // newest first
			if of.Has(id) {
				ids = append(ids, id)
			}
		}
		if o == Oldest {
			slices.Reverse(ids)
		}
		return ids
	}
	type keyed struct {
		id  data.ReportID
		key string
	}
	all := make([]keyed, 0, of.Len())
	by, buf := collate.New(language.Und, collate.IgnoreCase), collate.Buffer{}
	cached := make(map[uint32]string)
	for _, id := range c.order {
		if !of.Has(id) {
			continue
		}
		k := &c.cards[id]
		key := ""
		if o == ByPublisher {
			known := false
			if key, known = cached[k.publisher]; !known {
				key = string(by.KeyFromString(&buf, c.names[PublisherName][k.publisher]))
				cached[k.publisher] = key
			}
			if c.names[PublisherName][k.publisher] == "" {
				key = "\xff" // those without one go last
			}
		} else {
			key = string(by.KeyFromString(&buf, k.title))
		}
		buf.Reset()
		all = append(all, keyed{id, key})
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	ids := make([]data.ReportID, len(all))
	for i, k := range all {
		ids[i] = k.id
	}
	return ids
}

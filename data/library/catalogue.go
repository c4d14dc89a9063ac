package library

import (
	"cmp"
	"slices"
	"strings"
	"time"

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
	MarkingName
	kinds
)

// Depth is how much a catalogue knows. Each knows all that the one before does.
type Depth int

// The depths, from the one that is read at once to the one that takes longest.
const (
	unread  Depth = iota
	Spelled       // how speakers' names are spelled, and which reports are older versions
	Listed        // days, lanes, languages, publishers, markings, read marks
	Named         // who speaks in which report; themes and tags
	Titled        // titles, for their order
)

// Catalogue is what filters, counts and orders need of every report, held in
// memory: one state of the library that does not change any more.
type Catalogue struct {
	depth  Depth
	older  Set
	names  [kinds]names
	actors []uint32            // of each speaker's name
	lasts  map[string][]uint32 // speakers' names by what their last words have in common

	all, read, sample Set
	lanes             [4]Set          // as in data.Lanes
	days              []int32         // of each report, since 1970
	dated             Set             // those whose day is that of publication
	order             []data.ReportID // by day, the newest first

	titles  []string
	byTitle func() []data.ReportID
}

// names are the names of one kind, and the reports that have each.
type names struct {
	all     []string
	places  map[string]uint32
	reports []posting // nil while that has not been read
}

func (n *names) place(name string) uint32 {
	at, ok := n.places[name]
	if !ok {
		at = uint32(len(n.all))
		n.all = append(n.all, name)
		n.places[name] = at
	}
	return at
}

// All are all reports.
func (c *Catalogue) All() Set { return c.all }

// Older are the reports that have a newer version.
func (c *Catalogue) Older() Set { return c.older }

// InLane are the reports with a passage shown in a lane.
func (c *Catalogue) InLane(l data.Lane) Set {
	if i := slices.Index(data.Lanes(), l); i >= 0 {
		return c.lanes[i]
	}
	return Set{}
}

// Read are the reports that a person has opened, Samples those that ship with Lectern.
func (c *Catalogue) Read() Set    { return c.read }
func (c *Catalogue) Samples() Set { return c.sample }

// Published are the reports published on these days or between; zero is open, and
// a report without a day is in none.
func (c *Catalogue) Published(from, to time.Time) Set {
	first, last := int32(-1<<31), int32(1<<31-1)
	if d := dayOf(from); d != nil {
		first = int32(*d)
	}
	if d := dayOf(to); d != nil {
		last = int32(*d)
	}
	s := Set{make([]uint64, len(c.days)/64+1)}
	for id, day := range c.days {
		if day >= first && day <= last {
			s.words[id/64] |= 1 << (uint(id) % 64)
		}
	}
	return s.And(c.dated)
}

// Actor is the actor that a speaker's name is listed under, the name itself where
// it is not known.
func (c *Catalogue) Actor(speaker string) string {
	if at, ok := c.names[SpeakerName].places[speaker]; ok {
		return c.names[ActorName].all[c.actors[at]]
	}
	return speaker
}

// Spellings are the ways in which the last word of speakers' names is spelled
// where it is the same name as word, in any script.
func (c *Catalogue) Spellings(word string) (all []string) {
	for _, at := range c.lasts[spelling.Key(word)] {
		parts := strings.Fields(c.names[SpeakerName].all[at])
		if last := parts[len(parts)-1]; !slices.Contains(all, last) {
			all = append(all, last)
		}
	}
	return all
}

// Named are the reports with a name of a kind that fits.
func (c *Catalogue) Named(k Kind, fits func(name string) bool) Set {
	var found Set
	put := func(p posting) {
		if p.few == nil {
			found = found.Or(p.many)
			return
		}
		if len(found.words) == 0 {
			found = Set{make([]uint64, len(c.days)/64+1)}
		}
		for _, id := range p.few {
			found.add(id)
		}
	}
	n := c.names[k]
	if k == ActorName {
		n = c.names[SpeakerName]
	}
	for i, p := range n.reports {
		name := n.all[i]
		if k == ActorName {
			name = c.names[ActorName].all[c.actors[i]]
		}
		if name != "" && fits(name) {
			put(p)
		}
	}
	return found.And(c.all)
}

// With are the reports that have any name of a kind.
func (c *Catalogue) With(k Kind) Set { return c.Named(k, func(string) bool { return true }) }

// Lang is the language of a report.
func (c *Catalogue) Lang(id data.ReportID) string {
	n := c.names[LangName]
	for i, p := range n.reports {
		if p.many.Has(id) || slices.Contains(p.few, id) {
			return n.all[i]
		}
	}
	return ""
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
	switch o {
	case ByTitle:
		return kept(c.byTitle(), of)
	case ByPublisher:
		return c.byPublisher(of)
	}
	ids := kept(c.order, of)
	if o == Oldest {
		slices.Reverse(ids)
	}
	return ids
}

func kept(order []data.ReportID, of Set) []data.ReportID {
	ids := make([]data.ReportID, 0, of.Len())
	for _, id := range order {
		if of.Has(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// byPublisher lists reports by their publishers' names, those without one last.
func (c *Catalogue) byPublisher(of Set) []data.ReportID {
	n := c.names[PublisherName]
	places := make([]int, len(n.reports))
	for i := range places {
		places[i] = i
	}
	key := collation()
	slices.SortFunc(places, func(a, b int) int {
		if (n.all[a] == "") != (n.all[b] == "") {
			return cmp.Compare(len(n.all[b]), len(n.all[a]))
		}
		return strings.Compare(key(n.all[a]), key(n.all[b]))
	})
	ids := make([]data.ReportID, 0, of.Len())
	for _, i := range places {
		if n.reports[i].within(of) > 0 {
			ids = append(ids, c.newest(n.reports[i].set().And(of))...)
		}
	}
	return ids
}

// newest lists a set by day, the newest first: a small one is sorted by itself.
func (c *Catalogue) newest(of Set) []data.ReportID {
	if of.Len()*16 > len(c.order) {
		return kept(c.order, of)
	}
	ids := of.Newest(0)
	slices.SortStableFunc(ids, func(a, b data.ReportID) int { return cmp.Compare(c.days[b], c.days[a]) })
	return ids
}

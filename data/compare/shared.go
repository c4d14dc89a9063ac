package compare

import (
	"math"
	"slices"
	"strings"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/library/imprint"
)

// What an outlet puts under all its texts, or explains in each, says nothing
// about where a report comes from: words in this many of its articles are passed
// over, and so are those in as many of unknown outlets.
const (
	ownWords   = 3
	anyWords   = 20
	everyPair  = 12 // carriers of the same words that are all compared
	firstPairs = 4  // of more, each is compared with these first ones
)

// Shared words that make a link: about two sentences where they are much of the
// shorter report, about a paragraph anywhere.
const (
	fewRuns   = 24
	muchShare = 0.3
	manyRuns  = 60
	fewest    = 3   // hashes in common, to be looked at
	sureOf    = 12  // hashes in common, to be believed without the texts
	doubtful  = 0.5 // of what is needed, to be worth a look into the texts
)

// outlet names where a report appeared, "" where that is not known.
func outlet(k library.Kin) string {
	if name := strings.ToLower(strings.Join(strings.Fields(k.Publisher), " ")); name != "" {
		return name
	}
	return k.Host
}

// link joins two articles of different outlets.
type link struct {
	a, b int
	both int     // hashes in common that count
	runs float64 // runs of words in common, about
}

// share counts for pairs of articles how many hashes they have in common, and
// for each how many of its hashes others have.
func share(all []article) []link {
	total := 0
	for i := range all {
		total += len(all[i].sketch)
	}
	where := make([]uint64, 0, total) // hash, then article
	for i := range all {
		for _, h := range all[i].sketch {
			where = append(where, uint64(h)<<32|uint64(i))
		}
	}
	slices.Sort(where)
	outlets := numbered(all)
	var pairs []uint64 // article, then article
	var who []int
	for from := 0; from < len(where); {
		to := from + 1
		for to < len(where) && where[to]>>32 == where[from]>>32 {
			to++
		}
		if to > from+1 {
			who = who[:0]
			for _, w := range where[from:to] {
				who = append(who, int(uint32(w)))
			}
			if telling(who, outlets) {
				pairs = paired(pairs, all, who, outlets)
			}
		}
		from = to
	}
	slices.Sort(pairs)
	var links []link
	for from := 0; from < len(pairs); {
		to := from + 1
		for to < len(pairs) && pairs[to] == pairs[from] {
			to++
		}
		if n := to - from; n >= fewest {
			links = append(links, link{a: int(pairs[from] >> 32), b: int(uint32(pairs[from])), both: n})
		}
		from = to
	}
	return links
}

// numbered gives each outlet a number, 0 where it is not known.
func numbered(all []article) []int {
	numbers := map[string]int{"": 0}
	out := make([]int, len(all))
	for i := range all {
		n, ok := numbers[all[i].outlet]
		if !ok {
			n = len(numbers)
			numbers[all[i].outlet] = n
		}
		out[i] = n
	}
	return out
}

// telling reports whether words carried by these articles say anything about
// where they come from.
func telling(who, outlets []int) bool {
	for i, w := range who {
		n := 0
		for _, o := range who[i:] {
			if outlets[o] == outlets[w] {
				n++
			}
		}
		if outlets[w] == 0 && n > anyWords || outlets[w] != 0 && n >= ownWords {
			return false
		}
		if i > 4*everyPair { // beyond, an outlet that often would have been met
			break
		}
	}
	return true
}

// paired adds the pairs among the carriers of one hash.
func paired(pairs []uint64, all []article, who, outlets []int) []uint64 {
	others := false
	for _, w := range who[1:] {
		others = others || outlets[w] != outlets[who[0]] || outlets[w] == 0
	}
	if !others {
		return pairs
	}
	for _, w := range who {
		all[w].passages++
	}
	first := len(who)
	if len(who) > everyPair {
		first = firstPairs
		slices.SortFunc(who, func(i, j int) int {
			if c := all[i].day.Compare(all[j].day); c != 0 {
				return c
			}
			return i - j
		})
	}
	for i, a := range who[:first] {
		for _, b := range who[i+1:] {
			if outlets[a] != outlets[b] || outlets[a] == 0 {
				pairs = append(pairs, uint64(min(a, b))<<32|uint64(max(a, b)))
			}
		}
	}
	return pairs
}

// judge keeps the links that are sure, and gives those that the texts have to
// decide apart.
func judge(all []article, shared []link) (links, doubts []link) {
	for _, l := range shared {
		o := imprint.Compare(all[l.a].sketch, all[l.b].sketch)
		counted := float64(l.both) / float64(max(o.Both, 1))
		l.runs = o.Runs * min(1, counted)
		part := max(o.OfA(), o.OfB()) * min(1, counted)
		switch need := needed(part); {
		case l.both >= sureOf && l.runs >= need && (part > 1.3*muchShare || l.runs > 1.5*manyRuns):
			links = append(links, l)
		case l.runs >= doubtful*fewRuns && (part >= doubtful*muchShare || l.runs >= doubtful*manyRuns):
			doubts = append(doubts, l)
		}
	}
	return links, doubts
}

// needed is how many runs of words make a link between texts of which one has
// that part in the other.
func needed(part float64) float64 {
	if part >= muchShare {
		return fewRuns
	}
	return manyRuns
}

// settle counts the runs in the texts themselves.
func settle(all []article, doubts []link, texts Texts) (links []link, err error) {
	var ids []data.ReportID
	for _, l := range doubts {
		ids = append(ids, all[l.a].newest(), all[l.b].newest())
	}
	slices.Sort(ids)
	runs := map[data.ReportID][]uint32{}
	err = texts(slices.Compact(ids), func(id data.ReportID, body string) {
		all := imprint.Runs(body)
		slices.Sort(all)
		runs[id] = slices.Compact(all)
	})
	for _, l := range doubts {
		a, b := runs[all[l.a].newest()], runs[all[l.b].newest()]
		o := imprint.Compare(all[l.a].sketch, all[l.b].sketch)
		counted := min(1, float64(l.both)/float64(max(o.Both, 1)))
		l.runs = float64(common(a, b)) * counted
		if part := l.runs / math.Max(1, float64(min(len(a), len(b)))); l.runs >= needed(part) {
			links = append(links, l)
		}
	}
	return links, err
}

// common counts what two ascending rows have in common.
func common(a, b []uint32) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

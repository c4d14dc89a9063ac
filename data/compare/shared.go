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
// shorter report, about a paragraph anywhere. Quoted speech is none of them: two
// that heard the same speaker have not copied each other.
const (
	fewRuns   = 24
	muchShare = 0.3
	manyRuns  = 60
	fewest    = 3   // hashes in common, to be looked at
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
	runs float64 // runs of words in common
}

// share counts for pairs of articles how many hashes they have in common, and
// for each how many of its hashes others have. House are those that say nothing,
// in ascending order.
func share(all []article) (links []link, house []uint32) {
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
			} else {
				house = append(house, uint32(where[from]>>32))
			}
		}
		from = to
	}
	slices.Sort(pairs)
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
	return links, house
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

// likely keeps the pairs that may have enough in common, quoted speech and all.
func likely(all []article, shared []link) (some []link) {
	for _, l := range shared {
		o := imprint.Compare(all[l.a].sketch, all[l.b].sketch)
		counted := min(1, float64(l.both)/float64(max(o.Both, 1)))
		runs, part := o.Runs*counted, max(o.OfA(), o.OfB())*counted
		if runs >= doubtful*fewRuns && (part >= doubtful*muchShare || runs >= doubtful*manyRuns) {
			some = append(some, l)
		}
	}
	return some
}

// needed is how many runs of words make a link between texts of which one has
// that part in the other.
func needed(part float64) float64 {
	if part >= muchShare {
		return fewRuns
	}
	return manyRuns
}

// settle reads the texts of likely pairs and keeps those that have enough in
// common of what they say in their own voice.
func settle(all []article, some []link, house []uint32, texts Texts) (links []link, err error) {
	of := map[data.ReportID]int{}
	var ids []data.ReportID
	for _, l := range some {
		for _, i := range []int{l.a, l.b} {
			for _, id := range all[i].reports {
				of[id] = i
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	runs := map[int][]uint32{}
	err = texts(slices.Compact(ids), func(id data.ReportID, body string) {
		i := of[id]
		runs[i] = merged(runs[i], imprint.Own(body))
	})
	for _, l := range some {
		a, b := runs[l.a], runs[l.b]
		n, told := common(a, b, house)
		l.runs = float64(n) * told
		if part := l.runs / math.Max(1, float64(min(len(a), len(b)))); l.runs >= needed(part) {
			links = append(links, l)
		}
	}
	return links, err
}

// common counts what two ascending rows have in common, and which part of that
// says something, as far as sketches tell.
func common(a, b, house []uint32) (n int, told float64) {
	seen, silent := 0, 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			if imprint.Sketched(a[i]) {
				seen++
				if _, in := slices.BinarySearch(house, a[i]); in {
					silent++
				}
			}
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n, 1 - float64(silent)/float64(max(seen, 1))
}

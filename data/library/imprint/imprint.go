// Package imprint boils a report down to a few hundred bytes by which the same
// words are known again elsewhere: newer copies of an article, and passages
// that one outlet took over from another.
//
// A sketch holds the hashes of every eighth run of five words, chosen by the
// hash itself: two texts that share a passage have chosen the same runs of it.
// So the share of a text that stands in another can be told from their sketches
// alone, however much was added around it.
package imprint

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// Edition numbers the way imprints are taken. Those of another edition are made
// again.
const Edition = 1

const (
	run       = 5         // words in a hashed run
	chosen    = 1<<29 - 1 // hashes up to this are kept: one in eight
	fewest    = 16        // kept of a short text, though they are above chosen
	most      = 4096      // kept of a very long one
	keys      = 8         // of a sketch, by which near copies are looked up
	unlimited = 1<<32 - 1 // how far a sketch that holds every run goes
)

// Sketched reports whether the sketch of any text holds this run of it; that of a
// very long one may not.
func Sketched(run uint32) bool { return run <= chosen }

// Imprint is what is kept of one report.
type Imprint struct {
	URL    string // the address without what changes from copy to copy, "" for none
	Title  string // folded words of the title
	Sketch Sketch
}

// Of takes the imprint of a report.
func Of(title, url, body string) Imprint {
	return Imprint{URL: Address(url), Title: Title(title), Sketch: sketch(body)}
}

// Sketch is a set of hashes in ascending order.
type Sketch []uint32

// Keys are the hashes by which near copies find each other: two texts that
// share half of their words share one of them in 99 of 100 cases.
func (s Sketch) Keys() []uint32 { return s[:min(keys, len(s))] }

// reach is up to where the sketch holds every hash of its text.
func (s Sketch) reach() uint32 {
	switch {
	case len(s) < fewest:
		return unlimited
	case len(s) >= most:
		return s[len(s)-1]
	}
	return max(s[len(s)-1], chosen)
}

// Overlap is what two sketches have in common, counted where both can be seen.
type Overlap struct {
	Both, InA, InB int     // hashes in both, and in each
	Runs           float64 // runs of five words shared, about
}

// OfA is the share of A's text that stands in B.
func (o Overlap) OfA() float64 { return share(o.Both, o.InA) }

// OfB is the share of B's text that stands in A.
func (o Overlap) OfB() float64 { return share(o.Both, o.InB) }

// Alike is how much of all the words both have: 1 for the same text.
func (o Overlap) Alike() float64 { return share(o.Both, o.InA+o.InB-o.Both) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Compare counts what two sketches have in common.
func Compare(a, b Sketch) Overlap {
	reach := min(a.reach(), b.reach())
	a, b = a.upTo(reach), b.upTo(reach)
	o := Overlap{InA: len(a), InB: len(b)}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			o.Both++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	o.Runs = float64(o.Both) / (float64(reach) / math.MaxUint32)
	return o
}

func (s Sketch) upTo(reach uint32) Sketch {
	n, found := slices.BinarySearch(s, reach)
	if found {
		n++
	}
	return s[:n]
}

// Pack writes a sketch as bytes.
func (s Sketch) Pack() []byte {
	out := make([]byte, 0, 4*len(s))
	for _, h := range s {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	return out
}

var errPacked = errors.New("a packed sketch is damaged")

// Unpack reads what Pack wrote.
func Unpack(b []byte) (Sketch, error) {
	if len(b)%4 != 0 || len(b) > 4*most {
		return nil, errPacked
	}
	s := make(Sketch, len(b)/4)
	for i := range s {
		s[i] = binary.LittleEndian.Uint32(b[4*i:])
		if i > 0 && s[i] <= s[i-1] {
			return nil, errPacked
		}
	}
	return s, nil
}

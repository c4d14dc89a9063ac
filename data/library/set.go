package library

import (
	"math/bits"

	"lectern/data"
)

// Set is a set of reports, one bit for each. Its zero value is empty. Sets that
// were handed out are not changed: each operation gives a new one.
type Set struct{ words []uint64 }

// SetOf makes a set of reports.
func SetOf(ids []data.ReportID) Set {
	var s Set
	for _, id := range ids {
		s.add(id)
	}
	return s
}

func (s *Set) add(id data.ReportID) {
	at := int(id) / 64
	if at >= len(s.words) {
		s.words = append(s.words, make([]uint64, at+1-len(s.words)+at/8)...)
	}
	s.words[at] |= 1 << (uint(id) % 64)
}

// Has reports whether a report is in the set.
func (s Set) Has(id data.ReportID) bool {
	at := int(id) / 64
	return at < len(s.words) && s.words[at]&(1<<(uint(id)%64)) != 0
}

// Len counts the reports.
func (s Set) Len() (n int) {
	for _, w := range s.words {
		n += bits.OnesCount64(w)
	}
	return n
}

// And are the reports in both sets.
func (s Set) And(o Set) Set {
	both := make([]uint64, min(len(s.words), len(o.words)))
	for i := range both {
		both[i] = s.words[i] & o.words[i]
	}
	return Set{both}
}

// Or are the reports in either set.
func (s Set) Or(o Set) Set {
	long, short := s.words, o.words
	if len(short) > len(long) {
		long, short = short, long
	}
	either := append([]uint64(nil), long...)
	for i, w := range short {
		either[i] |= w
	}
	return Set{either}
}

// Without are the reports of s that are not in o.
func (s Set) Without(o Set) Set {
	left := append([]uint64(nil), s.words...)
	for i := range min(len(left), len(o.words)) {
		left[i] &^= o.words[i]
	}
	return Set{left}
}

// From are the reports of s that came in with id or later.
func (s Set) From(id data.ReportID) Set {
	if id <= 0 {
		return s
	}
	left := append([]uint64(nil), s.words...)
	at := int(id) / 64
	for i := range min(at, len(left)) {
		left[i] = 0
	}
	if at < len(left) {
		left[at] &^= 1<<(uint(id)%64) - 1
	}
	return Set{left}
}

// Newest lists the reports, the latest to come in first, and no more than most;
// 0 lists all.
func (s Set) Newest(most int) []data.ReportID {
	n := s.Len()
	if most > 0 {
		n = min(n, most)
	}
	ids := make([]data.ReportID, 0, n)
	for i := len(s.words) - 1; i >= 0; i-- {
		for w := s.words[i]; w != 0 && len(ids) < n; {
			bit := 63 - bits.LeadingZeros64(w)
			w &^= 1 << uint(bit)
			ids = append(ids, data.ReportID(i*64+bit))
		}
	}
	return ids
}

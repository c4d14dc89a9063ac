package library

import (
	"math/bits"

	"lectern/data"
)

// posting are the reports that have one name: a list where they are few, a set
// where that is smaller. One that was handed out is not changed any more.
type posting struct {
	few  []data.ReportID
	many Set
}

// postingOf makes a posting of reports, each named once.
func postingOf(ids []data.ReportID) posting {
	highest := data.ReportID(0)
	for _, id := range ids {
		highest = max(highest, id)
	}
	if len(ids)*64 < int(highest) { // eight bytes each, against one bit for every report
		return posting{few: ids}
	}
	return posting{many: SetOf(ids)}
}

// set are the reports as a set.
func (p posting) set() Set {
	if p.few != nil {
		return SetOf(p.few)
	}
	return p.many
}

// within counts the reports that are in a set.
func (p posting) within(s Set) (n int) {
	for _, id := range p.few {
		if s.Has(id) {
			n++
		}
	}
	for i := range min(len(p.many.words), len(s.words)) {
		n += bits.OnesCount64(p.many.words[i] & s.words[i])
	}
	return n
}

// renewed takes reports out and puts others in.
func (p posting) renewed(out Set, in []data.ReportID) posting {
	if len(in) == 0 && p.within(out) == 0 {
		return p
	}
	return postingOf(append(p.set().Without(out).Newest(0), in...))
}

package desk

import "time"

// pace tells how long the rest of an import will take. Work is counted in bytes,
// with some for each file and document, because one mailbox can be as much as
// thousands of articles. Only the last minute counts, so that a slow beginning
// or a pause is soon forgotten.
type pace struct {
	clock func() time.Time
	total float64
	done  float64
	marks []mark // at most one a second, the oldest first
}

type mark struct {
	at   time.Time
	done float64
}

const (
	unitsPerItem = 8 << 10 // what a document costs besides its bytes
	paceWindow   = time.Minute
	paceLeast    = 3 * time.Second // before, a guess would jump about
)

func newPace(clock func() time.Time, files int, bytes int64) *pace {
	p := &pace{clock: clock, total: float64(bytes) + float64(files)*unitsPerItem}
	p.restart()
	return p
}

// restart forgets the time so far, as after a pause.
func (p *pace) restart() { p.marks = []mark{{p.clock(), p.done}} }

func (p *pace) add(units float64) {
	p.done += units
	if now := p.clock(); now.Sub(p.marks[len(p.marks)-1].at) >= time.Second {
		p.marks = append(p.marks, mark{now, p.done})
		for len(p.marks) > 2 && now.Sub(p.marks[1].at) > paceWindow {
			p.marks = p.marks[1:]
		}
	}
}

// share is how much of the work is done, from 0 to 1.
func (p *pace) share() float64 {
	if p.total <= 0 {
		return 0
	}
	return min(p.done/p.total, 1)
}

// left is how long the rest will take; 0 while that cannot be told.
func (p *pace) left() time.Duration {
	first := p.marks[0]
	took, made := p.clock().Sub(first.at), p.done-first.done
	if took < paceLeast || made <= 0 || p.done >= p.total {
		return 0
	}
	return time.Duration(float64(took) * (p.total - p.done) / made)
}

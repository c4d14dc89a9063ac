package brief

import "time"

// PaceWord tells a presenter in a word how time runs. Screens translate it by the
// key "pace.<word>".
type PaceWord string

const (
	NoPlan PaceWord = "none"   // no step says how long it takes
	Ahead  PaceWord = "ahead"  // more time is left than the plan needs
	OnTime PaceWord = "ontime" // within half a minute, or a tenth of what has passed
	Behind PaceWord = "behind"
	Over   PaceWord = "over" // the time for all steps is up
)

// Pace is how time runs against the plan.
type Pace struct {
	Elapsed time.Duration
	Planned time.Duration // for all steps
	Due     time.Duration // when the step shown should end, from the beginning
	Left    time.Duration // of the plan; below 0 when it is over
	Word    PaceWord
}

// slack is how far off is still on time.
func slack(due time.Duration) time.Duration { return max(30*time.Second, due/10) }

// PaceAt measures a presentation that has run for elapsed and shows step at,
// whose steps are meant to take these minutes each.
func PaceAt(minutes []int, at int, elapsed time.Duration) Pace {
	p := Pace{Elapsed: elapsed}
	var begin time.Duration
	for i, m := range minutes {
		d := time.Duration(m) * time.Minute
		p.Planned += d
		if i < at {
			begin += d
		}
		if i <= at {
			p.Due += d
		}
	}
	p.Left = p.Planned - elapsed
	switch {
	case p.Planned == 0:
		p.Word = NoPlan
	case p.Left < 0:
		p.Word = Over
	case elapsed > p.Due+slack(p.Due):
		p.Word = Behind
	case elapsed < begin-slack(begin):
		p.Word = Ahead
	default:
		p.Word = OnTime
	}
	return p
}

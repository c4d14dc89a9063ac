package reading

import (
	"fyne.io/fyne/v2/lang"

	"lectern/data"
)

// review is which passages of those the machine is unsure of are asked about.
func (v *View) review() data.Review {
	if v.config.Review == nil {
		return data.ReviewAll
	}
	return v.config.Review()
}

// awaits tells whether a passage is to be reviewed.
func (v *View) awaits(i int) bool { return v.doc.Passages[i].Awaits(v.review()) }

// awaiting counts the passages to be reviewed.
func (v *View) awaiting() int { return data.Awaiting(v.doc.Passages).Of(v.review()) }

// NextToReview goes to the next passage to be reviewed after the chosen one (by
// is 1) or the one before it (-1), around the ends of the report. Where the report
// has none, it asks for the next report that has.
func (v *View) NextToReview(by int) {
	n := len(v.doc.Passages)
	at := v.chosen
	if at == none && by < 0 {
		at = 0
	}
	for step := 1; step <= n; step++ {
		if i := ((at+by*step)%n + n) % n; v.awaits(i) {
			v.goReview(i)
			return
		}
	}
	if v.config.NextReview != nil && v.review() != data.ReviewNone {
		v.config.NextReview()
	}
}

// goReview chooses a passage and brings it into view, with its reason. Its lane
// is shown for that also where its column is hidden.
func (v *View) goReview(i int) {
	lane := columnOf(v.doc.Passages[i].Shown())
	from := original
	if v.arr.hidden(original) || v.shape == single {
		from = lane
	}
	v.choose(i, from)
	v.beside = lane
	if v.arr.hidden(lane) {
		v.peek = lane
	}
	v.laid()
	v.arrange()
	v.columnSees(from)
	v.align(from)
}

// accept makes the lane that is proposed for the chosen passage a person's
// decision. While reviewing it then goes on to the next.
func (v *View) accept() {
	if v.chosen == none {
		return
	}
	waited := v.awaits(v.chosen)
	was := v.chosen
	v.decide(v.doc.Passages[was].Lane)
	if !waited {
		return
	}
	if v.awaiting() > 1 { // the library has not yet told of this one
		v.NextToReview(1)
	} else if v.config.Tell != nil {
		v.config.Tell(lang.L("Nothing is left to review here. N goes to the next report."))
	}
}

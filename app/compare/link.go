package compare

import (
	"lectern/data"
)

// follow scrolls the other version to what stands at the top of this one.
func (v *Versions) follow(i int) {
	if v.linking || len(v.comparison.Changes) == 0 {
		return
	}
	v.linking = true
	defer func() { v.linking = false }()
	here, there := v.pages[i], v.pages[1-i]
	if here.Offset() <= 0 {
		there.SetOffset(0)
		return
	}
	for n := range v.comparison.Changes {
		c := &v.comparison.Changes[n]
		from, to := side(c, i == 0), side(c, i == 1)
		if from == nil || to == nil || c.Title || c.Kind == "moved" {
			continue
		}
		top, height, _ := here.WhereSpan(data.Span{Start: from.Start, End: from.End})
		if top+height/2 >= 0 {
			there.ScrollToSpan(to.Span, top)
			return
		}
	}
}

package data

import "testing"

func TestWhatAwaitsReview(t *testing.T) {
	at := func(score float64) Passage {
		return Passage{Sentence: Sentence{Kind: Body, Lane: Caveat, Score: score}}
	}
	notice, decided, astray, laneless := at(0.1), at(0.1), at(0.9), at(0.1)
	notice.Kind, laneless.Lane = Notice, NoLane
	decided.Decision = &Decision{Lane: Caveat}
	astray.Decision = &Decision{Lane: Caveat, Astray: true}
	for name, c := range map[string]struct {
		p         Passage
		all, most bool
	}{
		"sure":           {at(0.9), false, false},
		"doubtful":       {at(0.6), true, false},
		"very doubtful":  {at(0.4), true, true},
		"a caption":      {notice, false, false},
		"without a lane": {laneless, false, false},
		"at the edge":    {at(0.65), false, false},
		"there, kept":    {at(float64(float32(0.65))), false, false},
		"decided":        {decided, false, false},
		"gone astray":    {astray, true, true},
	} {
		if c.p.Awaits(ReviewAll) != c.all || c.p.Awaits(ReviewMost) != c.most || c.p.Awaits(ReviewNone) {
			t.Errorf("%s: all %v, most %v, none %v", name, c.p.Awaits(ReviewAll), c.p.Awaits(ReviewMost), c.p.Awaits(ReviewNone))
		}
	}
	if got := Awaiting([]Passage{at(0.9), at(0.6), at(0.4), decided}); got != (ReviewCounts{All: 2, Most: 1}) {
		t.Errorf("counted %+v", got)
	}
}

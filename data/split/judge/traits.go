package judge

import (
	"lectern/data"
)

// Trait is one named thing that speaks for or against a lane, about 0 to 1.
type Trait struct {
	Name  string
	Value float64
}

// traits lists what speaks for the lane of sentence i.
func (v *view) traits(kinds []string, i int) []Trait {
	x := &v.says[i]
	t := make([]Trait, 0, 64+len(x.words))
	add := func(name string, value float64) {
		if value != 0 {
			t = append(t, Trait{name, value})
		}
	}
	is := func(name string) { add(name, 1) }
	is("always")
	is("rule " + x.Reason.Rule)
	is("part " + string(x.Kind))
	for k, c := range v.kind[i] {
		add("kind "+kinds[k], c)
		add("report "+kinds[k], v.mean[k])
	}
	add("speech", v.speech[i])
	add("uncertain", v.uncertain[i])
	add("quoted", x.inQuotes)
	add("report speaks", v.spoken)
	add("report argues", v.own)
	if argues(x) {
		is("argues")
		add("argues where the report does", v.own)
	}
	for _, l := range data.Lanes() {
		add("report "+string(l), v.rules[l])
		if x.Lane == l {
			add("as the report "+string(l), v.rules[l])
		}
	}
	add("early", max(0, 1-float64(i)/5))
	add("late", float64(i)/float64(len(v.says)))
	add("long", min(1, float64(len(x.words))/40))
	v.speaker(x, i, add)
	v.jointly(x, i, kinds, add)
	v.source(x, add)
	v.beside(i-1, "before", add, kinds)
	v.beside(i+1, "after", add, kinds)
	v.wording(x, add)
	return t
}

// jointly adds what only tells much together: who speaks, and what kind of
// sentence it is in what kind of report.
func (v *view) jointly(x *saying, i int, kinds []string, add func(string, float64)) {
	who := "own voice, "
	switch {
	case x.Attribution >= 0 && x.Attribution < len(v.r.Attributions):
		switch v.r.Attributions[x.Attribution].Role {
		case data.Party:
			who = "party, "
		case data.Judge:
			who = "judge, "
		case data.Responder:
			who = "responder, "
		default:
			who = "somebody, "
		}
	case v.speech[i] > 0.5:
		who = "speech, "
	}
	for k, c := range v.kind[i] {
		add(who+"kind "+kinds[k], c)
		add(who+"report "+kinds[k], v.mean[k])
	}
	add(who+"uncertain", v.uncertain[i])
	add(who+"report argues", v.own)
	add(who+"report uncertain", v.doubt)
	add(who+"report speaks", v.spoken)
	add(who+"late", float64(i)/float64(len(v.says)))
	if tense := tense(x); tense != "" {
		add(who+tense, 1)
		add(who+tense+", report argues", v.own)
	}
	if argues(x) {
		add(who+"argues", 1)
	}
}

// tense tells by its small words in which tense a sentence's own voice is.
func tense(x *saying) string {
	past, now, will := 0, 0, 0
	for _, w := range x.words {
		if w.quoted {
			continue
		}
		switch w.low {
		case "was", "were", "had", "did":
			past++
		case "is", "are", "has", "have", "do", "does", "isn't", "don't", "doesn't", "aren't":
			now++
		case "will", "would", "could", "may", "might", "can", "should", "must", "won't":
			will++
		default:
			if len(w.low) > 4 && w.low[len(w.low)-2:] == "ed" {
				past++
			}
		}
	}
	switch {
	case will > 0 && past == 0:
		return "will"
	case now > 0 && past == 0:
		return "present"
	case past > 0 && now == 0 && will == 0:
		return "past"
	case past+now+will == 0:
		return "no verb"
	}
	return "mixed tenses"
}

// beside adds what is known of a neighbour.
func (v *view) beside(i int, where string, add func(string, float64), kinds []string) {
	if i < 0 || i >= len(v.says) {
		add(where+" nothing", 1)
		return
	}
	x := &v.says[i]
	add(where+" "+string(x.Lane), 1)
	add(where+" rule "+x.Reason.Rule, 0.5)
	add(where+" speech", v.speech[i])
	for k, c := range v.kind[i] {
		add(where+" "+kinds[k], c)
	}
}

// wording adds the words themselves, those that stand in the report's voice and
// those of quotations alike.
func (v *view) wording(x *saying, add func(string, float64)) {
	seen := map[string]bool{}
	for _, w := range x.words {
		if w.mark || len(w.low) < 2 || seen[w.low] {
			continue
		}
		seen[w.low] = true
		add("word "+w.low, 0.4)
	}
}

package judge

import (
	"lectern/data"
)

// Again lists what speaks for the lane of every sentence once all of them have
// been judged alone: its own chances, its neighbours', those of what the same
// speaker says elsewhere, and the report's.
func Again(r *data.Reading, first [][4]float64) [][]Trait {
	var mean [4]float64
	said := map[string]*[5]float64{}
	for i, c := range first {
		for l := range c {
			mean[l] += c[l] / float64(len(first))
		}
		if s := speaker(r, i); s != "" {
			if said[s] == nil {
				said[s] = &[5]float64{}
			}
			for l := range c {
				said[s][l] += c[l]
			}
			said[s][4]++
		}
	}
	out := make([][]Trait, len(first))
	lanes := data.Lanes()
	for i, c := range first {
		t := []Trait{{"always", 1}, {"rule " + r.Sentences[i].Reason.Rule, 1}}
		put := func(what string, c [4]float64) {
			for l := range c {
				t = append(t, Trait{what + " " + string(lanes[l]), c[l]})
			}
		}
		put("alone", c)
		put("report", mean)
		for _, n := range [...]struct {
			at   int
			name string
		}{{i - 2, "two before"}, {i - 1, "before"}, {i + 1, "after"}, {i + 2, "two after"}} {
			if n.at >= 0 && n.at < len(first) {
				put(n.name, first[n.at])
			} else {
				t = append(t, Trait{n.name + " nothing", 1})
			}
		}
		s := said[speaker(r, i)]
		if s == nil || s[4] < 2 {
			t = append(t, Trait{"speaker nothing", 1})
		} else {
			var m [4]float64
			for l := range m {
				m[l] = (s[l] - c[l]) / (s[4] - 1)
			}
			put("speaker", m)
		}
		out[i] = t
	}
	return out
}

// speaker is who decided sentence i's lane, "" for nobody known.
func speaker(r *data.Reading, i int) string {
	if n := r.Sentences[i].Attribution; n >= 0 && n < len(r.Attributions) {
		return r.Attributions[n].Speaker
	}
	return ""
}

package judge

import (
	"lectern/data"
)

// view is a page with what the heads make of every sentence.
type view struct {
	*page
	kind              [][]float64 // chances of the kinds of content
	speech, uncertain []float64
	mean              []float64 // of kind, over the report's own sentences
	spoken            float64   // share of sentences in which somebody speaks
	doubt             float64   // mean of uncertain
	own               float64   // share of sentences that address or argue: I, we, you, should
	rules             map[data.Lane]float64
	first             map[string]int      // speaker -> first sentence that names or quotes him
	leads, heard      map[string]int      // capitalised word -> how often, in the first three sentences and in all
	described         map[string][]string // speaker -> the words that describe him, all over the report
	turns             map[string]int      // speaker -> how many attributions
}

func (j *Judge) view(p *page) *view {
	v := &view{page: p, rules: map[data.Lane]float64{}, first: map[string]int{}, turns: map[string]int{},
		leads: map[string]int{}, heard: map[string]int{}, described: map[string][]string{}}
	for k := range p.r.Attributions {
		if a := &p.r.Attributions[k]; a.Speaker != "" {
			v.described[a.Speaker] = v.describe(v.described[a.Speaker], a)
		}
	}
	v.mean = make([]float64, len(j.Kind.Classes))
	n := float64(len(p.says))
	for i := range p.says {
		x := &p.says[i]
		t := p.together(i)
		v.kind = append(v.kind, j.Kind.Chances(t))
		v.speech = append(v.speech, j.Speech.Chance(t))
		v.uncertain = append(v.uncertain, j.Uncertain.Chance(p.alone(i)))
		for k, c := range v.kind[i] {
			v.mean[k] += c / n
		}
		v.doubt += v.uncertain[i] / n
		v.spoken += v.speech[i] / n
		v.rules[x.Lane] += 1 / n
		for _, w := range x.words {
			if w.upper {
				v.heard[w.low]++
				if i < 3 || x.Kind == data.Headline && i < 6 {
					v.leads[w.low]++
				}
			}
		}
		if argues(x) {
			v.own += 1 / n
		}
		for _, a := range x.acts {
			s := p.r.Attributions[a].Speaker
			if _, ok := v.first[s]; !ok {
				v.first[s] = i
			}
			v.turns[s]++
		}
	}
	return v
}

// argues tells whether a sentence argues or addresses its reader, outside quotations.
func argues(x *saying) bool {
	for _, w := range x.words {
		if w.quoted {
			continue
		}
		switch w.low {
		case "i", "we", "our", "you", "your", "us", "my", "should", "must", "?":
			return true
		}
	}
	return false
}

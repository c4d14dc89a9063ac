package tag

// likely is a chain made ready to say how likely spans are.
type likely struct {
	next [labelCount][labelCount]float64 // how much the second is worth after the first
}

func newLikely(c *chain) *likely {
	l := &likely{}
	for j, before := range canPrecede {
		for _, i := range before {
			l.next[i][j] = float64(exp(c.next[i][j]))
		}
	}
	return l
}

// sums are the shares of all ways to label what comes up to a word and what
// comes after it, each word's in proportion to its scale.
type sums struct {
	word, fore, after [][labelCount]float64
	scale             []float64
}

func (l *likely) sums(e matrix) sums {
	n := e.rows
	s := sums{make([][labelCount]float64, n), make([][labelCount]float64, n), make([][labelCount]float64, n), make([]float64, n)}
	for t := range n {
		row := e.row(t)[:labelCount]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		for j, v := range row {
			w := float64(exp(v - top))
			s.word[t][j] = w
			if t == n-1 && Label(j).open() {
				continue
			}
			a := 0.0
			if t > 0 {
				for _, i := range canPrecede[j] {
					a += float64(s.fore[t-1][i] * l.next[i][j])
				}
			} else if Label(j).starts() {
				a = 1
			}
			s.fore[t][j] = float64(a * w)
			s.scale[t] += s.fore[t][j]
		}
		for j := range row {
			s.fore[t][j] /= s.scale[t]
		}
	}
	for j := range s.after[n-1] {
		s.after[n-1][j] = 1
	}
	for t := n - 2; t >= 0; t-- {
		for j, before := range canPrecede {
			if t == n-2 && Label(j).open() {
				continue
			}
			w := float64(s.word[t+1][j]*s.after[t+1][j]) / s.scale[t+1]
			for _, i := range before {
				s.after[t][i] += float64(l.next[i][j] * w)
			}
		}
	}
	return s
}

// chances are how likely each run, with just these ends, is among all ways to
// label the words.
func (l *likely) chances(e matrix, runs []Run) []float64 {
	out := make([]float64, len(runs))
	if len(runs) == 0 {
		return out
	}
	s := l.sums(e)
	for n, r := range runs {
		labels := Spell(r.Last, []Run{r})
		v := s.fore[r.First][labels[r.First]]
		for t := r.First + 1; t < r.Last; t++ {
			v = float64(v*l.next[labels[t-1]][labels[t]]) * s.word[t][labels[t]] / s.scale[t]
		}
		out[n] = min(max(float64(v*s.after[r.Last-1][labels[r.Last-1]]), 0), 1)
	}
	return out
}

package tag

import "math"

// width is labelCount filled up to what the kernels work in.
const width = 16

// chain scores which label comes after which. Those that cannot follow each
// other have no score.
type chain struct {
	next [labelCount][labelCount]float32 // score of the second after the first
}

// best is the best-scored row of labels under per-word scores e (n by width).
func (c *chain) best(e matrix) []Label {
	n := e.rows
	if n == 0 {
		return nil
	}
	const never = -1e30
	from := make([][labelCount]Label, n)
	var score [labelCount]float32
	for j := range score {
		score[j] = never
		if Label(j).starts() {
			score[j] = e.v[j]
		}
	}
	for t := 1; t < n; t++ {
		var now [labelCount]float32
		for j := range now {
			now[j] = never
			for _, i := range canPrecede[j] {
				if s := score[i] + c.next[i][j]; s > now[j] {
					now[j], from[t][j] = s, i
				}
			}
			now[j] += e.v[t*width+j]
		}
		score = now
	}
	top := Outside
	for j := range score {
		if !Label(j).open() && score[j] > score[top] {
			top = Label(j)
		}
	}
	out := make([]Label, n)
	for t := n - 1; t >= 0; t-- {
		out[t] = top
		top = from[t][top]
	}
	return out
}

// canPrecede lists for each label those that may stand before it.
var canPrecede = func() (m [labelCount][]Label) {
	for j := range m {
		for i := range Label(labelCount) {
			if mayFollow(i, Label(j)) {
				m[j] = append(m[j], i)
			}
		}
	}
	return m
}()

// learn returns the loss of the gold labels (minus the logarithm of their
// share), and adds its slopes to grad and to de.
func (c *chain) learn(e matrix, gold []Label, grad *chain, de matrix) float64 {
	n := e.rows
	var next [labelCount][labelCount]float64
	for j, before := range canPrecede {
		for _, i := range before {
			next[i][j] = float64(exp(c.next[i][j]))
		}
	}
	word := make([][labelCount]float64, n)
	fore := make([][labelCount]float64, n)
	loss := 0.0
	for t := range n {
		row := e.row(t)[:labelCount]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		sum := 0.0
		for j := range row {
			word[t][j] = float64(exp(row[j] - top))
			a := 0.0
			if t == 0 {
				if Label(j).starts() {
					a = 1
				}
			} else {
				for _, i := range canPrecede[j] {
					a += float64(fore[t-1][i] * next[i][j])
				}
			}
			if t == n-1 && Label(j).open() {
				a = 0
			}
			fore[t][j] = float64(a * word[t][j])
			sum += fore[t][j]
		}
		for j := range row {
			fore[t][j] /= sum
		}
		loss += math.Log(sum) + float64(top) - float64(row[gold[t]])
		if t > 0 {
			loss -= float64(c.next[gold[t-1]][gold[t]])
		}
	}
	var behind [labelCount]float64
	for j := range behind {
		behind[j] = 1
	}
	for t := n - 1; t >= 0; t-- {
		sum := 0.0
		for j := range behind {
			sum += float64(fore[t][j] * behind[j])
		}
		for j := range behind {
			de.v[t*width+j] += float32(float64(fore[t][j]*behind[j]) / sum)
		}
		de.v[t*width+int(gold[t])] -= 1
		if t == 0 {
			break
		}
		var earlier [labelCount]float64
		total := 0.0
		for j, before := range canPrecede {
			if t == n-1 && Label(j).open() {
				continue
			}
			w := float64(word[t][j] * behind[j])
			for _, i := range before {
				v := float64(next[i][j] * w)
				earlier[i] += v
				total += float64(fore[t-1][i] * v)
			}
		}
		for j, before := range canPrecede {
			if t == n-1 && Label(j).open() {
				continue
			}
			w := float64(word[t][j]*behind[j]) / total
			for _, i := range before {
				grad.next[i][j] += float32(float64(fore[t-1][i]*next[i][j]) * w)
			}
		}
		grad.next[gold[t-1]][gold[t]] -= 1
		for i := range earlier {
			behind[i] = earlier[i] / total
		}
	}
	return loss
}

package teach

import (
	"math"

	"lectern/data/split/judge"
)

// heat finds what the logarithms of the chances have to be multiplied with so
// that what came true was as likely as can be.
func heat(reports []report, held [][][4]float64) float32 {
	best, at := math.Inf(1), 1.0
	for h := 0.5; h <= 2.5; h += 0.05 {
		loss := 0.0
		for d, r := range reports {
			for i, g := range r.gold {
				if g >= 0 {
					loss -= math.Log(max(judge.Warm(held[d][i], h)[g], 1e-3))
				}
			}
		}
		if loss < best {
			best, at = loss, h
		}
	}
	return float32(math.Round(at*100) / 100)
}

// bins gathers how sure decisions were and how often they were right.
type bins [10]struct{ n, sure, right float64 }

func (b *bins) add(sure float64, right bool) {
	x := &b[min(9, int(sure*10))]
	x.n++
	x.sure += sure
	if right {
		x.right++
	}
}

// expected is the expected calibration error: the mean distance between how sure
// decisions of a tenth were and how often they were right.
func (b *bins) expected() float64 {
	n, sum := 0.0, 0.0
	for _, x := range b {
		n += x.n
		sum += math.Abs(x.sure - x.right)
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

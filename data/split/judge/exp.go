package judge

import "math"

// exp is e to the x, the same bits on every platform: the library's own may
// differ in the last place where a processor has its own way, and a compiler may
// fuse a product with a sum unless each product is rounded by itself.
func exp(x float64) float64 {
	switch {
	case x > 700:
		x = 700
	case x < -700:
		return 0
	}
	const ln2 = 0.693147180559945309417232121458
	k := math.Floor(float64(x/ln2) + 0.5)
	r := x - float64(k*ln2)
	sum, term := 1.0, 1.0
	for n := 1.0; n <= 16; n++ {
		term = float64(term*r) / n
		sum += term
	}
	return math.Ldexp(sum, int(k))
}

// logistic is the chance that belongs to a logit.
func logistic(x float64) float64 { return 1 / (1 + exp(-x)) }

// Softmax turns scores into chances that add up to one, in place.
func Softmax(scores []float64) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	sum := 0.0
	for i, s := range scores {
		scores[i] = exp(s - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// log is the natural logarithm of a positive number, the same bits on every
// platform.
func log(x float64) float64 {
	const ln2 = 0.693147180559945309417232121458
	f, e := math.Frexp(x) // x = f * 2^e, f from 1/2 to 1
	if f < 0.70710678118654752 {
		f *= 2
		e--
	}
	// log f = 2 artanh((f-1)/(f+1))
	t := (f - 1) / (f + 1)
	square := float64(t * t)
	sum, power := 0.0, t
	for n := 1.0; n <= 23; n += 2 {
		sum += power / n
		power = float64(power * square)
	}
	return float64(2*sum) + float64(float64(e)*ln2)
}

package tag

import "math"

// The curves are worked out by the same steps on every platform, right to about
// seven digits; kernel_simd.go takes them eight at a time.
const (
	farthest = 80          // beyond it e to the x is cut
	toHalves = 12582912    // adding it rounds a float32 to a whole number
	log2e    = 1.44269504  // 1 / ln 2
	ln2High  = 0.693359375 // ln 2 in two parts
	ln2Low   = -2.12194440e-4
)

// expSteps are the coefficients of e to the x near zero, the highest first.
var expSteps = [...]float32{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1}

// exp is e to the x.
func exp(x float32) float32 {
	x = min(max(x, -farthest), farthest)
	n := float32(float32(x*log2e)+toHalves) - toHalves
	r := x - float32(n*ln2High)
	r -= float32(n * ln2Low)
	p := expSteps[0]
	for _, c := range expSteps[1:] {
		p = float32(p*r) + c
	}
	p = float32(float32(p*r)*r) + r + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// The curves for reading are looked up, 512 places to a whole step.
const (
	curveSteps = 512
	curveReach = 8
)

var sigmoidTable, tanhTable = func() (s, t [2*curveReach*curveSteps + 1]float32) {
	for i := range s {
		x := float32(i)/curveSteps - curveReach
		s[i], t[i] = 1/(1+exp(-x)), 1-2/(1+exp(x+x))
	}
	return s, t
}()

func sigmoidAt(x float32) float32 { return sigmoidTable[curvePlace(x)] }

func tanhAt(x float32) float32 { return tanhTable[curvePlace(x)] }

func curvePlace(x float32) int {
	switch {
	case x >= curveReach:
		return 2 * curveReach * curveSteps
	case x > -curveReach:
		return int(float32((x+curveReach)*curveSteps) + 0.5)
	}
	return 0 // also for what is no number
}

func sigmoidsPlain(v []float32) {
	for i, x := range v {
		v[i] = 1 / (1 + exp(-x))
	}
}

func tanhsPlain(dst, v []float32) {
	for i, x := range v {
		dst[i] = 1 - 2/(1+exp(x+x))
	}
}

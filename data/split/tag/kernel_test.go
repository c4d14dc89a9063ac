package tag

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The fast kernels have to give the very bits of the plain ones, or a model
// would depend on where it was trained.
func TestKernelsAgreeToTheBit(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	vec := func() []float32 {
		v := make([]float32, 96)
		for i := range v {
			v[i] = float32(rng.NormFloat64() * 3)
		}
		return v
	}
	same := func(name string, a, b []float32) {
		t.Helper()
		for i := range a {
			if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
				t.Fatalf("%s: element %d is %g and %g", name, i, a[i], b[i])
			}
		}
	}
	for range 50 {
		a, b, c, d, x := vec(), vec(), vec(), vec(), vec()
		p, q := append([]float32{}, a...), append([]float32{}, a...)
		addScaled(p, b, x[0])
		addScaledPlain(q, b, x[0])
		same("addScaled", p, q)
		addScaled4(p, a, b, c, d, x[0], x[1], x[2], x[3])
		addScaled4Plain(q, a, b, c, d, x[0], x[1], x[2], x[3])
		same("addScaled4", p, q)
		r := make([]float32, 4)
		dot4(r, a, b, c, d, x)
		same("dot4", r, []float32{dotPlain(a, x), dotPlain(b, x), dotPlain(c, x), dotPlain(d, x)})
		sigmoids(p)
		sigmoidsPlain(q)
		same("sigmoids", p, q)
		x[0], x[1], x[2] = 1000, -1000, 0
		tanhs(p, x)
		tanhsPlain(q, x)
		same("tanhs", p, q)
	}
}

func TestExpIsRight(t *testing.T) {
	for x := -79.0; x < 80; x += 0.37 {
		want := math.Exp(float64(float32(x)))
		if got := float64(exp(float32(x))); math.Abs(got-want) > 1e-6*want {
			t.Fatalf("exp(%g) = %g, want %g", x, got, want)
		}
	}
}

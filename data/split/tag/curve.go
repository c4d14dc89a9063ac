package tag

import "math"

// exp is e to the x by the same steps on every platform, right to about seven
// digits. Far below zero it is 0.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	if x > 80 {
		x = 80
	}
	k := float32(x * 1.44269504)
	n := int32(k + 0.5)
	if k < 0 {
		n = int32(k - 0.5)
	}
	r := x - float32(float32(n)*0.693359375)
	r += float32(float32(n) * 2.12194440e-4)
	p := float32(1.9875691500e-4)
	for _, c := range [...]float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		p = float32(p*r) + c
	}
	p = float32(float32(p*r)*r) + r + 1
	return p * math.Float32frombits(uint32(n+127)<<23)
}

func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }

func tanh(x float32) float32 { return 1 - 2/(1+exp(x+x)) }

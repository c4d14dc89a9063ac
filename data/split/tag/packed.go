package tag

import "math"

// packed is a matrix of weights rounded to eight bits, three outputs to a
// 64-bit number: one multiplication does three. A product of two such numbers
// needs 15 bits and a sum of 64 of them 21, which is the room a lane has.
type packed struct {
	in, out int
	v       []int64   // a row of in numbers for every three outputs
	scale   []float32 // what one step of an output's weights is worth
}

const (
	laneBits = 21
	laneSum  = 64 // how many products a lane holds
)

// rounded is m (inputs by outputs) in eight bits, outputs by inputs.
func rounded(m matrix) (w []int8, scale []float32) {
	w, scale = make([]int8, len(m.v)), make([]float32, m.cols)
	for j := range m.cols {
		top := float32(0)
		for i := range m.rows {
			top = max(top, float32(math.Abs(float64(m.v[i*m.cols+j]))))
		}
		scale[j] = max(top, 1e-9) / 127
		for i := range m.rows {
			w[j*m.rows+i] = int8(math.RoundToEven(float64(m.v[i*m.cols+j] / scale[j])))
		}
	}
	return w, scale
}

func pack(in, out int, w []int8, scale []float32) packed {
	p := packed{in: in, out: out, v: make([]int64, (out+2)/3*in), scale: scale}
	for j := range out {
		for i := range in {
			p.v[j/3*in+i] += int64(w[j*in+i]) << (laneBits * (j % 3))
		}
	}
	return p
}

// times adds the product with x, each within -127 to 127 and worth one step, to
// dst.
func (p *packed) times(dst []float32, x []int64, step float32) {
	x = x[:p.in]
	for g := 0; g*3 < p.out; g++ {
		row := p.v[g*p.in : (g+1)*p.in : (g+1)*p.in]
		var low, mid, high int64
		for from := 0; from < p.in; from += laneSum {
			to := min(from+laneSum, p.in)
			a := lanes(row[from:to], x[from:to])
			l := a << (64 - laneBits) >> (64 - laneBits)
			a = (a - l) >> laneBits
			m := a << (64 - laneBits) >> (64 - laneBits)
			low, mid, high = low+l, mid+m, high+(a-m)>>laneBits
		}
		k := g * 3
		dst[k] += float32(float32(low) * float32(p.scale[k]*step))
		if k+1 < p.out {
			dst[k+1] += float32(float32(mid) * float32(p.scale[k+1]*step))
		}
		if k+2 < p.out {
			dst[k+2] += float32(float32(high) * float32(p.scale[k+2]*step))
		}
	}
}

// lanes sums the products of a row with x, which is as long.
func lanes(row, x []int64) int64 {
	var a, b int64
	for len(row) >= 8 && len(x) >= 8 {
		r, y := (*[8]int64)(row), (*[8]int64)(x)
		a += r[0]*y[0] + r[1]*y[1] + r[2]*y[2] + r[3]*y[3]
		b += r[4]*y[4] + r[5]*y[5] + r[6]*y[6] + r[7]*y[7]
		row, x = row[8:], x[8:]
	}
	for i := range row {
		a += row[i] * x[i]
	}
	return a + b
}

// whole rounds to the nearest number from -127 to 127.
func whole(x float32) int64 {
	x = min(max(x, -127), 127)
	return int64((x + toHalves) - toHalves)
}

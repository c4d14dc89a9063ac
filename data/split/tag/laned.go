package tag

// laned is a matrix of weights rounded to eight bits, three outputs to a
// 64-bit number: one multiplication does three. A product of two such numbers
// needs 15 bits and a sum of 64 of them 21, which is the room a lane has. It does
// for any processor what packed_amd64.go does with what that one has more of.
type laned struct {
	in, out int
	v       []int64   // a row of in numbers for every three outputs
	scale   []float32 // what one step of an output's weights is worth
}

const (
	laneBits = 21
	laneSum  = 64 // how many products a lane holds
)

func packLanes(in, out int, w []int8, scale []float32) laned {
	p := laned{in: in, out: out, v: make([]int64, (out+2)/3*in), scale: scale}
	for j := range out {
		for i := range in {
			p.v[j/3*in+i] += int64(w[j*in+i]) << (laneBits * (j % 3))
		}
	}
	return p
}

// times adds the product with x, each within -127 to 127 and worth one step, to
// dst.
func (p *laned) times(dst []float32, x []int64, step float32) {
	x = x[:p.in]
	g, groups := 0, (p.out+2)/3
	for ; g+2 <= groups; g += 2 {
		rows := p.v[g*p.in : (g+2)*p.in]
		var one, two [3]int64
		for from := 0; from < p.in; from += laneSum {
			to := min(from+laneSum, p.in)
			a, b := lanes(rows[from:to], rows[p.in+from:p.in+to], x[from:to])
			apply(&one, a)
			apply(&two, b)
		}
		p.put(dst, g*3, &one, step)
		p.put(dst, g*3+3, &two, step)
	}
	for ; g < groups; g++ {
		row := p.v[g*p.in : (g+1)*p.in]
		var one [3]int64
		for from := 0; from < p.in; from += laneSum {
			to := min(from+laneSum, p.in)
			a, _ := lanes(row[from:to], row[from:to], x[from:to])
			apply(&one, a)
		}
		p.put(dst, g*3, &one, step)
	}
}

// apply adds the three lanes of a to sums.
func apply(sums *[3]int64, a int64) {
	low := a << (64 - laneBits) >> (64 - laneBits)
	a = (a - low) >> laneBits
	mid := a << (64 - laneBits) >> (64 - laneBits)
	sums[0] += low
	sums[1] += mid
	sums[2] += (a - mid) >> laneBits
}

// put adds what three sums are worth to outputs k and after.
func (p *laned) put(dst []float32, k int, sums *[3]int64, step float32) {
	for i := 0; i < 3 && k+i < p.out; i++ {
		dst[k+i] += float32(float32(sums[i]) * float32(p.scale[k+i]*step))
	}
}

// lanes sums the products of two rows with x, all as long.
func lanes(r, s, x []int64) (a, b int64) {
	i := 0
	for ; i+8 <= len(x); i += 8 {
		p, q, y := (*[8]int64)(r[i:]), (*[8]int64)(s[i:]), (*[8]int64)(x[i:])
		a += p[0]*y[0] + p[1]*y[1] + p[2]*y[2] + p[3]*y[3]
		b += q[0]*y[0] + q[1]*y[1] + q[2]*y[2] + q[3]*y[3]
		a += p[4]*y[4] + p[5]*y[5] + p[6]*y[6] + p[7]*y[7]
		b += q[4]*y[4] + q[5]*y[5] + q[6]*y[6] + q[7]*y[7]
	}
	for ; i < len(x); i++ {
		a += r[i] * x[i]
		b += s[i] * x[i]
	}
	return a, b
}

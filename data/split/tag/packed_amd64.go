package tag

// unit is a whole number from -127 to 127 as the products take it.
type unit = int16

// packed is a matrix of weights rounded to eight bits, a row for each output.
// Every amd64 processor multiplies eight such numbers at once and sums them in
// pairs; whole numbers have the same sum in any order, so this gives what laned
// gives.
type packed struct {
	in, out int
	w       []int16
	scale   []float32 // what one step of an output's weights is worth
}

// chunk is how many numbers of a row dots takes at a time.
const chunk = 32

// pack fills rows up to whole chunks.
func pack(in, out int, w []int8, scale []float32) packed {
	wide := (in + chunk - 1) / chunk * chunk
	p := packed{in: in, out: out, w: make([]int16, out*wide), scale: scale}
	for j := range out {
		for i := range in {
			p.w[j*wide+i] = int16(w[j*in+i])
		}
	}
	return p
}

// times adds the product with x, each within -127 to 127 and worth one step, to
// dst.
func (p *packed) times(dst []float32, x []unit, step float32) {
	x = x[:p.in]
	if rest := len(x) % chunk; rest > 0 {
		x = append(x[:len(x):len(x)], make([]unit, chunk-rest)...)
	}
	var sums [64]int32
	for from := 0; from < p.out; from += len(sums) {
		n := min(len(sums), p.out-from)
		if len(x) > 0 {
			dots(sums[:n], p.w[from*len(x):(from+n)*len(x)], x)
		}
		out, scale := dst[from:from+n], p.scale[from:from+n]
		for i, s := range sums[:n] {
			out[i] += float32(float32(s) * float32(scale[i]*step))
		}
	}
}

// dots sets each of sums to the sum of a row's products with x; rows has a row as
// long as x for each, and x is made of whole chunks.
//
//go:noescape
func dots(sums []int32, rows, x []int16)

package tag

// The kernels below are all the arithmetic that takes time in training.
// kernel_simd.go does the same sums, in the same order, eight at a time. Lengths
// are multiples of 16. Products are converted, so that no compiler fuses them
// into a sum and every platform rounds alike.

func addScaledPlain(dst, a []float32, x float32) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] += float32(x * a[i])
	}
}

func addScaled4Plain(dst, a, b, c, d []float32, x, y, z, w float32) {
	n := len(dst)
	a, b, c, d = a[:n], b[:n], c[:n], d[:n]
	for i := range dst {
		s := dst[i] + float32(x*a[i])
		s += float32(y * b[i])
		s += float32(z * c[i])
		dst[i] = s + float32(w*d[i])
	}
}

func dotPlain(a, b []float32) float32 {
	var s [16]float32
	for i := 0; i+16 <= len(a); i += 16 {
		p, q := a[i:i+16:i+16], b[i:i+16:i+16]
		for k := range s {
			s[k] += float32(p[k] * q[k])
		}
	}
	return fold(&s)
}

// fold sums sixteen lanes in a fixed order.
func fold(s *[16]float32) float32 {
	for k := 8; k > 0; k /= 2 {
		for i := range k {
			s[i] += s[i+k]
		}
	}
	return s[0]
}

// matrix is stored by rows.
type matrix struct {
	rows, cols int
	v          []float32
}

func newMatrix(rows, cols int) matrix { return matrix{rows, cols, make([]float32, rows*cols)} }

func (m matrix) row(i int) []float32 { return m.v[i*m.cols : (i+1)*m.cols : (i+1)*m.cols] }

// addRows adds to dst every row of m times its x: dst += x m.
func (m matrix) addRows(dst, x []float32) {
	i := 0
	for ; i+4 <= m.rows; i += 4 {
		addScaled4(dst, m.row(i), m.row(i+1), m.row(i+2), m.row(i+3), x[i], x[i+1], x[i+2], x[i+3])
	}
	for ; i < m.rows; i++ {
		addScaled(dst, m.row(i), x[i])
	}
}

// dotRows adds to dst the product of every row with y: dst += m y.
func (m matrix) dotRows(dst, y []float32) {
	i := 0
	for ; i+4 <= m.rows; i += 4 {
		dot4(dst[i:i+4:i+4], m.row(i), m.row(i+1), m.row(i+2), m.row(i+3), y)
	}
	for ; i < m.rows; i++ {
		dst[i] += dotPlain(m.row(i), y)
	}
}

// addOuter adds the sum over t of x[t] (as a column) times y[t] (as a row).
func (m matrix) addOuter(x, y matrix) {
	for i := range m.rows {
		dst := m.row(i)
		t := 0
		for ; t+4 <= x.rows; t += 4 {
			k := t*x.cols + i
			addScaled4(dst, y.row(t), y.row(t+1), y.row(t+2), y.row(t+3), x.v[k], x.v[k+x.cols], x.v[k+2*x.cols], x.v[k+3*x.cols])
		}
		for ; t < x.rows; t++ {
			addScaled(dst, y.row(t), x.v[t*x.cols+i])
		}
	}
}

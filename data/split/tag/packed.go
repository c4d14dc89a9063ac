package tag

import "math"

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

// whole rounds to the nearest number from -127 to 127.
func whole(x float32) unit {
	x = min(max(x, -127), 127)
	return unit((x + toHalves) - toHalves)
}

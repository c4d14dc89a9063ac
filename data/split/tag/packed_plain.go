//go:build !amd64

package tag

// unit is a whole number from -127 to 127 as the products take it.
type unit = int64

// packed is a matrix of weights rounded to eight bits.
type packed = laned

func pack(in, out int, w []int8, scale []float32) packed { return packLanes(in, out, w, scale) }

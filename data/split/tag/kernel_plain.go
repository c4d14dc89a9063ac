//go:build !(goexperiment.simd && amd64)

package tag

func addScaled4(dst, a, b, c, d []float32, x, y, z, w float32) {
	addScaled4Plain(dst, a, b, c, d, x, y, z, w)
}

func dot(a, b []float32) float32 { return dotPlain(a, b) }

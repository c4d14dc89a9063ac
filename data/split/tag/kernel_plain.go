//go:build !(goexperiment.simd && amd64)

package tag

func addScaled4(dst, a, b, c, d []float32, x, y, z, w float32) {
	addScaled4Plain(dst, a, b, c, d, x, y, z, w)
}

func dot4(dst, a, b, c, d, y []float32) {
	dst[0] += dotPlain(a, y)
	dst[1] += dotPlain(b, y)
	dst[2] += dotPlain(c, y)
	dst[3] += dotPlain(d, y)
}

func addScaled(dst, a []float32, x float32) { addScaledPlain(dst, a, x) }

func sigmoids(v []float32) { sigmoidsPlain(v) }

func tanhs(dst, v []float32) { tanhsPlain(dst, v) }

//go:build goexperiment.simd && amd64

package tag

import (
	"simd/archsimd"
	"unsafe"
)

// wide tells whether the processor does eight float32 at once. Built with
// GOEXPERIMENT=simd training is some five times faster; nothing else needs it.
var wide = archsimd.X86.AVX2()

func at(s []float32, i int) *[8]float32 { return (*[8]float32)(unsafe.Pointer(&s[i])) }

func addScaled4(dst, a, b, c, d []float32, x, y, z, w float32) {
	if !wide {
		addScaled4Plain(dst, a, b, c, d, x, y, z, w)
		return
	}
	vx, vy := archsimd.BroadcastFloat32x8(x), archsimd.BroadcastFloat32x8(y)
	vz, vw := archsimd.BroadcastFloat32x8(z), archsimd.BroadcastFloat32x8(w)
	n := len(dst)
	a, b, c, d = a[:n], b[:n], c[:n], d[:n]
	for i := 0; i+8 <= n; i += 8 {
		p := at(dst, i)
		s := archsimd.LoadFloat32x8(p).Add(archsimd.LoadFloat32x8(at(a, i)).Mul(vx))
		s = s.Add(archsimd.LoadFloat32x8(at(b, i)).Mul(vy))
		s = s.Add(archsimd.LoadFloat32x8(at(c, i)).Mul(vz))
		s.Add(archsimd.LoadFloat32x8(at(d, i)).Mul(vw)).Store(p)
	}
}

func dot(a, b []float32) float32 {
	if !wide {
		return dotPlain(a, b)
	}
	var lo, hi archsimd.Float32x8
	b = b[:len(a)]
	for i := 0; i+16 <= len(a); i += 16 {
		lo = lo.Add(archsimd.LoadFloat32x8(at(a, i)).Mul(archsimd.LoadFloat32x8(at(b, i))))
		hi = hi.Add(archsimd.LoadFloat32x8(at(a, i+8)).Mul(archsimd.LoadFloat32x8(at(b, i+8))))
	}
	var s [8]float32
	lo.Add(hi).Store(&s)
	for k := 4; k > 0; k /= 2 {
		for i := range k {
			s[i] += s[i+k]
		}
	}
	return s[0]
}

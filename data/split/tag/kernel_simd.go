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

func dot4(dst, a, b, c, d, y []float32) {
	if !wide {
		dst[0] += dotPlain(a, y)
		dst[1] += dotPlain(b, y)
		dst[2] += dotPlain(c, y)
		dst[3] += dotPlain(d, y)
		return
	}
	var a0, a1, b0, b1, c0, c1, d0, d1 archsimd.Float32x8
	n := len(y)
	a, b, c, d = a[:n], b[:n], c[:n], d[:n]
	for i := 0; i+16 <= n; i += 16 {
		lo, hi := archsimd.LoadFloat32x8(at(y, i)), archsimd.LoadFloat32x8(at(y, i+8))
		a0, a1 = a0.Add(archsimd.LoadFloat32x8(at(a, i)).Mul(lo)), a1.Add(archsimd.LoadFloat32x8(at(a, i+8)).Mul(hi))
		b0, b1 = b0.Add(archsimd.LoadFloat32x8(at(b, i)).Mul(lo)), b1.Add(archsimd.LoadFloat32x8(at(b, i+8)).Mul(hi))
		c0, c1 = c0.Add(archsimd.LoadFloat32x8(at(c, i)).Mul(lo)), c1.Add(archsimd.LoadFloat32x8(at(c, i+8)).Mul(hi))
		d0, d1 = d0.Add(archsimd.LoadFloat32x8(at(d, i)).Mul(lo)), d1.Add(archsimd.LoadFloat32x8(at(d, i+8)).Mul(hi))
	}
	dst[0] += fold8(a0.Add(a1))
	dst[1] += fold8(b0.Add(b1))
	dst[2] += fold8(c0.Add(c1))
	dst[3] += fold8(d0.Add(d1))
}

func fold8(v archsimd.Float32x8) float32 {
	var s [8]float32
	v.Store(&s)
	s[0], s[1], s[2], s[3] = s[0]+s[4], s[1]+s[5], s[2]+s[6], s[3]+s[7]
	return s[0] + s[2] + (s[1] + s[3])
}

func addScaled(dst, a []float32, x float32) {
	if !wide {
		addScaledPlain(dst, a, x)
		return
	}
	vx := archsimd.BroadcastFloat32x8(x)
	a = a[:len(dst)]
	for i := 0; i+8 <= len(dst); i += 8 {
		p := at(dst, i)
		archsimd.LoadFloat32x8(p).Add(archsimd.LoadFloat32x8(at(a, i)).Mul(vx)).Store(p)
	}
}

func exp8(x archsimd.Float32x8) archsimd.Float32x8 {
	all := archsimd.BroadcastFloat32x8
	x = x.Max(all(-farthest)).Min(all(farthest))
	n := x.Mul(all(log2e)).Add(all(toHalves)).Sub(all(toHalves))
	r := x.Sub(n.Mul(all(ln2High))).Sub(n.Mul(all(ln2Low)))
	p := all(expSteps[0])
	for _, c := range expSteps[1:] {
		p = p.Mul(r).Add(all(c))
	}
	p = p.Mul(r).Mul(r).Add(r).Add(all(1))
	return p.Mul(n.ConvertToInt32().Add(archsimd.BroadcastInt32x8(127)).ShiftAllLeft(23).AsFloat32x8())
}

func sigmoids(v []float32) {
	if !wide {
		sigmoidsPlain(v)
		return
	}
	one, zero := archsimd.BroadcastFloat32x8(1), archsimd.BroadcastFloat32x8(0)
	for i := 0; i+8 <= len(v); i += 8 {
		p := at(v, i)
		one.Div(one.Add(exp8(zero.Sub(archsimd.LoadFloat32x8(p))))).Store(p)
	}
}

func tanhs(dst, v []float32) {
	if !wide {
		tanhsPlain(dst, v)
		return
	}
	one, two := archsimd.BroadcastFloat32x8(1), archsimd.BroadcastFloat32x8(2)
	for i := 0; i+8 <= len(v); i += 8 {
		x := archsimd.LoadFloat32x8(at(v, i))
		one.Sub(two.Div(one.Add(exp8(x.Add(x))))).Store(at(dst, i))
	}
}

package tag

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
)

// The file of a model: magic, then the features, then the nets, and a checksum
// of all that at the end. Numbers are little-endian.
const magic = "lectern attribution 1\n"

// errDamaged says that bytes are no model of this version.
var errDamaged = errors.New("tag: these bytes are no model that this version reads")

// limits keep a damaged file from asking for memory without end.
const (
	maxKeys, maxNets, maxSize = 1 << 20, 16, 1 << 10
)

type writer struct{ b []byte }

func (w *writer) num(n int) { w.b = binary.LittleEndian.AppendUint32(w.b, uint32(n)) }
func (w *writer) float(v float32) {
	w.b = binary.LittleEndian.AppendUint32(w.b, math.Float32bits(v))
}
func (w *writer) floats(v []float32) {
	for _, x := range v {
		w.float(x)
	}
}
func (w *writer) bytes(v []int8) {
	for _, x := range v {
		w.b = append(w.b, byte(x))
	}
}
func (w *writer) rounded(m matrix) {
	v, scale := rounded(m)
	w.bytes(v)
	w.floats(scale)
}

// Encode is the model's file, its weights rounded to eight bits.
func (d *Draft) Encode() ([]byte, error) {
	if len(d.nets) == 0 || len(d.nets) > maxNets || len(d.features.keys) > maxKeys {
		return nil, errors.New("tag: a draft of an unreasonable size")
	}
	w := &writer{b: []byte(magic)}
	w.num(len(d.features.keys))
	for _, k := range d.features.keys {
		w.b = append(w.b, k.kind, byte(min(len(k.s), 255)))
		w.b = append(w.b, k.s[:min(len(k.s), 255)]...)
	}
	w.num(len(d.nets))
	for _, n := range d.nets {
		w.net(n)
	}
	return binary.LittleEndian.AppendUint32(w.b, crc32.ChecksumIEEE(w.b)), nil
}

func (w *writer) net(n *net) {
	w.num(n.in)
	w.num(n.layers[0].fore.size)
	w.num(len(n.layers))
	top := 0.0
	for _, v := range n.vec.v {
		top = max(top, math.Abs(float64(v)))
	}
	step := float32(top / 127)
	w.float(step)
	for _, v := range n.vec.v {
		w.b = append(w.b, byte(int8(math.RoundToEven(float64(v/step)))))
	}
	for _, l := range n.layers {
		for _, c := range []*cell{l.fore, l.back} {
			w.rounded(c.wx)
			w.rounded(c.wh)
			w.floats(c.b)
		}
	}
	labels := newMatrix(n.out.rows, labelCount)
	for i := range labels.rows {
		copy(labels.row(i), n.out.row(i))
	}
	w.rounded(labels)
	w.floats(n.bias[:labelCount])
	for i := range n.chain.next {
		w.floats(n.chain.next[i][:])
	}
}

type reader struct {
	b   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if r.bad || n < 0 || n > len(r.b) {
		r.bad = true
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

// num reads a number no larger than most.
func (r *reader) num(most int) int {
	b := r.take(4)
	if b == nil {
		return 0
	}
	n := int(binary.LittleEndian.Uint32(b))
	if n > most || n < 0 {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) floats(n int) []float32 {
	b := r.take(4 * n)
	if b == nil {
		return make([]float32, min(n, 4*maxSize))
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

func (r *reader) bytes(n int) []int8 {
	b := r.take(n)
	out := make([]int8, len(b))
	for i, x := range b {
		out[i] = int8(x)
	}
	return out
}

func (r *reader) packed(in, out int) packed {
	w := r.bytes(in * out)
	scale := r.floats(out)
	if r.bad {
		return packed{}
	}
	return pack(in, out, w, scale)
}

// Load reads a model's file; it refuses one that is damaged or of another
// version.
func Load(b []byte) (*Model, error) {
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic ||
		crc32.ChecksumIEEE(b[:len(b)-4]) != binary.LittleEndian.Uint32(b[len(b)-4:]) {
		return nil, errDamaged
	}
	r := &reader{b: b[len(magic) : len(b)-4]}
	keys := make([]key, r.num(maxKeys))
	for i := range keys {
		if head := r.take(2); head != nil {
			keys[i] = key{head[0], string(r.take(int(head[1])))}
		}
	}
	m := &Model{features: newFeatures(keys)}
	for range r.num(maxNets) {
		m.nets = append(m.nets, r.net(m.features.rows()))
	}
	if r.bad || len(r.b) != 0 || len(m.nets) == 0 {
		return nil, errDamaged
	}
	m.join()
	return m, nil
}

func (r *reader) net(rows int) *swift {
	n := &swift{in: r.num(maxSize), size: r.num(maxSize)}
	layers := r.num(4)
	n.vecStep = r.floats(1)[0]
	n.vec = r.bytes(rows * n.in)
	in := n.in
	for range layers {
		var l [2]*swiftCell
		for i := range l {
			l[i] = &swiftCell{r.packed(in, 4*n.size), r.packed(n.size, 4*n.size), r.floats(4 * n.size)}
		}
		n.layers = append(n.layers, l)
		in = 2 * n.size
	}
	n.out = r.packed(in, labelCount)
	copy(n.bias[:], r.floats(labelCount))
	for i := range n.chain.next {
		copy(n.chain.next[i][:], r.floats(labelCount))
	}
	r.bad = r.bad || layers == 0 || n.in == 0 || n.size == 0 || n.size%16 != 0
	if !r.bad {
		n.table = newTable(n)
	}
	return n
}

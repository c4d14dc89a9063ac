package judge

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// magic begins a model file: the format with its version.
const magic = "lectern judge 1\n"

// table is the part of a model file that can be read by eye; the heads' weights
// follow it as bytes.
type table struct {
	Name  string
	Heat  float32
	Lists []List
	Heads []Head
	First tableModel
	Again tableModel
}

type tableModel struct {
	Names   []string
	Weights [][4]float32
}

// Bytes is the judge as a model file. The same judge gives the same bytes.
func (j *Judge) Bytes() ([]byte, error) {
	t := table{Name: j.Name, Heat: j.Heat, Lists: j.Lists,
		First: tableModel{j.First.Names, j.First.Weights}, Again: tableModel{j.Second.Names, j.Second.Weights}}
	var weights []byte
	for _, h := range []Head{j.Speech, j.Uncertain, j.Kind} {
		for _, w := range h.Weights {
			weights = append(weights, byte(w))
		}
		h.Weights = nil
		t.Heads = append(t.Heads, h)
	}
	head, err := json.Marshal(t)
	if err != nil {
		return nil, err
	}
	out := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(head)))...)
	return append(append(out, head...), weights...), nil
}

var errModel = errors.New("not a model file of this version")

// Load reads a model file. It keeps no part of b.
func Load(b []byte) (*Judge, error) {
	rest, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok || len(rest) < 4 {
		return nil, errModel
	}
	n := int(binary.LittleEndian.Uint32(rest))
	if rest = rest[4:]; n > len(rest) {
		return nil, errModel
	}
	var t table
	if err := json.Unmarshal(rest[:n], &t); err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	rest = rest[n:]
	if len(t.Heads) != 3 || len(t.First.Names) != len(t.First.Weights) || len(t.Again.Names) != len(t.Again.Weights) {
		return nil, errModel
	}
	for i := range t.Heads {
		h := &t.Heads[i]
		if h.Bits < 1 || h.Bits > 24 || len(h.Classes) == 0 || len(h.Classes) > 64 || len(h.Scale) != len(h.Classes) || len(h.Bias) != len(h.Classes) {
			return nil, errModel
		}
		size := len(h.Classes) << h.Bits
		if size > len(rest) {
			return nil, errModel
		}
		h.Weights = make([]int8, size)
		for k, w := range rest[:size] {
			h.Weights[k] = int8(w)
		}
		rest = rest[size:]
	}
	if len(rest) > 0 {
		return nil, errModel
	}
	return &Judge{Name: t.Name, Heat: t.Heat, Words: NewWords(t.Lists), Speech: t.Heads[0], Uncertain: t.Heads[1], Kind: t.Heads[2],
		First: NewLaneModel(t.First.Names, t.First.Weights), Second: NewLaneModel(t.Again.Names, t.Again.Weights)}, nil
}

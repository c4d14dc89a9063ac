package library

import (
	"encoding/binary"
	"math"

	"lectern/data"
)

// packVersion is the first byte of a packed reading, so that later programs can
// tell how to unpack it. Version 1 did not have Attribution.Via.
const packVersion = 2

// pack writes a reading as compactly as it can be read back quickly: a report's
// hundred sentences and their reasons take a few kilobytes in one row, where a
// row each would take several times that and as many index entries. Scores are
// kept to 32 bits.
func pack(r data.Reading) []byte {
	p := packer{out: make([]byte, 0, 64+32*len(r.Sentences)+48*len(r.Attributions)), seen: make(map[string]int)}
	p.out = append(p.out, packVersion)
	p.word(r.Model)
	p.word(r.Lang)
	p.number(len(r.Sentences))
	at := 0
	for _, s := range r.Sentences {
		at = p.span(s.Span, at)
		p.word(string(s.Kind))
		p.word(string(s.Lane))
		p.word(string(s.Secondary))
		p.score(s.Score)
		p.reason(s.Reason)
		p.flags(s.Speech, s.Uncertain)
		p.number(s.Attribution)
		p.number(len(s.Hedges))
		within := s.Start
		for _, h := range s.Hedges {
			within = p.span(h.Span, within)
			p.word(string(h.Kind))
		}
	}
	p.number(len(r.Attributions))
	at = 0
	for _, a := range r.Attributions {
		p.word(string(a.Kind))
		for _, spans := range [][]data.Span{a.Content, a.Source, a.Cue} {
			p.number(len(spans))
			for _, s := range spans {
				at = p.span(s, at)
			}
		}
		p.word(a.Speaker)
		p.number(len(a.Via))
		for _, who := range a.Via {
			p.word(who)
		}
		p.word(string(a.Role))
		p.score(a.Score)
		p.reason(a.Reason)
	}
	return p.out
}

type packer struct {
	out  []byte
	seen map[string]int
}

func (p *packer) number(n int) { p.out = binary.AppendVarint(p.out, int64(n)) }

// word writes a string once; after that, its place among those written.
func (p *packer) word(s string) {
	n, ok := p.seen[s]
	if ok {
		p.number(n)
		return
	}
	p.number(len(p.seen))
	p.seen[s] = len(p.seen)
	p.number(len(s))
	p.out = append(p.out, s...)
}

// span writes where s begins, counted from the byte at, and how long it is. It
// returns where it ends, to count the next from.
func (p *packer) span(s data.Span, at int) int {
	p.number(s.Start - at)
	p.number(s.Len())
	return s.End
}

func (p *packer) score(f float64) {
	p.out = binary.LittleEndian.AppendUint32(p.out, math.Float32bits(float32(f)))
}

func (p *packer) reason(r data.Reason) {
	p.word(r.Rule)
	p.word(r.Evidence)
}

func (p *packer) flags(set ...bool) {
	b := byte(0)
	for i, on := range set {
		if on {
			b |= 1 << i
		}
	}
	p.out = append(p.out, b)
}

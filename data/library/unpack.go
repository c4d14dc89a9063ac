package library

import (
	"encoding/binary"
	"errors"
	"math"

	"lectern/data"
)

var errPacked = errors.New("the packed reading is damaged")

// unpack reads what pack wrote. Bytes that a disk has damaged give an error,
// never a panic and never more memory than they could honestly ask for.
func unpack(packed []byte) (data.Reading, error) {
	u := unpacker{in: packed}
	version := u.byte()
	if version < 1 || version > packVersion {
		return data.Reading{}, errPacked
	}
	r := data.Reading{Model: u.word(), Lang: u.word()}
	if n := u.count(12); n > 0 {
		r.Sentences = make([]data.Sentence, n)
	}
	at := 0
	for i := range r.Sentences {
		at = u.sentence(&r.Sentences[i], at)
		if u.bad {
			return data.Reading{}, errPacked
		}
	}
	if n := u.count(12); n > 0 {
		r.Attributions = make([]data.Attribution, n)
	}
	at = 0
	for i := range r.Attributions {
		a := &r.Attributions[i]
		a.Kind = data.AttributionKind(u.word())
		for _, spans := range []*[]data.Span{&a.Content, &a.Source, &a.Cue} {
			*spans, at = u.spans(at)
		}
		a.Speaker = u.word()
		if version > 1 {
			a.Via = u.words()
		}
		a.Role = data.SpeakerRole(u.word())
		a.Score = u.score()
		a.Reason = u.reason()
		if u.bad {
			return data.Reading{}, errPacked
		}
	}
	for i := range r.Sentences {
		if a := r.Sentences[i].Attribution; a < -1 || a >= len(r.Attributions) {
			return data.Reading{}, errPacked
		}
	}
	if u.bad || len(u.in) > 0 {
		return data.Reading{}, errPacked
	}
	return r, nil
}

// unpacker takes values off in. The first that is not there sets bad, and all
// after it are zero.
type unpacker struct {
	in   []byte
	seen []string
	bad  bool
}

func (u *unpacker) sentence(s *data.Sentence, at int) (end int) {
	s.Span = u.span(at)
	s.Kind = data.SentenceKind(u.word())
	s.Lane = data.Lane(u.word())
	s.Secondary = data.Lane(u.word())
	s.Score = u.score()
	s.Reason = u.reason()
	flags := u.byte()
	s.Speech, s.Uncertain = flags&1 != 0, flags&2 != 0
	s.Attribution = u.number()
	if n := u.count(3); n > 0 {
		s.Hedges = make([]data.Hedge, n)
	}
	within := s.Start
	for i := range s.Hedges {
		s.Hedges[i].Span = u.span(within)
		s.Hedges[i].Kind = data.HedgeKind(u.word())
		within = s.Hedges[i].End
	}
	return s.End
}

func (u *unpacker) fail() {
	u.bad, u.in = true, nil
}

func (u *unpacker) byte() byte {
	if len(u.in) == 0 {
		u.fail()
		return 0
	}
	b := u.in[0]
	u.in = u.in[1:]
	return b
}

func (u *unpacker) number() int {
	n, size := binary.Varint(u.in)
	if size <= 0 || n > math.MaxInt32 || n < math.MinInt32 {
		u.fail()
		return 0
	}
	u.in = u.in[size:]
	return int(n)
}

// count is how many values follow, each of at least size bytes.
func (u *unpacker) count(size int) int {
	n := u.number()
	if n < 0 || n > len(u.in)/size {
		u.fail()
		return 0
	}
	return n
}

func (u *unpacker) word() string {
	n := u.number()
	if n >= 0 && n < len(u.seen) {
		return u.seen[n]
	}
	if n != len(u.seen) || u.bad {
		u.fail()
		return ""
	}
	size := u.count(1)
	s := string(u.in[:size])
	u.in = u.in[size:]
	u.seen = append(u.seen, s)
	return s
}

func (u *unpacker) words() []string {
	n := u.count(1)
	if n == 0 {
		return nil
	}
	words := make([]string, n)
	for i := range words {
		words[i] = u.word()
	}
	return words
}

func (u *unpacker) span(at int) data.Span {
	start := at + u.number()
	end := start + u.number()
	if start < 0 || end < start || end > math.MaxInt32 {
		u.fail()
		return data.Span{}
	}
	return data.Span{Start: start, End: end}
}

func (u *unpacker) spans(at int) ([]data.Span, int) {
	n := u.count(2)
	if n == 0 {
		return nil, at
	}
	spans := make([]data.Span, n)
	for i := range spans {
		spans[i] = u.span(at)
		at = spans[i].End
	}
	return spans, at
}

func (u *unpacker) score() float64 {
	if len(u.in) < 4 {
		u.fail()
		return 0
	}
	f := math.Float32frombits(binary.LittleEndian.Uint32(u.in))
	u.in = u.in[4:]
	return float64(f)
}

func (u *unpacker) reason() data.Reason {
	return data.Reason{Rule: u.word(), Evidence: u.word()}
}

package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// key is a feature of a word by its kind: the word itself, an affix, its shape.
type key struct {
	kind byte
	s    string
}

// The kinds of features that a word has by its spelling.
const (
	kindWord    = 'w'
	kindPrefix  = 'p'
	kindSuffix2 = 't'
	kindSuffix3 = 's'
	kindShape   = 'h'
)

// Rows below MaxClue are the clues'. The next ones stand for what is not known
// and for the paragraph's first word.
const (
	rowUnknown = MaxClue + iota
	rowOpening
	rowFirstFree
)

// features numbers what is known of words; a number is a row of weights.
type features struct {
	row  map[key]int32
	keys []key // by row, from rowFirstFree
}

func newFeatures(keys []key) *features {
	f := &features{row: make(map[key]int32, len(keys)), keys: keys}
	for i, k := range keys {
		f.row[k] = int32(rowFirstFree + i)
	}
	return f
}

func (f *features) rows() int { return rowFirstFree + len(f.keys) }

// of lists the rows of word i of p, the word's own (or rowUnknown) first.
func (f *features) of(dst []int32, p *Paragraph, i int) []int32 {
	return f.place(f.spelling(dst, p.Words[i]), p, i)
}

// spelling lists the rows that a word has wherever it stands.
func (f *features) spelling(dst []int32, w string) []int32 {
	w = plain(w)
	low := lower(w)
	own, ok := f.row[key{kindWord, low}]
	if !ok {
		own = rowUnknown
	}
	dst = append(dst, own)
	for _, k := range affixes(low) {
		if r, ok := f.row[k]; ok && k.s != "" {
			dst = append(dst, r)
		}
	}
	var buf [8]byte
	if r, ok := f.row[key{kindShape, string(shape(buf[:0], w))}]; ok {
		dst = append(dst, r)
	}
	return dst
}

// place lists the rows that word i of p has by where it stands.
func (f *features) place(dst []int32, p *Paragraph, i int) []int32 {
	if i == 0 {
		dst = append(dst, rowOpening)
	}
	if i < len(p.Clues) {
		for _, c := range p.Clues[i] {
			if c < MaxClue {
				dst = append(dst, int32(c))
			}
		}
	}
	return dst
}

// affixes are the beginning and the ends of a word in lower case; those it is
// too short for are empty.
func affixes(low string) [3]key {
	out := [3]key{{kind: kindPrefix}, {kind: kindSuffix2}, {kind: kindSuffix3}}
	if len(low) < 4 || low[0] < 'a' && low[0] != '0' {
		return out
	}
	cut := func(n int) int { // a rune border at or before n
		for n > 0 && !utf8.RuneStart(low[n]) {
			n--
		}
		return n
	}
	out[0].s, out[1].s, out[2].s = low[:cut(3)], low[cut(len(low)-2):], low[cut(len(low)-3):]
	return out
}

// lower is the word in lower case with every digit as 0 and one apostrophe.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c < 'a' || c > 'z' {
			return strings.Map(fold1, w)
		}
	}
	return w
}

func fold1(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case '0' <= r && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return r
	case r == '’':
		return '\''
	}
	return unicode.ToLower(r)
}

// shape appends the word's outline, a letter for each run: "Xx" for Kyiv, "X.X."
// for U.S., "0.0" for 4.5.
func shape(dst []byte, w string) []byte {
	for _, r := range w {
		var c byte
		switch {
		case 'a' <= r && r <= 'z':
			c = 'x'
		case 'A' <= r && r <= 'Z':
			c = 'X'
		case '0' <= r && r <= '9':
			c = '0'
		case r < utf8.RuneSelf:
			c = byte(r)
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		default:
			c = '?'
		}
		if n := len(dst); n == 0 || dst[n-1] != c {
			if n == 7 {
				return dst
			}
			dst = append(dst, c)
		}
	}
	return dst
}

// collect makes the features of the words in paragraphs: words seen at least
// twice, affixes and shapes at least five times, in the order first seen.
func collect(paragraphs []Paragraph) (*features, map[key]int) {
	seen := map[key]int{}
	var order []key
	count := func(k key) {
		if seen[k]++; seen[k] == 1 {
			order = append(order, k)
		}
	}
	for i := range paragraphs {
		for _, w := range paragraphs[i].Words {
			w = plain(w)
			low := lower(w)
			count(key{kindWord, low})
			for _, k := range affixes(low) {
				if k.s != "" {
					count(k)
				}
			}
			count(key{kindShape, string(shape(nil, w))})
		}
	}
	var keys []key
	for _, k := range order {
		if least := map[bool]int{true: 2, false: 5}[k.kind == kindWord]; seen[k] >= least {
			keys = append(keys, k)
		}
	}
	return newFeatures(keys), seen
}

package compare

import (
	"unicode"
	"unicode/utf8"

	"lectern/data"
)

// token is a word, a mark or a stretch of space of a sentence.
type token struct {
	data.Span
	fold string // small letters, "" for space
}

// tokens cuts the stretch of a text into words, marks and spaces; together they
// are the whole of it.
func tokens(text string, within data.Span) []token {
	var all []token
	for at := within.Start; at < within.End; {
		r, n := utf8.DecodeRuneInString(text[at:within.End])
		end := at + n
		switch {
		case unicode.IsSpace(r):
			for end < within.End {
				r, n := utf8.DecodeRuneInString(text[end:within.End])
				if !unicode.IsSpace(r) {
					break
				}
				end += n
			}
			all = append(all, token{data.Span{Start: at, End: end}, ""})
		case wordy(r):
			for end < within.End {
				r, n := utf8.DecodeRuneInString(text[end:within.End])
				if !wordy(r) && !(inWord(r) && end+n < within.End && followed(text[end+n:within.End])) {
					break
				}
				end += n
			}
			all = append(all, token{data.Span{Start: at, End: end}, folded(text[at:end])})
		default:
			all = append(all, token{data.Span{Start: at, End: end}, folded(text[at:end])})
		}
		at = end
	}
	return all
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// inWord tells the marks that hold a word or a number together: "it's", "1,200".
func inWord(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', '.', ',', '-', ':', '/':
		return true
	}
	return false
}

func followed(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return wordy(r)
}

// folded lets a straight and a curled mark be the same.
func folded(s string) string {
	b := make([]rune, 0, len(s))
	for _, r := range s {
		switch r {
		case '’', 'ʼ', '‘':
			r = '\''
		case '“', '”', '„', '«', '»':
			r = '"'
		case '–', '—', '‑':
			r = '-'
		}
		b = append(b, unicode.ToLower(r))
	}
	return string(b)
}

// pieces says word by word how one sentence became the other. Each list is the
// whole of its sentence, in order.
func pieces(a, b *side, from, to data.Span) (before, after []Piece) {
	x, y := tokens(a.body, from), tokens(b.body, to)
	keep := align(len(x), len(y), func(i, j int) bool { return x[i].fold == y[j].fold })
	i, j := 0, 0
	for _, k := range append(keep, [2]int{len(x), len(y)}) {
		for ; i < k[0]; i++ {
			before = append(before, Piece{x[i].Span, true})
		}
		for ; j < k[1]; j++ {
			after = append(after, Piece{y[j].Span, true})
		}
		if i < len(x) && j < len(y) {
			before, after = append(before, Piece{x[i].Span, false}), append(after, Piece{y[j].Span, false})
			i, j = i+1, j+1
		}
	}
	return joined(before, a.body), joined(after, b.body)
}

// joined brings neighbours together: a space between two changed words is
// changed with them.
func joined(all []Piece, text string) []Piece {
	for i := 1; i+1 < len(all); i++ {
		if blank(all[i].In(text)) && all[i-1].Changed && all[i+1].Changed {
			all[i].Changed = true
		}
	}
	var out []Piece
	for _, p := range all {
		if n := len(out); n > 0 && out[n-1].Changed == p.Changed {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p)
	}
	return out
}

func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

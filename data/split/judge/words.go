package judge

import (
	"unicode"
	"unicode/utf8"

	"lectern/data"
)

// word is a word or mark of a sentence, as the models see it: in lower case,
// digits as 0, quotation marks of one kind.
type word struct {
	low    string
	hash   uint64
	at     data.Span
	upper  bool
	quoted bool // inside a quotation
	mark   bool // punctuation
}

// mood is how far a quotation is open while sentences go by.
type mood struct{ open bool }

// words reads the words of one sentence. It carries the state of double
// quotation marks from sentence to sentence in m.
func words(text string, s data.Span, m *mood) []word {
	out := make([]word, 0, s.Len()/5+2)
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:s.End])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := wordEnd(text, i, s.End)
			w := word{at: data.Span{Start: i, End: end}, upper: unicode.IsUpper(r), quoted: m.open}
			w.low = fold(text[i:end])
			out = append(out, w)
			i = end
			continue
		case r == '`' || r == '\'':
			if i+1 < s.End && text[i+1] == byte(r) { // the typewriter forms
				n = 2
				m.open = r == '`'
				out = append(out, word{low: quoteName(m.open), at: data.Span{Start: i, End: i + 2}, mark: true})
			}
		case r == '“' || r == '«' || r == '„':
			m.open = true
			out = append(out, word{low: quoteName(true), at: data.Span{Start: i, End: i + n}, mark: true})
		case r == '”' || r == '»':
			m.open = false
			out = append(out, word{low: quoteName(false), at: data.Span{Start: i, End: i + n}, mark: true})
		case r == '"':
			m.open = !m.open
			out = append(out, word{low: quoteName(m.open), at: data.Span{Start: i, End: i + n}, mark: true})
		case !unicode.IsSpace(r) && r != utf8.RuneError:
			out = append(out, word{low: text[i : i+n], at: data.Span{Start: i, End: i + n}, mark: true, quoted: m.open})
		}
		i += n
	}
	for i := range out {
		out[i].hash = hashWord(out[i].low)
	}
	return out
}

func quoteName(opens bool) string {
	if opens {
		return "“"
	}
	return "”"
}

// wordEnd is where the word that begins at i ends: letters and digits, with the
// apostrophes, hyphens and full stops inside it.
func wordEnd(text string, i, limit int) int {
	for i < limit {
		r, n := utf8.DecodeRuneInString(text[i:limit])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if r != '\'' && r != '’' && r != '-' && r != '.' {
				return i
			}
			next, _ := utf8.DecodeRuneInString(text[i+n : limit])
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return i
			}
		}
		i += n
	}
	return i
}

// fold is a word in lower case, with straight apostrophes and every digit 0.
func fold(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	b := make([]byte, 0, len(w))
	for _, r := range w {
		switch {
		case unicode.IsDigit(r):
			r = '0'
		case r == '’':
			r = '\''
		default:
			r = unicode.ToLower(r)
		}
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}

// hashWord is FNV-1a, which is the same everywhere.
func hashWord(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix joins the hashes of a pattern and its parts.
func mix(parts ...uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, p := range parts {
		h = (h ^ p) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return h
}

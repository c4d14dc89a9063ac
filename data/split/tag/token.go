package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word or mark of a text, in bytes.
type Token struct{ Start, End int }

// Tokenize cuts text the way news treebanks do: clitics ("n't", "'s") and
// punctuation stand alone, "U.S." and "coal-fired" stay whole.
func Tokenize(text string) []Token {
	out := make([]Token, 0, len(text)/5+4)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			i += n
		case wordRune(r):
			end := wordEnd(text, i)
			out = cutClitic(out, text, i, end)
			i = end
		default:
			end := i + n
			for r == '.' || r == '-' || r == '\'' || r == '`' || r == '!' || r == '?' {
				if end >= len(text) || text[end] != text[i] {
					break
				}
				end++
			}
			if r == '\'' || r == '`' {
				end = min(end, i+2)
			}
			if r == '\'' || r == '’' {
				end = max(end, cliticEnd(text, i+n))
			}
			out = append(out, Token{i, end})
			i = end
		}
	}
	return out
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r))
}

// wordEnd is where the word at i ends: marks between two letters or digits
// belong to it, and so does the full stop of an abbreviation.
func wordEnd(text string, i int) int {
	end, run, dotted := i, 0, false
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if wordRune(r) {
			end += n
			run++
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[min(end+n, len(text)):])
		joined := end+n < len(text) && wordRune(next)
		switch {
		case r == '.' && run == 1 && (dotted || joined && unicode.IsLetter(next) || !joined && unicode.IsUpper(rune(text[end-1]))) && text[end-1] > '9':
			dotted = true
		case r == '.' && !joined && abbreviated(text[i:end]):
			return end + n
		case r == '.' || r == ',' || r == ':':
			digit := end > i && '0' <= text[end-1] && text[end-1] <= '9'
			if !joined || !digit && (r != '.' || unicode.IsUpper(next)) || digit && !unicode.IsDigit(next) {
				return end
			}
		case r == '-' || r == '‑' || r == '&' || r == '/' || r == '@' || r == '_' || r == '\'' || r == '’':
			if !joined {
				return end
			}
		default:
			return end
		}
		end += n
		run = 0
	}
	return end
}

// titles keep their full stop.
const titles = " mr mrs ms dr sen rep gov gen lt col sgt st jr sr rev prof hon capt jan feb mar apr jun jul aug sept sep oct nov dec vs inc corp co ltd no "

func abbreviated(w string) bool {
	return len(w) < 5 && strings.Contains(titles, " "+strings.ToLower(w)+" ")
}

// cliticEnd is where the clitic ends whose apostrophe ends at i; 0 for none.
func cliticEnd(text string, i int) int {
	for _, c := range [...]string{"ll", "re", "ve", "s", "d", "m"} {
		end := i + len(c)
		if end <= len(text) && strings.EqualFold(text[i:end], c) {
			if r, _ := utf8.DecodeRuneInString(text[end:]); end == len(text) || !wordRune(r) {
				return end
			}
		}
	}
	return 0
}

// cutClitic appends the word [i, end), without its clitic and then the clitic.
func cutClitic(out []Token, text string, i, end int) []Token {
	w := text[i:end]
	if k := strings.LastIndexAny(w, "'’"); k > 0 {
		mark := 1
		if w[k] != '\'' {
			_, mark = utf8.DecodeRuneInString(w[k:])
			if w[k] < utf8.RuneSelf {
				mark = 1
			}
		}
		switch tail := strings.ToLower(w[k+mark:]); tail {
		case "s", "re", "ve", "ll", "d", "m":
			return append(out, Token{i, i + k}, Token{i + k, end})
		case "t":
			if k > 1 && (w[k-1] == 'n' || w[k-1] == 'N') {
				return append(out, Token{i, i + k - 1}, Token{i + k - 1, end})
			}
		}
	}
	if strings.EqualFold(w, "cannot") {
		return append(out, Token{i, i + 3}, Token{i + 3, end})
	}
	return append(out, Token{i, end})
}

// plain gives one spelling to marks that have many: the Penn forms, round and
// straight quotation marks, dashes.
func plain(w string) string {
	if len(w) > 5 || len(w) == 0 || 'a' <= w[0] && w[0] <= 'z' {
		return w
	}
	switch w {
	case "``", "''", "“", "”", "\"", "«", "»", "„":
		return "\""
	case "`", "'", "‘", "’":
		return "'"
	case "—", "–", "--", "---", "-":
		return "-"
	case "…", "...", "....", ". . .":
		return "..."
	case "-LRB-", "(":
		return "("
	case "-RRB-", ")":
		return ")"
	case "-LSB-", "[":
		return "["
	case "-RSB-", "]":
		return "]"
	}
	return w
}

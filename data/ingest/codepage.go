package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A wrong code page gives letters that are rare, in the wrong case, or of two
// scripts in one word. judge decodes a sample in each page and keeps the one
// whose letters look most like writing.

// pages are the 8-bit encodings told apart; the first wins a draw, which happens
// where only punctuation lies above ASCII (the Windows pages share it).
var pages = []struct {
	name string
	page *charmap.Charmap
}{
	{"windows-1252", charmap.Windows1252},
	{"windows-1251", charmap.Windows1251},
	{"koi8-u", charmap.KOI8U},
	{"ibm866", charmap.CodePage866},
	{"iso-8859-5", charmap.ISO8859_5},
}

// judgeSample is how much is looked at, in bytes: enough for any doubt to end.
const judgeSample = 1 << 16

func judge(b []byte) (text, name string) {
	sample := b[:min(len(b), judgeSample)]
	best, bestScore := 0, -1<<30
	for i, p := range pages {
		if score := pageScore(p.page, sample); score > bestScore {
			best, bestScore = i, score
		}
	}
	return decodeAs(pages[best].page, b), pages[best].name
}

// pageScore is the likeness of the sample to writing, in tenths of a letter's
// worth.
func pageScore(page *charmap.Charmap, sample []byte) int {
	score := 0
	prev := ' '
	for _, c := range sample {
		r := page.DecodeByte(c)
		if c >= utf8.RuneSelf {
			score += runeWorth(r)
		}
		if c >= utf8.RuneSelf || prev >= utf8.RuneSelf {
			score += pairWorth(prev, r)
		}
		prev = r
	}
	return score
}

// runeWorth is how much a single character above ASCII speaks for its page.
func runeWorth(r rune) int {
	switch {
	case r == utf8.RuneError, unicode.IsControl(r):
		return -100
	case r == ' ', r == '\u00A0':
		return 1
	case isCyrillic(r):
		if unicode.IsUpper(r) {
			return cyrillicWorth[unicode.ToLower(r)] - 1
		}
		return cyrillicWorth[r]
	case unicode.IsLetter(r):
		if unicode.IsUpper(r) {
			return 2
		}
		return 8
	case unicode.In(r, unicode.Pd, unicode.Pi, unicode.Pf), r == '…', r == '„', r == '‚', r == '№', r == '€', r == '£', r == '§', r == '°', r == '•', r == '·', r == '©':
		return 5
	case r >= 0x2500 && r < 0x25A0: // box drawing, which news does not do
		return -30
	}
	return -8
}

// pairWorth is how much two neighbours speak for or against a page.
func pairWorth(a, b rune) int {
	if !unicode.IsLetter(a) || !unicode.IsLetter(b) {
		switch {
		case unicode.IsDigit(a) && isCyrillic(b), isCyrillic(a) && unicode.IsDigit(b):
			return -12
		case isCyrillic(b) && strings.ContainsRune("ьъыЬЪЫ", b):
			return -25 // no word begins with these
		}
		return 0
	}
	switch {
	case isCyrillic(a) != isCyrillic(b):
		return -40
	case unicode.IsLower(a) && unicode.IsUpper(b):
		return -25
	case isCyrillic(a):
		return syllableWorth(unicode.ToLower(a), unicode.ToLower(b))
	case a >= utf8.RuneSelf && b >= utf8.RuneSelf:
		return -20 // two accented letters in a row
	}
	return 0
}

// syllableWorth prefers vowels and consonants in turn, as speech does; it is all
// there is to go by in capitals, which another page reads as small letters.
func syllableWorth(a, b rune) int {
	const vowels, signs = "аеєиіїоуыэюяё", "ьъ"
	va, vb := strings.ContainsRune(vowels, a), strings.ContainsRune(vowels, b)
	switch {
	case strings.ContainsRune(signs, b):
		if va || strings.ContainsRune(signs, a) {
			return -25
		}
		return 0
	case va != vb:
		return 4
	case va:
		return -8
	}
	return -4
}

func isCyrillic(r rune) bool { return r >= 0x400 && r < 0x530 }

// cyrillicWorth follows the frequencies of letters in Russian and Ukrainian
// together: common ones speak for a page, letters neither language has against.
var cyrillicWorth = func() map[rune]int {
	worth := map[rune]int{}
	for r := rune(0x400); r < 0x530; r++ {
		worth[r] = -15
	}
	for i, group := range []string{"оаеинт", "рсвлкі", "мдпуяь", "зигбчы", "йхжшюц", "щєїфэґ", "ёъў"} {
		for _, r := range group {
			if worth[r] < 0 {
				worth[r] = 16 - 3*i
			}
		}
	}
	return worth
}()

package name

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// latin spells a word in small Latin letters without accents. Letters of scripts
// that it does not know stay.
func latin(w string) string {
	var b strings.Builder
	for _, r := range w {
		if s, ok := letters[r]; ok {
			b.WriteString(s)
			continue
		}
		for _, p := range norm.NFKD.String(string(r)) {
			if s, ok := letters[p]; ok {
				b.WriteString(s)
			} else if !unicode.IsMark(p) {
				b.WriteRune(p)
			}
		}
	}
	return b.String()
}

// letters spells what taking off an accent does not bring to plain letters.
var letters = map[rune]string{
	'ł': "l", 'ß': "ss", 'ø': "o", 'æ': "a", 'œ': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŋ': "n", 'ə': "e",

	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'ё': "e", 'є': "e", 'ж': "zh", 'з': "z", 'и': "i",
	'і': "i", 'ї': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ў': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "i", 'ь': "",
	'э': "e", 'ю': "iu", 'я': "ia", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'ђ': "dj", 'џ': "dz",
	'қ': "k", 'ғ': "g", 'ң': "n", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'ә': "a",
}

// sounds bring the spellings of a sound to one, in this order. What they make need
// not be how it sounds, only the same for all spellings.
var (
	sounds = strings.NewReplacer("ph", "f", "x", "ks", "ck", "k", "tch", "ch", "ae", "a", "oe", "o", "ue", "u", "y", "i", "q", "k",
		"ej", "ei", "ij", "i", "yj", "i", "aj", "ai")
	slavicSounds = strings.NewReplacer("shch", "sh", "sch", "sh", "sh", "sh", "zh", "zh", "ch", "ch", "kh", "kh", "th", "t", "h", "g",
		"ja", "ia", "ju", "iu", "je", "e", "jo", "e", "ie", "e", "io", "e", "w", "v")
)

// shape is a Latin word with its sounds brought to one spelling.
func shape(w string, slav bool) string {
	w = single(sounds.Replace(w))
	if slav {
		w = single(slavicSounds.Replace(w))
		if stem, ok := strings.CutSuffix(w, "skaia"); ok && stem != "" {
			w = stem + "ska"
		}
	}
	return w
}

// single leaves one of several equal letters in a row. Digits and Roman numbers
// keep theirs.
func single(w string) string {
	if descent[w] {
		return w
	}
	var b strings.Builder
	last := rune(-1)
	for _, r := range w {
		if r != last || !unicode.IsLetter(r) {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

func arabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// skeleton is the consonants of a name, by which a name in Arabic letters, which
// leave out vowels, meets its Latin spelling.
func skeleton(words []string) string {
	var names []string
	for _, w := range words {
		w = strings.TrimPrefix(w, "ال")
		w = latin(consonants.Replace(w))
		w = latinConsonants.Replace(single(sounds.Replace(w)))
		w = strings.TrimSuffix(w, "h")
		if w = single(w); w != "" {
			names = append(names, w)
		}
	}
	return strings.Join(names, " ")
}

var (
	consonants = strings.NewReplacer("ا", "", "أ", "", "إ", "", "آ", "", "ى", "", "ع", "", "ء", "", "ئ", "", "ؤ", "", "و", "", "ي", "", "ة", "",
		"ب", "b", "پ", "b", "ت", "t", "ث", "th", "ج", "j", "ح", "h", "خ", "kh", "د", "d", "ذ", "d", "ر", "r", "ز", "z", "س", "s", "ش", "sh",
		"ص", "s", "ض", "d", "ط", "t", "ظ", "z", "غ", "gh", "ف", "f", "ق", "k", "ك", "k", "ک", "k", "گ", "j", "ل", "l", "م", "m", "ن", "n", "ه", "h",
		"ـ", "")
	latinConsonants = strings.NewReplacer("gh", "gh", "kh", "kh", "th", "th", "sh", "sh", "dh", "d", "g", "j", "p", "b", "v", "f",
		"a", "", "e", "", "i", "", "o", "", "u", "", "w", "")
)

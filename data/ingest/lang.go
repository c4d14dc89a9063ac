package ingest

import (
	"strings"
	"unicode"
)

// langSample is how much of a text is looked at, in bytes.
const langSample = 1 << 13

// stopWords are common short words that other languages of the same script do
// not have, or have far less often.
var stopWords = map[string]string{
	"en": "the and of to that is was for with on as by from at has have were this which said are not but be an it",
	"de": "der die das und ist nicht mit von den dem ein eine zu auf für sich wird auch als bei nach",
	"fr": "le la les des et est une dans pour que qui sur par avec pas du au ce sont plus",
	"es": "el los las y que una por con para del es en se su lo como pero más al",
	"it": "il gli che di della per una con non del è sono nel alla dei anche più le si",
	"pl": "i w na nie się że z do jest to przez dla od po jak ale oraz który tym był",
	"pt": "o os as e que não uma para com do da em dos por mais ao foi na no se",
	"nl": "de het een van en in is dat op te voor met niet zijn aan er ook maar door bij",
	"tr": "ve bir bu için ile da de olarak olan daha çok en gibi ama kadar sonra dedi",
	"uk": "і й та що не на у в з до за від як це є був була були про щоб але також він вона яка який які",
	"ru": "и что не на в с по за от как это был была были о чтобы но также он она которая который которые из",
	"be": "і ў што не на з да за ад як гэта быў была былі пра каб але таксама ён яна які якая",
	"bg": "и на да се от за че в с по като това са е не при който която които беше след",
}

// stopWordOwners tells for a word whose stop word it is.
var stopWordOwners = func() map[string][]string {
	owners := map[string][]string{}
	for lang, words := range stopWords {
		for _, w := range strings.Fields(words) {
			owners[w] = append(owners[w], lang)
		}
	}
	return owners
}()

// ownLetters are Cyrillic letters that one language has and its neighbours lack.
var ownLetters = map[rune]string{
	'ї': "uk", 'є': "uk", 'ґ': "uk",
	'ы': "ru", 'э': "ru", 'ё': "ru",
	'ў': "be",
}

// GuessLang tells the language of a text as a BCP 47 tag, "" when it cannot:
// first by script, then by letters and common words.
func GuessLang(text string) string {
	if len(text) > langSample {
		text = strings.ToValidUTF8(text[:langSample], "")
	}
	switch script(text) {
	case "Latn":
		return byWords(text, "en", "de", "fr", "es", "it", "pl", "pt", "nl", "tr")
	case "Cyrl":
		return byCyrillic(text)
	case "Grek":
		return "el"
	case "Arab":
		return "ar"
	case "Hebr":
		return "he"
	case "Geor":
		return "ka"
	case "Armn":
		return "hy"
	case "Kana":
		return "ja"
	case "Hang":
		return "ko"
	case "Hani":
		return "zh"
	}
	return ""
}

// script is the writing that most letters of the text belong to.
func script(text string) string {
	counts, ascii := map[string]int{}, 0
	for _, r := range text {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				ascii++
			}
		case !unicode.IsLetter(r):
		case r < 0x250:
			counts["Latn"]++
		case isCyrillic(r):
			counts["Cyrl"]++
		case unicode.Is(unicode.Greek, r):
			counts["Grek"]++
		case unicode.Is(unicode.Arabic, r):
			counts["Arab"]++
		case unicode.Is(unicode.Hebrew, r):
			counts["Hebr"]++
		case unicode.Is(unicode.Georgian, r):
			counts["Geor"]++
		case unicode.Is(unicode.Armenian, r):
			counts["Armn"]++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			counts["Kana"] += 5 // one among many Han letters already means Japanese
		case unicode.Is(unicode.Hangul, r):
			counts["Hang"]++
		case unicode.Is(unicode.Han, r):
			counts["Hani"]++
		}
	}
	counts["Latn"] += ascii
	best := ""
	for _, s := range []string{"Latn", "Cyrl", "Grek", "Arab", "Hebr", "Geor", "Armn", "Kana", "Hang", "Hani"} {
		if counts[s] > counts[best] {
			best = s
		}
	}
	return best
}

// byWords picks the language whose common words stand in the text most often;
// it must lead clearly, or nothing is said.
func byWords(text string, langs ...string) string {
	counts, words := countWords(text)
	best, second := "", ""
	for _, l := range langs {
		switch {
		case best == "" || counts[l] > counts[best]:
			best, second = l, best
		case second == "" || counts[l] > counts[second]:
			second = l
		}
	}
	if counts[best] < 2 || counts[best]*10 < words || counts[best] == counts[second] {
		return ""
	}
	return best
}

// countWords counts the words of a text, and for each language those that are
// its stop words.
func countWords(text string) (map[string]int, int) {
	counts, words := map[string]int{}, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for _, l := range stopWordOwners[w] {
			counts[l]++
		}
	}
	return counts, words
}

// byCyrillic weighs letters only one language has, and "і" for those that are
// not Russian or Bulgarian, together with common words.
func byCyrillic(text string) string {
	langs := []string{"uk", "ru", "be", "bg"}
	counts, words := countWords(text)
	for _, r := range text {
		r = unicode.ToLower(r)
		if l, ok := ownLetters[r]; ok {
			counts[l] += 2
		}
		switch r {
		case 'і':
			counts["uk"]++
			counts["be"]++
			counts["ru"] -= 2
			counts["bg"] -= 2
		case 'и':
			counts["be"] -= 2
		case 'ы', 'э':
			counts["uk"] -= 2
			counts["bg"] -= 2
			counts["be"]++
		case 'щ':
			counts["be"] -= 2
		}
	}
	best := "uk"
	for _, l := range langs[1:] {
		if counts[l] > counts[best] {
			best = l
		}
	}
	if counts[best] <= 0 || words == 0 {
		return ""
	}
	return best
}

// sameLang reports whether a declared tag ("en-GB", "en_US") is of the guessed
// language.
func sameLang(guessed, declared string) bool {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(declared), "_", "-"), "-")
	return primary == guessed
}

// doubtful reports whether letters and words may overrule a declared tag: none
// was declared, or one that GuessLang could have told itself.
func doubtful(declared string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(declared), "-")
	return primary == "" || stopWords[primary] != ""
}

// langTag tidies a declared language; anything that is no tag is "".
func langTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	s, _, _ = strings.Cut(s, ",")
	primary, _, _ := strings.Cut(s, "-")
	if len(primary) < 2 || len(primary) > 3 || len(s) > 20 {
		return ""
	}
	for _, c := range []byte(s) {
		if (c|0x20 < 'a' || c|0x20 > 'z') && c != '-' && (c < '0' || c > '9') {
			return ""
		}
	}
	return s
}

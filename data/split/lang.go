package split

import "strings"

// language tells English, Ukrainian and Russian apart; "" for anything else. The
// script and its letters tell Ukrainian and Russian; English is known by its
// small words, because many languages share its letters.
func (d *doc) language() string {
	const enough = 4000 // letters; more would only cost time
	latin, cyrillic, ukrainian, russian := 0, 0, 0, 0
	for _, r := range d.text {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			latin++
		case r == 'і' || r == 'ї' || r == 'є' || r == 'ґ' || r == 'І' || r == 'Ї' || r == 'Є':
			ukrainian++
			cyrillic++
		case r == 'ы' || r == 'э' || r == 'ё' || r == 'ъ' || r == 'Ы' || r == 'Э':
			russian++
			cyrillic++
		case 'Ѐ' <= r && r <= 'ӿ':
			cyrillic++
		}
		if latin+cyrillic > enough {
			break
		}
	}
	switch {
	case cyrillic > latin && ukrainian > russian:
		return "uk"
	case cyrillic > latin && russian > 0:
		return "ru"
	case latin > 0 && latin >= cyrillic && d.looksEnglish():
		return "en"
	}
	return ""
}

// looksEnglish is given the benefit of the doubt on short texts.
func (d *doc) looksEnglish() bool {
	words, small := 0, 0
	for _, t := range d.toks[:min(len(d.toks), 1500)] {
		if t.kind != word {
			continue
		}
		words++
		switch t.low {
		case "the", "of", "and", "to", "in", "for", "that", "on", "with", "is", "was", "said":
			small++
		}
	}
	return words < 40 || small*12 >= words
}

// laned tells whether Lectern puts sentences of a language in lanes.
func laned(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	switch strings.ToLower(base) {
	case "en", "uk", "ru":
		return true
	}
	return false
}

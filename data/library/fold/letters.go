package fold

import "unicode"

// spelling gives the Latin letters that r is searched by, for letters that
// taking off an accent does not bring to one. Soft and hard signs are silent.
func spelling(r rune) (string, bool) {
	switch {
	case r >= 0x0400 && r < 0x0530:
		s, ok := cyrillic[unicode.ToLower(r)]
		return s, ok
	case r < 0x0250:
		s, ok := western[unicode.ToLower(r)]
		return s, ok
	}
	return "", false
}

// western are the Latin letters that Unicode does not take apart.
var western = map[rune]string{
	'ł': "l", 'ß': "ss", 'ø': "o", 'æ': "ae", 'œ': "oe", 'đ': "d", 'ð': "d",
	'þ': "th", 'ħ': "h", 'ı': "i", 'ŋ': "n", 'ŧ': "t", 'ə': "e",
}

// cyrillic spells names the way newspapers do, with every y an i.
var cyrillic = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'ё': "e",
	'є': "ie", 'ж': "zh", 'з': "z", 'и': "i", 'і': "i", 'ї': "i", 'й': "i", 'к': "k",
	'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ў': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh",
	'щ': "shch", 'ъ': "", 'ы': "i", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
	'ђ': "dj", 'ѓ': "g", 'ѕ': "dz", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'ќ': "k", 'џ': "dz",
	'ғ': "g", 'қ': "k", 'ң': "n", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'ә': "a",
}

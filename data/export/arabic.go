package export

import "unicode"

// joined is an Arabic letter in the shapes it takes beside others: alone and at a
// word's end, and, of those that join the next one too, at its beginning and
// within. Unicode has a character for each, isolated, final, initial, medial.
type joined struct {
	isolated rune
	both     bool // it joins the next letter, too
}

// shapes are the letters of Arabic, and those that Persian and Urdu add.
func shapes() map[rune]joined {
	out := map[rune]joined{}
	one := func(both bool, pairs ...rune) {
		for i := 0; i < len(pairs); i += 2 {
			out[pairs[i]] = joined{pairs[i+1], both}
		}
	}
	one(false, 0x622, 0xFE81, 0x623, 0xFE83, 0x624, 0xFE85, 0x625, 0xFE87, 0x627, 0xFE8D, 0x629, 0xFE93, 0x62F, 0xFEA9,
		0x630, 0xFEAB, 0x631, 0xFEAD, 0x632, 0xFEAF, 0x648, 0xFEED, 0x649, 0xFEEF,
		0x671, 0xFB50, 0x688, 0xFB88, 0x691, 0xFB8C, 0x698, 0xFB8A, 0x6BA, 0xFB9E, 0x6D2, 0xFBAE)
	one(true, 0x626, 0xFE89, 0x628, 0xFE8F, 0x62A, 0xFE95, 0x62B, 0xFE99, 0x62C, 0xFE9D, 0x62D, 0xFEA1, 0x62E, 0xFEA5,
		0x633, 0xFEB1, 0x634, 0xFEB5, 0x635, 0xFEB9, 0x636, 0xFEBD, 0x637, 0xFEC1, 0x638, 0xFEC5, 0x639, 0xFEC9, 0x63A, 0xFECD,
		0x641, 0xFED1, 0x642, 0xFED5, 0x643, 0xFED9, 0x644, 0xFEDD, 0x645, 0xFEE1, 0x646, 0xFEE5, 0x647, 0xFEE9, 0x64A, 0xFEF1,
		0x67E, 0xFB56, 0x679, 0xFB66, 0x686, 0xFB7A, 0x6A9, 0xFB8E, 0x6AF, 0xFB92, 0x6C1, 0xFBA6, 0x6BE, 0xFBAA, 0x6CC, 0xFBFC)
	return out
}

// lamAlef are the letters that lam becomes one with, and what they become.
func lamAlef(r rune) rune {
	switch r {
	case 0x622:
		return 0xFEF5
	case 0x623:
		return 0xFEF7
	case 0x625:
		return 0xFEF9
	case 0x627:
		return 0xFEFB
	}
	return 0
}

const (
	lam     = 0x644
	tatweel = 0x640 // lengthens a joint, and so joins on both sides
)

// shape writes Arabic letters in the shapes they take beside each other, in the
// order of reading. Vowel signs stand in no letter's way.
func shape(text []rune) []rune {
	known := shapes()
	next := func(i int) int { // the letter that text[i] may join, -1 for none
		for i++; i < len(text) && unicode.Is(unicode.Mn, text[i]); i++ {
		}
		if i == len(text) {
			return -1
		}
		return i
	}
	joins := func(i int) bool { // text[i] joins the one before it
		return i >= 0 && (known[text[i]].isolated != 0 || text[i] == tatweel)
	}
	out := make([]rune, 0, len(text))
	before := false // the letter before joins this one
	for i := 0; i < len(text); i++ {
		r := text[i]
		letter, is := known[r]
		switch {
		case unicode.Is(unicode.Mn, r):
			out = append(out, r)
			continue
		case !is:
			out = append(out, r)
			before = r == tatweel
			continue
		case r == lam && i+1 < len(text) && lamAlef(text[i+1]) != 0:
			i++
			letter = joined{lamAlef(text[i]), false}
		}
		after := letter.both && joins(next(i))
		form := letter.isolated
		if before {
			form++
		}
		if after {
			form += 2
		}
		out = append(out, form)
		before = letter.both
	}
	return out
}

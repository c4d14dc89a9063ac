// Package name tells whether two spellings are one name: "Володимир Зеленський",
// "Volodymyr Zelenskyy" and "President Zelenskiy, Vladimir".
//
// It compares spellings only. It knows no persons, so it joins two people of the same
// full name, and joins nobody who goes by different names: nicknames (Bill and
// William), a surname and a full name, a name that marriage changed, an
// organisation and its abbreviation. Western names written in Cyrillic by their
// sound (Трамп) are not found again either. Where it cannot tell it says no:
// joining two people is a worse mistake than listing one twice.
package name

import (
	"slices"
	"strings"
)

// Key is the same for spellings and scripts of one name, and so serves to look
// names up: titles, accents, marks and the case of letters do not count; Cyrillic is
// spelled in Latin; endings (-sky, -skyy, -ський), sounds (kh, x, щ) and the
// Ukrainian and Russian forms of given names are brought to one. A name of one
// word is taken for a surname and has the key of that surname alone. Two names
// with the same key are Same; the other way round it need not hold. Keys are for
// comparing, not for reading, and are "" only for what has no letter or digit.
func Key(name string) string {
	words := wordsOf(name)
	return strings.Join(folded(words, slavic(words)), " ")
}

// Last is the key of the last word of a name, which for most people is the surname.
// A mark of descent (Jr., III) belongs to it.
func Last(name string) string {
	words := wordsOf(name)
	f := folded(words, slavic(words))
	if len(f) == 0 {
		return ""
	}
	return strings.Join(f[surnameAt(f):], " ")
}

// Same reports whether two names can be taken for the same. It is what Key says,
// and besides lets one name leave out or shorten what the other has between
// the given name and the surname (George W. Bush and George Bush), and shorten the given
// name to its letter (V. Putin), and compares names in Arabic letters by their
// consonants. It is symmetric, but not transitive: George Bush is the same as
// George W. Bush and as George H. W. Bush, who are two.
func Same(a, b string) bool {
	aw, bw := wordsOf(a), wordsOf(b)
	if len(aw) == 0 || len(bw) == 0 {
		return false
	}
	if arabic(a) || arabic(b) {
		return skeleton(aw) != "" && skeleton(aw) == skeleton(bw)
	}
	as, bs := slavic(aw), slavic(bw)
	if alike(folded(aw, as), folded(bw, bs)) {
		return true
	}
	// One spelling may hide where the name comes from: Shmyhal, Шмигаль.
	return as != bs && alike(folded(aw, true), folded(bw, true))
}

// alike compares folded names word by word.
func alike(a, b []string) bool {
	as, bs := surnameAt(a), surnameAt(b)
	if strings.Join(a[as:], " ") != strings.Join(b[bs:], " ") || (as == 0) != (bs == 0) {
		return false
	}
	if as == 0 {
		return true
	}
	return either(a[0], b[0]) && agree(a[1:as], b[1:bs])
}

// either tells whether two words are the same, or one is the letter of the other.
func either(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) == 1 && a[0] == b[0]
}

// agree tells whether two lists of middle names agree: word by word, or because
// one is empty and the other only letters. John Adams is not John Quincy Adams.
func agree(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return !slices.ContainsFunc(slices.Concat(a, b), func(w string) bool { return len(w) > 1 })
	}
	return slices.EqualFunc(a, b, either)
}

// surnameAt is where the surname begins in a folded name.
func surnameAt(words []string) int {
	n := len(words) - 1
	if n > 0 && descent[words[n]] {
		n--
	}
	return max(n, 0)
}

func fatherName(w string) bool {
	for _, end := range [...]string{"ovich", "evich", "iovich", "ovna", "evna", "ivna", "iivna", "ichna"} {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

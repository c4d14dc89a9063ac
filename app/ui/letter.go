package ui

import (
	"strings"
	"unicode"
)

// The letters of a Latin keyboard, and those on the same keys of a Ukrainian one.
const (
	latinKeys     = "qwertyuiopasdfghjklzxcvbnm"
	ukrainianKeys = "йцукенгшщзфівапролдячсмить"
)

// Letter is what stands on the key that typed r, as a small letter: the Latin
// one, also where the keyboard is switched to Ukrainian, so that a key does the
// same whatever it types. Anything else stays as it is.
func Letter(r rune) rune {
	r = unicode.ToLower(r)
	if before, _, found := strings.Cut(ukrainianKeys, string(r)); found {
		return rune(latinKeys[len([]rune(before))])
	}
	return r
}

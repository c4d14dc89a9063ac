package ui

import "testing"

func TestAKeyMeansTheSameOnAUkrainianKeyboard(t *testing.T) {
	for typed, want := range map[rune]rune{
		'і': 's', 'с': 'c', 'к': 'r', 'и': 'b', 'щ': 'o', 'у': 'e', 'г': 'u', 'е': 't',
		'І': 's', 'Щ': 'o', 'S': 's', 'o': 'o', '1': '1', '?': '?', '`': '`', 'é': 'é',
	} {
		if got := Letter(typed); got != want {
			t.Errorf("%q is the key %q, want %q", typed, got, want)
		}
	}
}

package ingest

import (
	"strconv"
	"strings"
)

// bulletMark stands before the items of lists without numbers, in every format.
const bulletMark = "•"

// maxItemLevel is the deepest list that is set in further than the one around it.
const maxItemLevel = 8

// itemPrefix is what stands before an item's words: two blanks a level, a marker.
func itemPrefix(level int, marker string) string {
	level = min(max(level, 0), maxItemLevel)
	if marker == "" {
		return strings.Repeat("  ", level)
	}
	return strings.Repeat("  ", level) + marker + " "
}

// numeral writes n as lists count: "1", "a", "A", "i", "I" name the way, as they do in
// HTML and ODT. Anything else counts in digits.
func numeral(n int, way string) string {
	switch way {
	case "a", "A":
		return inCase(letters(n, 'a', 26), way == "A")
	case "i", "I":
		return inCase(roman(n), way == "I")
	}
	return strconv.Itoa(n)
}

func inCase(s string, upper bool) string {
	if upper {
		return strings.ToUpper(s)
	}
	return s
}

// letters counts a, b … z, aa, bb … as Word does.
func letters(n int, first rune, alphabet int) string {
	if n < 1 || n > alphabet*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%alphabet)), (n-1)/alphabet+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= step.value {
			out.WriteString(step.sign)
			n -= step.value
		}
	}
	return out.String()
}

package imprint

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// sketch chooses hashes of the runs of a text.
func sketch(text string) Sketch {
	all := Runs(text)
	slices.Sort(all)
	all = slices.Compact(all)
	n, _ := slices.BinarySearch(all, chosen+1)
	n = min(max(n, fewest), most, len(all))
	return Sketch(slices.Clone(all[:n]))
}

// Runs hashes every run of five words of a text, in its order: what is left of
// a precise comparison. A shorter text is one run.
func Runs(text string) []uint32 {
	var last [run]uint64
	all := make([]uint32, 0, len(text)/6+1)
	n := 0
	for word := range Words(text) {
		last[n%run] = word
		if n++; n >= run {
			all = append(all, join(last, n))
		}
	}
	if n > 0 && n < run {
		all = append(all, join(last, n))
	}
	return all
}

// join hashes the last words in their order.
func join(last [run]uint64, n int) uint32 {
	h := uint64(run)
	for i := range run {
		h = (h ^ last[(n+i)%run]) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return uint32(mix(h) >> 32)
}

// Words hashes the words of a text, folded to small letters. Marks inside a word
// do not count: its apostrophe may be straight in one copy and curled in
// another. Scripts that put no spaces between words give a word a letter.
func Words(text string) func(yield func(uint64) bool) {
	return func(yield func(uint64) bool) {
		const empty = 14695981039346656037
		h, inside := uint64(empty), false
		for _, r := range text {
			switch {
			case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			case r < utf8.RuneSelf && r >= 'A' && r <= 'Z':
				r += 'a' - 'A'
			case r == '\'' || r == '’' || r == 'ʼ' || r == 0xad || r >= 0x300 && r < 0x370:
				continue
			case r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
				if inside && !yield(mix(h)) {
					return
				}
				h, inside = empty, false
				continue
			case alone(r):
				if inside && !yield(mix(h)) || !yield(mix(uint64(r))) {
					return
				}
				h, inside = empty, false
				continue
			default:
				r = unicode.ToLower(r)
			}
			h, inside = (h^uint64(r))*1099511628211, true
		}
		if inside {
			yield(mix(h))
		}
	}
}

// alone tells the letters of scripts without spaces.
func alone(r rune) bool {
	return r >= 0x0e00 && (r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r < 0x0f00 || r >= 0x20000 && r <= 0x3ffff)
}

// mix spreads a hash over all its bits.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

package teach

import (
	"strconv"
	"strings"

	"lectern/data"
)

// annotated reads a brat file: the spans of each of Roles, in bytes. at gives the
// byte of every character.
func annotated(ann string, at []int) [3][]data.Span {
	spans := map[string][]data.Span{}
	var out [3][]data.Span
	var events []string
	seen := map[string]bool{}
	for line := range strings.Lines(ann) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		switch {
		case len(f) > 1 && strings.HasPrefix(f[0], "T"):
			_, places, _ := strings.Cut(f[1], " ")
			for piece := range strings.SplitSeq(places, ";") {
				a, b, _ := strings.Cut(piece, " ")
				start, err1 := strconv.Atoi(a)
				end, err2 := strconv.Atoi(b)
				if err1 == nil && err2 == nil && 0 <= start && start <= end && end < len(at) {
					spans[f[0]] = append(spans[f[0]], data.Span{Start: at[start], End: at[end]})
				}
			}
		case len(f) > 1 && strings.HasPrefix(f[0], "E"):
			events = append(events, f[1])
		}
	}
	for _, e := range events {
		for part := range strings.FieldsSeq(e) {
			name, ref, _ := strings.Cut(part, ":")
			name = strings.ToLower(strings.TrimRight(name, "0123456789"))
			for n, role := range Roles {
				if name == role && !seen[role+ref] {
					seen[role+ref] = true
					out[n] = append(out[n], spans[ref]...)
				}
			}
		}
	}
	return out
}

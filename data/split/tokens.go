package split

import (
	"strings"

	"lectern/data"
)

// Tokens labels pre-tokenised text with one BIO label a token: B- or I- with
// source, cue or content, or O. Quotation marks and brackets may stand in their
// Penn forms.
func (r *Rules) Tokens(tokens []string) []string {
	text, at := join(tokens)
	labels := make([]string, len(tokens))
	for i := range labels {
		labels[i] = "O"
	}
	d := newDoc(text, Hints{}, true)
	d.attribute()
	paint := func(rs []run, role string) {
		for _, x := range rs {
			s := d.span(x)
			first := true
			for i := range tokens {
				if labels[i] != "O" {
					first = true // what another role interrupts begins again
				} else if at[i].Overlaps(s) {
					labels[i] = "I-" + role
					if first {
						labels[i] = "B-" + role
					}
					first = false
				}
			}
		}
	}
	for _, a := range d.acts {
		paint(a.cue, "cue")
		paint(a.source, "source")
	}
	for _, a := range d.acts {
		paint(a.content, "content")
	}
	return labels
}

// penn gives the plain form of the marks that treebanks write as words.
var penn = map[string]string{"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}

// join writes tokens as running text and tells where each of them stands in it.
func join(tokens []string) (string, []data.Span) {
	var b strings.Builder
	at := make([]data.Span, len(tokens))
	glue := true // no space before the next token
	for i, t := range tokens {
		if p, ok := penn[t]; ok {
			t = p
		}
		t = strings.NewReplacer("\n", " ", "\r", " ").Replace(t)
		closing := t != "" && strings.ContainsAny(t[:1], ".,;:!?)]}") || t == "”" || strings.HasPrefix(t, "'") || t == "n't" || strings.HasPrefix(t, "’")
		if !glue && !closing {
			b.WriteByte(' ')
		}
		at[i].Start = b.Len()
		b.WriteString(t)
		at[i].End = b.Len()
		glue = t == "“" || t == "(" || t == "[" || t == "$"
	}
	return b.String(), at
}

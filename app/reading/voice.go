package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"lectern/data"
)

// headOf says who speaks, and through whom the report has it. A caveat or a
// reaction without a speaker is the report's own voice.
func headOf(doc *data.Document, p data.Passage) string {
	if p.Speaker != "" {
		who, via := p.Speaker, []string(nil)
		if a := attributionOf(doc, p); a != nil {
			via = a.Via
			if inner := told(doc, p, a); inner != nil {
				who, via = inner.Speaker, inner.Via
			}
		}
		for i := len(via) - 1; i >= 0; i-- {
			who = lang.X("head.via", "{{.Who}}, according to {{.Via}}", map[string]any{"Who": who, "Via": via[i]})
		}
		first, size := utf8.DecodeRuneInString(who)
		return string(unicode.ToUpper(first)) + who[size:] // as a name stands at the head of a card
	}
	if p.Shown() == data.Background {
		return ""
	}
	if p.Speech {
		return lang.L("Speaker not named")
	}
	return lang.L("The report itself")
}

// attributionOf is the attribution that decided a passage, nil where none did.
func attributionOf(doc *data.Document, p data.Passage) *data.Attribution {
	if p.Attribution < 0 || p.Attribution >= len(doc.Attributions) {
		return nil
	}
	return &doc.Attributions[p.Attribution]
}

// told is whom the passage's speaker only passes on, nil where nobody: the one
// attribution in the passage that came through outer's speaker.
func told(doc *data.Document, p data.Passage, outer *data.Attribution) *data.Attribution {
	var one *data.Attribution
	for i := p.Attribution + 1; i < len(doc.Attributions) && i <= p.Attribution+4; i++ {
		a := &doc.Attributions[i]
		if n := len(a.Via); n == 0 || a.Via[n-1] != outer.Speaker || a.Speaker == "" || len(a.Cue) == 0 || !a.Cue[0].Overlaps(p.Span) {
			continue
		}
		if one != nil {
			return nil
		}
		one = a
	}
	return one
}

// namedHere tells by which words the passage means its speaker where they are not
// the name: “the president”, “he”. "" where they are, or where nothing names him.
func namedHere(doc *data.Document, p data.Passage) string {
	a := attributionOf(doc, p)
	if a == nil || p.Speaker == "" || len(a.Source) == 0 || !a.Source[0].Overlaps(p.Span) {
		return ""
	}
	words := strings.Trim(strings.Join(strings.Fields(a.Source[0].In(doc.Body)), " "), " ,")
	if strings.Contains(strings.ToLower(words), strings.ToLower(p.Speaker)) {
		return ""
	}
	return lang.X("note.named", "Named here: “{{.Words}}”.", map[string]any{"Words": words})
}

package split

import "strings"

// endings are case endings of names and the nominative endings they may come
// from, longest first.
var endings = []struct{ oblique, nominative string }{
	{"ського", "ський"}, {"ському", "ський"}, {"ським", "ський"}, {"цького", "цький"}, {"цькому", "цький"}, {"цьким", "цький"},
	{"ською", "ська"}, {"ської", "ська"}, {"ській", "ська"}, {"ську", "ська"},
	{"ского", "ский"}, {"скому", "ский"}, {"ским", "ский"}, {"ском", "ский"}, {"ской", "ская"}, {"скую", "ская"},
	{"ові", ""}, {"еві", ""}, {"єві", "й"}, {"ого", "ий"}, {"ому", "ий"}, {"им", "ий"}, {"ого", "ой"}, {"ому", "ой"},
	{"ою", "а"}, {"ею", "я"}, {"єю", "я"}, {"ей", "я"}, {"ой", "а"}, {"ию", "ия"}, {"ии", "ия"}, {"ії", "ія"}, {"ію", "ія"},
	{"ем", "ь"}, {"єм", "й"}, {"ем", "й"}, {"ом", ""}, {"ем", ""}, {"ом", "о"}, {"ым", ""}, {"им", ""},
	{"и", "а"}, {"і", "а"}, {"у", "а"}, {"ы", "а"}, {"е", "а"}, {"ю", "я"}, {"ї", "я"}, {"і", "я"},
	{"а", ""}, {"у", ""}, {"е", ""}, {"і", ""}, {"я", "й"}, {"ю", "й"}, {"я", "ь"}, {"ю", "ь"}, {"а", "о"}, {"у", "о"},
}

// names finds for each capitalised Cyrillic word of the report the nominative
// that the report has too: Зеленського -> Зеленський. A form whose nominative is
// nowhere stays as it is: guessing would invent names.
func (d *doc) nominatives() map[string]string {
	seen := map[string]bool{}
	for i := range d.toks {
		if t := d.toks[i]; t.upper && t.bits == 0 && d.cyrillic(i) {
			seen[d.text[t.start:t.end]] = true
		}
	}
	forms := map[string]string{}
	for w := range seen {
		for _, e := range endings {
			stem, ok := strings.CutSuffix(w, e.oblique)
			if ok && len(stem) >= len("Але") && seen[stem+e.nominative] {
				forms[w] = stem + e.nominative
				break
			}
		}
	}
	return forms
}

// nominative is a name in the form in which the report names its bearer. Where only
// the last name could be reduced, and to a man's, it may be a woman's own:
// Олена Іванова is not Іванов.
func (d *doc) nominative(name string) string {
	if len(d.forms) == 0 {
		return name
	}
	words := strings.Split(name, " ")
	changed := 0
	for i, w := range words {
		if n, ok := d.forms[w]; ok {
			words[i] = n
			changed++
		}
	}
	last := len(words) - 1
	if first := strings.Fields(name)[0]; changed == 1 && last > 0 && words[0] == first && strings.HasSuffix(name, "а") &&
		(strings.HasSuffix(first, "а") || strings.HasSuffix(first, "я")) {
		return name
	}
	return strings.Join(words, " ")
}

package split

import (
	"strings"
)

// given is the gender of token i as a given name.
func (d *doc) given(i int) gender {
	t := d.toks[i]
	if t.kind != word || !t.upper {
		return unsaid
	}
	w := d.text[t.start:t.end]
	if g := givenNames[strings.ToLower(w)]; g != unsaid || !d.cyrillic(i) {
		return g
	}
	return givenNames[strings.ToLower(d.nominative(w))]
}

// genderOf reads the gender of the name [i, end) from its title, its given name or
// its endings, and tells whether a title stands before it.
func (d *doc) genderOf(i, end int) (g gender, titled bool) {
	if g := d.titleGender(i); g != unsaid {
		return g, true
	}
	titled = i > 0 && d.toks[i-1].is(honour) && (d.toks[i-1].upper || d.cyrillic(i))
	if end-i > 1 {
		if g := d.given(i); g != unsaid {
			return g, titled
		}
	}
	w := d.text[d.toks[end-1].start:d.toks[end-1].end]
	for _, e := range [...]string{"ська", "цька", "ская", "цкая", "ова", "єва", "ева", "skaya", "ska"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return she, titled
		}
	}
	for _, e := range [...]string{"ський", "цький", "ский", "цкий", "skyy", "skyi", "sky", "skiy"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return he, titled
		}
	}
	return unsaid, titled
}

// titleGender is what the title before token i tells.
func (d *doc) titleGender(i int) gender {
	k := i - 1
	if k > 0 && d.toks[k].kind == stop {
		k--
	}
	if k < 0 {
		return unsaid
	}
	return genderWord(d.toks[k].low)
}

func genderWord(w string) gender {
	switch w {
	case "mr", "sir", "king", "prince", "lord", "congressman", "spokesman", "chairman", "businessman", "actor", "bishop", "father", "пан", "господин":
		return he
	case "mrs", "ms", "miss", "lady", "dame", "queen", "princess", "congresswoman", "spokeswoman", "chairwoman", "actress", "widow", "mother",
		"пані", "госпожа", "президентка", "міністерка", "прем'єрка", "прем'єр-міністерка", "речниця", "представниця", "політологиня", "експертка",
		"економістка", "дослідниця", "канцлерка", "керівниця", "лідерка", "професорка", "аналітикиня", "представительница", "исследовательница":
		return she
	}
	return unsaid
}

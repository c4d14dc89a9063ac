package split

import (
	"fmt"
	"slices"
	"testing"
)

// Each report's speakers in the order in which they speak, with those through whom
// the report has it.
func TestWhoIsMeant(t *testing.T) {
	for text, want := range map[string][]string{
		"President Ada Low met Otto Hale on Monday.\nHe said that the talks went well.\nShe said that nothing was signed.\n": {"Otto Hale", "Ada Low"},
		"Tarnian President Ada Low arrived.\nThe president said that the bridge was safe.\n":                                 {"Ada Low"},
		"Low arrived late.\nMayor Ada Low said that the bridge was safe.\nLow said that it was long.\n":                      {"Ada Low", "Ada Low"},
		"An official said the president told leaders that the talks would go on.\n":                                          {"An official", "the president via An official"},
		"A senior official said that the bridge was safe.\nThe senior official said that it was long.\n":                     {"A senior official", "A senior official"},
		"A senior official said that the bridge was safe.\nAn official said that it was long.\n":                             {"A senior official", "An official"},
		"The Ministry of Roads said that the bridge was safe.\nShe said that it was long.\n":                                 {"Ministry of Roads", ""},
		"Президент Володимир Зеленський приїхав.\nЗа словами Зеленського, міст безпечний.\n":                                 {"Володимир Зеленський"},
	} {
		for _, s := range []Splitter{NewRules(), learned(t)} {
			var got []string
			for _, a := range s.Split(text, Hints{}).Attributions {
				who := a.Speaker
				for _, v := range a.Via {
					who += fmt.Sprint(" via ", v)
				}
				got = append(got, who)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q: got %q, want %q", s.Model(), text, got, want)
			}
		}
	}
}

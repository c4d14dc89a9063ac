package split

import (
	"strings"
	"testing"

	"lectern/data"
)

func TestADatelineStaysWithItsFirstSentence(t *testing.T) {
	for _, lead := range []string{
		"TARN. ", "TARN — ", "LOW TARN, Oct 6 (HTA) - ", "LOW TARN, Oct. 6 (HTA) – ", "TARN (Bank Wire) - ", "Low Tarn, March 3 — ",
		"ТАРНЬ, 6 жовтня — ",
	} {
		text := "Envoys meet in the old house\n" + lead + "Mayor Ada Low said on Monday that the bridge was safe. Snow fell.\n"
		r := read(t, text)
		sound(t, text, r)
		if got := sentencesOf(text, r); len(got) != 3 || !strings.HasPrefix(got[1], lead) {
			t.Errorf("%q: got %q", lead, got)
			continue
		}
		if len(r.Attributions) != 1 || r.Attributions[0].Speaker != "Ada Low" || r.Attributions[0].Source[0].In(text) != "Mayor Ada Low" {
			t.Errorf("%q: got %+v", lead, acts(text, r))
		}
	}
	for _, start := range []string{"Tarn said that the bridge was safe.", "NATO said on Monday that it was.", "The envoys, who met on Monday, said - again - so.", "TARN."} {
		text := "Envoys meet in the old house\n\n" + start + "\n"
		d := newDoc(text, Hints{}, false)
		for _, x := range d.sents {
			if x.dateline != 0 {
				t.Errorf("%q opens with a dateline of %d tokens", start, x.dateline)
			}
		}
	}
	if r := read(t, "Envoys meet\n\nTARN — The envoys met in the old customs house.\n"); r.Sentences[1].Lane != data.Background {
		t.Errorf("a dateline makes a fact a %s", r.Sentences[1].Lane)
	}
}

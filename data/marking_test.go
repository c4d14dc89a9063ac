package data

import "testing"

func TestTheNarrowestCircleIsTheHighestMarking(t *testing.T) {
	all := Markings()
	for i := 1; i < len(all); i++ {
		if !all[i].Above(all[i-1]) || all[i-1].Above(all[i]) {
			t.Errorf("%s is not above %s", all[i], all[i-1])
		}
	}
	if got := Highest(Clear, AmberStrict, Unmarked, Amber); got != AmberStrict {
		t.Errorf("highest: %s", got)
	}
	for label, want := range map[string]Marking{"tlp:white": Clear, " amber+strict ": AmberStrict, "TLP:RED": Red} {
		if got, err := ParseMarking(label); err != nil || got != want {
			t.Errorf("%q is read as %q, %v", label, got, err)
		}
	}
	if _, err := ParseMarking("TLP:BLUE"); err == nil {
		t.Error("TLP:BLUE is read")
	}
}

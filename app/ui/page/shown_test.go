package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func textOfObject(o fyne.CanvasObject) string {
	if t, ok := o.(*canvas.Text); ok {
		return t.Text
	}
	return ""
}

func TestHiddenCharactersCannotChangeWhatIsRead(t *testing.T) {
	for in, want := range map[string]string{
		"plain words":               "plain words",
		"a\tb":                      "a    b",
		"pay\u202egnihton\u202c":    "paygnihton",
		"zero\u200bwidth\ufeff":     "zerowidth",
		"bell\x07 and nul\x00":      "bell\uFFFD and nul\uFFFD",
		"broken \xff\xfe utf-8":     "broken \uFFFD\uFFFD utf-8",
		"family 👩\u200d🚀 joined":    "family 👩\u200d🚀 joined",
		"soft\u00adhyphen line\r\n": "softhyphen line",
	} {
		if got := shown(in); got != want {
			t.Errorf("shown(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCharactersAreNotCutApart(t *testing.T) {
	for _, s := range []string{"é", "e\u0301", "👩\u200d🚀", "🇺🇦", "👍🏽", "ї", "漢"} {
		if got := cluster(s+"x", 0); got != len(s) {
			t.Errorf("the first character of %q ends at %d, not %d", s, got, len(s))
		}
	}
	if got := cluster("🇺🇦🇵🇱", 0); got != 8 {
		t.Errorf("two flags: first ends at %d", got)
	}
}

package look

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"golang.org/x/image/font/sfnt"

	"lectern/assets"
	"lectern/data/font"
)

// What is not of East Asia stays in the type it is set in.
func TestOnlyWordsOfEastAsiaAskForAnotherFont(t *testing.T) {
	test.NewTempApp(t)
	for words, want := range map[string]bool{
		"": false, "Plain words – “quoted” …": false, "Слова": false, "שלום": false, "हिन्दी": false,
		"李明": true, "NATO 会议": true, "서울": true, "東京です": true, "，": true,
	} {
		if got := EastAsian(words); (got != nil) != want {
			t.Errorf("%q: %v", words, got)
		} else if want && len(got.Content()) < 100_000 {
			t.Errorf("%q: a font of %d bytes", words, len(got.Content()))
		}
	}
}

func TestAFontThatWentAwayIsReplacedByOurs(t *testing.T) {
	gone := &fontFile{"Chinese", font.Face{Name: "Gone", Path: t.TempDir() + "/gone.ttc"}}
	if !bytes.Equal(gone.Content(), assets.EastAsian) {
		t.Error("the font that Lectern brings along does not stand in")
	}
}

// The interface's type and the reading type have a letter for whatever the
// self-check says they have.
func TestOurOwnTypeHasItsScripts(t *testing.T) {
	for name, b := range map[string][]byte{"sans": assets.SansRegular, "sans bold": assets.SansBold, "serif": assets.ReadingRegular, "serif bold": assets.ReadingBold} {
		f, err := sfnt.Parse(b)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "Aéßłαжїґ Հայქართულიשלוםعربيپچگहिन्दीไทย–“„«€…\u202f\u200e" {
			if glyph, err := f.GlyphIndex(nil, r); err != nil || glyph == 0 {
				t.Errorf("%s has no %c (%U)", name, r, r)
			}
		}
	}
}

func TestTheSelfCheckNamesEveryScriptOnce(t *testing.T) {
	test.NewTempApp(t)
	seen := map[string]bool{}
	for _, s := range Scripts() {
		if s.Script == "" || seen[s.Script] || s.Where != "" && s.Font == "" {
			t.Errorf("%+v", s)
		}
		seen[s.Script] = true
	}
	if len(seen) != 9+len(font.Scripts()) {
		t.Errorf("%d scripts", len(seen))
	}
}

var _ fyne.Resource = (*fontFile)(nil)

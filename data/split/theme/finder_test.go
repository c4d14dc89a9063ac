package theme

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"lectern/data"
)

// touched lists the words found, each with its theme.
func touched(themes data.Themes, text string) string {
	var all []string
	for _, f := range New(themes).Find(text) {
		all = append(all, themes[f.Theme].Name+": "+f.In(text))
	}
	return strings.Join(all, "; ")
}

func TestPhrasesAreFoundOnWordBordersInAnyForm(t *testing.T) {
	themes := data.Themes{
		{Name: "S", Phrases: []string{"security guarantee*", "guarantor", "гаранті* безпеки"}},
		{Name: "C", Phrases: []string{"cease-fire*", "security"}},
		{Name: "M", Phrases: []string{"status of the * valley", "об'єднан*"}},
	}
	for text, want := range map[string]string{
		"Security GUARANTEES came first.":          "S: Security GUARANTEES; C: Security",
		"a cease fire, two Cease-Fires, ceasefire": "C: cease fire; C: Cease-Fires",
		"security. Guarantees matter":              "C: security",
		"security\nguarantees":                     "S: security\nguarantees; C: security",
		"security\n\nguarantees":                   "C: security",
		"insecurity guaranteed, guarantors":        "",
		"the guarantor’s word":                     "S: guarantor’s",
		"про Гарантії безпеки, і лише":             "S: Гарантії безпеки",
		"the status of the Brask valley":           "M: status of the Brask valley",
		"Обʼєднані й об’єднаних":                   "M: Обʼєднані; M: об’єднаних",
	} {
		if got := touched(themes, text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAThemeIsNotCountedTwiceAtOnePlace(t *testing.T) {
	themes := data.Themes{{Name: "P", Phrases: []string{"peace", "peace talks", "talks", "peace", "*", "* talks"}}}
	if got := touched(themes, "Peace talks began. Peace!"); got != "P: Peace talks; P: Peace" {
		t.Error(got)
	}
}

func TestTheDefaultThemesAreInTheSamples(t *testing.T) {
	counts := map[string]map[string]int{}
	finder := New(data.DefaultThemes())
	for _, name := range []string{"01-harbour-telegraph-call.txt", "05-union-herald-ministry.txt", "10-visnyk-rozmova.html", "11-valley-observer-bridge.txt"} {
		counts[name[:2]] = map[string]int{}
		for _, c := range finder.Count(sample(t, name)) {
			counts[name[:2]][c.Name] = c.Count
		}
	}
	for _, c := range []struct{ report, theme string }{
		{"01", "Security guarantees"}, {"01", "De-escalation"}, {"01", "Prisoners"}, {"01", "Political settlement"},
		{"05", "Sanctions"}, {"05", "Humanitarian access"}, {"05", "Political settlement"},
		{"10", "Security guarantees"}, {"10", "De-escalation"}, {"10", "Humanitarian access"}, {"10", "Prisoners"},
		{"11", "Humanitarian access"}, {"11", "Reconstruction money"},
	} {
		if counts[c.report][c.theme] == 0 {
			t.Errorf("sample %s is not found to touch %s: %v", c.report, c.theme, counts[c.report])
		}
	}
	for _, c := range []struct{ report, theme string }{{"01", "Sanctions"}, {"10", "Sanctions"}, {"11", "Sanctions"}} {
		if counts[c.report][c.theme] > 0 {
			t.Errorf("sample %s does not touch %s", c.report, c.theme)
		}
	}
}

func sample(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "samples", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEveryPlaceFoundLiesInTheTextInOrder(t *testing.T) {
	themes := data.DefaultThemes()
	finder := New(themes)
	part := rapid.OneOf(rapid.SampledFrom([]string{"security ", "guarantees", " ", "\n", "-", "’", "peace ", "Deal", "мирна угода", "\xff", "status of the "}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(part, 0, 30).Draw(t, "parts"), "")
		at := 0
		last := make([]int, len(themes))
		for _, f := range finder.Find(text) {
			if f.Start < at || f.Empty() || f.End > len(text) || f.Start < last[f.Theme] {
				t.Fatalf("%v in %q", f, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(f.In(text)) {
				t.Fatalf("%v cuts a letter of %q", f, text)
			}
			at, last[f.Theme] = f.Start, f.End
		}
	})
}

func TestALongTextCostsInProportion(t *testing.T) {
	finder := New(data.DefaultThemes())
	text := strings.Repeat("The status of the security status of the guarantees of peace. ", 20_000) // 1.2 MB
	began := time.Now()
	if n := len(finder.Find(text)); n != 0 {
		t.Errorf("found %d", n)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func BenchmarkFind(b *testing.B) {
	finder := New(data.DefaultThemes())
	text := strings.Repeat("President Ilya Maren said on Tuesday that security guarantees and a ceasefire would come first. ", 43) // 4 KB
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		finder.Find(text)
	}
}

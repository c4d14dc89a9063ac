package search_test

import (
	"strings"
	"testing"

	"lectern/data/search"
)

func TestWhatIsTypedIsCompleted(t *testing.T) {
	l := shelf(t)
	for typed, want := range map[string]string{
		"sp":              "speaker:",
		"call -la":        "lane: lang:",
		"тем":             "тема:",
		"lane:":           "statement caveat reaction background",
		"lane:ca":         "caveat",
		"speaker:zel":     `"Володимир Зеленський"`,
		`(speaker:"an of`: `"An official"`,
		"lang:":           "en uk",
		"said:":           "2026",
		"is:u":            "unread",
		"envoys":          "",
		"call ":           "",
	} {
		offers, err := search.Complete(ctx, l, typed, len(typed))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range offers {
			got = append(got, strings.TrimSpace(o.Insert))
			done := typed[:o.At.Start] + o.Insert + typed[o.At.End:]
			if _, err := search.ParseTyped(done); err != nil {
				t.Errorf("%q is completed to %q: %v", typed, done, err)
			}
		}
		if strings.Join(got, " ") != want && !(typed == "speaker:zel" && len(got) == 1) {
			t.Errorf("%q goes on to %q, want %q", typed, got, want)
		}
	}
}

func TestAWordThatNoReportHasIsSpelledOtherwise(t *testing.T) {
	l := shelf(t)
	for typed, want := range map[string]string{
		"markts rose": "", // a title alone shows no spelling
		"envoyz":      "envoys",
		"tlaks call":  "talks call",
		"lunag":       "",
		"envoys":      "",
		`"envoyz"`:    "",
	} {
		q, err := search.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		got, err := search.Suggest(ctx, l, q)
		if err != nil {
			t.Fatal(err)
		}
		first := ""
		if len(got) > 0 {
			first = got[0].Query
		}
		if first != want {
			t.Errorf("%q: did you mean %q? want %q (%+v)", typed, first, want, got)
		}
	}
}

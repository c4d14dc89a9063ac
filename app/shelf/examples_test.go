package shelf

import (
	"encoding/json"
	"io/fs"
	"testing"

	"lectern/assets"
	"lectern/data/search"
)

// Every example in every language is a query that can be asked, and asks the same.
func TestExamplesCanBeAskedInEveryLanguage(t *testing.T) {
	files, err := fs.Glob(assets.Translations, assets.TranslationsDir+"/*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("%q, %v", files, err)
	}
	for _, file := range files {
		b, err := fs.ReadFile(assets.Translations, file)
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]any{}
		if err := json.Unmarshal(b, &words); err != nil {
			t.Fatal(err)
		}
		for _, x := range examples() {
			local, ok := words[x.query].(string)
			if q, err := search.Parse(local); !ok || err != nil || q.Empty() {
				t.Errorf("%s: %q is %q: %v", file, x.query, local, err)
			}
		}
	}
}

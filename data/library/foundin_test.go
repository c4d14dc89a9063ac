package library_test

import (
	"maps"
	"path/filepath"
	"testing"

	"lectern/data/library"
)

func TestWhereADetailWasFoundIsKeptAndGivesWayToAPerson(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	r := some(0, 1)[0]
	r.Publisher, r.Author = "The Harbour Post", ""
	r.From = map[string]string{"title": "heading", "publisher": "html meta", "author": "byline"}
	id := add(t, l, r)[0]
	wants := func(want map[string]string) {
		t.Helper()
		if got, err := l.FoundIn(ctx, id); err != nil || !maps.Equal(got, want) {
			t.Errorf("found in %v (%v), want %v", got, err, want)
		}
	}
	found := map[string]string{"title": "heading", "publisher": "html meta"} // nobody is said to have written it
	wants(found)
	d := library.Details{Title: r.Title, Publisher: "Harbour Post", URL: r.URL, Lang: r.Lang, Published: r.Published}
	must(t, l.Describe(ctx, id, d))
	wants(map[string]string{"title": "heading", "publisher": library.ByPerson})
	must(t, l.Close())
	l = open(t, path)
	if _, err := l.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	wants(found)
	sound(t, l)
}

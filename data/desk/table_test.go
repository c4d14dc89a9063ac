package desk

import (
	"maps"
	"testing"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
)

// A person can say which column is what where the names do not tell, and an import
// that goes on later still knows.
func TestColumnsAreWhatThePersonSaid(t *testing.T) {
	d, dir := newDesk(t), t.TempDir()
	path := write(t, dir, "t.csv", "kop,rumpf,extra\nFirst call,The envoy said that it was the first call of three.,x\nSecond call,The minister said that the second call had failed.,y\n")
	table, err := d.Table(t.Context(), path)
	if err != nil || len(table.Header) != 3 || len(table.Rows) != 2 || table.Guess[ingest.Title] != "" {
		t.Fatalf("%+v, %v", table, err)
	}
	said := map[ingest.Field]string{ingest.Title: "kop", ingest.Text: "rumpf"}
	i, err := d.Import(t.Context(), Order{Paths: []string{path}, Columns: said})
	if err != nil || i.New != 2 {
		t.Fatalf("%+v, %v", i, err)
	}
	items, err := d.Library().ImportItems(t.Context(), i.ID, library.ItemNew, 0, 10)
	if err != nil || len(items) != 2 {
		t.Fatal(items, err)
	}
	doc, err := d.Library().Document(t.Context(), items[1].Report)
	if err != nil || doc.Title != "Second call" || doc.Body != "The minister said that the second call had failed." {
		t.Errorf("it became %q: %q, %v", doc.Title, doc.Body, err)
	}
	kept, err := d.Library().Import(t.Context(), i.ID)
	if err != nil || !maps.Equal(kept.Columns, map[string]string{"title": "kop", "text": "rumpf"}) {
		t.Errorf("the library knows of columns %v, %v", kept.Columns, err)
	}
}

func TestOnlyTablesHaveColumns(t *testing.T) {
	d, dir := newDesk(t), t.TempDir()
	for name, text := range map[string]string{
		"story.txt": story(1), "empty.csv": "", "page.html": "<p>One, two, three</p>",
		"feed.json": `{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [{"id": "1", "content_text": "The envoy said so."}]}`,
	} {
		if table, err := d.Table(t.Context(), write(t, dir, name, text)); err == nil || data.FaultOf(err).Code == data.FaultInternal {
			t.Errorf("%s: %+v, %v", name, table, err)
		}
	}
	if _, err := d.Table(t.Context(), dir); err == nil {
		t.Error("a folder has columns")
	}
}

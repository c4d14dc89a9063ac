package desk

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
	"lectern/data/split"
	"lectern/data/synth"
)

// carried is a library in which two outlets carry what a wire had first, and a
// fourth has words of its own.
func carried(t *testing.T) (*Desk, []data.ReportID) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "l.lectern")
	lib, err := library.Open(t.Context(), library.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	m := synth.New(3)
	wire := strings.NewReplacer("“", "", "”", "").Replace(m.Report(1, 2500).Body)
	own := func(i int) string { return m.Report(i, 900).Body }
	var ids []data.ReportID
	for i, r := range []struct{ publisher, body string }{
		{"Lake Wire", wire}, {"Coast Courier", own(2) + "\n\n" + wire}, {"Hill Herald", wire + "\n\n" + own(3)}, {"River Record", own(4)},
	} {
		added, err := lib.Add(t.Context(), []library.NewReport{{Body: r.body, Reading: data.Reading{Model: "m", Lang: "en"},
			Report: data.Report{Title: own(10 + i)[:40], Publisher: r.publisher, Lang: "en", Published: time.Date(2026, 3, 3+i, 0, 0, 0, 0, time.UTC)}}})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, added[0].ID)
	}
	return New(Config{Library: lib, Splitter: split.NewRules()}), ids
}

func TestASearchFindsWhatSharesAnOrigin(t *testing.T) {
	d, ids := carried(t)
	all := ids[:3]
	for _, c := range []struct {
		query string
		want  []data.ReportID
	}{
		{"origin:1", all}, {"origin:3", all}, {"origin:4", ids[3:]}, {"origin:99999999999999", nil}, {"origin:-4", nil},
		{"origin:lake", all}, {`origin:"Lake Wire"`, all}, {"origin:courier", nil}, {"першоджерело:lake", all},
		{"is:copy", ids[1:3]}, {"-is:copy", []data.ReportID{ids[0], ids[3]}}, {"-origin:2", ids[3:]}, {"origin:2 publisher:herald", ids[2:3]},
	} {
		q, err := search.Parse(c.query)
		if err != nil {
			t.Fatal(c.query, err)
		}
		found, err := search.Find(t.Context(), d.Library(), q, search.Ask{})
		if err != nil {
			t.Fatal(c.query, err)
		}
		slices.Sort(found.IDs)
		if !slices.Equal(found.IDs, c.want) {
			t.Errorf("%s finds %v, should %v", c.query, found.IDs, c.want)
		}
	}
}

// Where another program writes to the library, origins are still found.
func TestOriginsAreFoundInALibraryOpenedForReading(t *testing.T) {
	d, _ := carried(t)
	lib, err := library.Open(t.Context(), library.Config{Path: d.Library().Path()})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	reader := New(Config{Library: lib, Splitter: split.NewRules()})
	q, err := search.Parse("origin:2")
	if err != nil || !lib.ReadOnly() {
		t.Fatal(err, lib.ReadOnly())
	}
	if found, err := search.Find(t.Context(), reader.Library(), q, search.Ask{}); err != nil || found.Total != 3 {
		t.Error(found.IDs, err)
	}
}

package search_test

import (
	"slices"
	"strings"
	"testing"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// TestOlderVersionsCountOnlyWhereTheyAreAsked compares search, facets and lists.
func TestOlderVersionsCountOnlyWhereTheyAreAsked(t *testing.T) {
	l := shelf(t)
	if err := l.IsVersion(ctx, 4, 1); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"envoys ", "lang:en", `"envoys"`, " "} {
		for _, versions := range []bool{false, true} {
			filter := library.Filter{Versions: versions}
			found := find(t, l, typed, filter)
			listed, err := l.IDs(ctx, filter)
			if err != nil {
				t.Fatal(err)
			}
			f, err := found.Facets(ctx, l, 9)
			if err != nil {
				t.Fatal(err)
			}
			counted := 0
			for _, lang := range f.Names[library.LangName] {
				counted += lang.Count
			}
			for _, id := range found.IDs {
				if !slices.Contains(listed, id) {
					t.Errorf("%q (versions %v) finds %d, which no list shows", typed, versions, id)
				}
			}
			if counted != found.Total || f.Unread != found.Total || len(found.IDs) != found.Total {
				t.Errorf("%q (versions %v): %d found, %d in all, %d by language, %d unread", typed, versions, len(found.IDs), found.Total, counted, f.Unread)
			}
			if typed == " " && found.Total != len(listed) {
				t.Errorf("versions %v: %d found, %d listed", versions, found.Total, len(listed))
			}
		}
	}
}

func TestMarkingsAreSearchedFor(t *testing.T) {
	l := shelf(t)
	if err := l.Mark(ctx, []data.ReportID{2, 3}, data.Amber); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]int{"marking:amber": 2, "marking:red": 0, "marking:amber stocks ": 1, "-marking:amber": 2} {
		if got := find(t, l, typed, library.Filter{}); got.Total != want {
			t.Errorf("%q finds %d, want %d", typed, got.Total, want)
		}
	}
	q, _ := search.Parse("marking:amber")
	if len(q.Uncarried()) > 0 {
		t.Error("markings are said to be carried by nothing")
	}
}

func TestAListOfQueriesIsAnsweredAsATable(t *testing.T) {
	l := shelf(t)
	queries, err := search.Queries(strings.NewReader("name;Query\na;envoys\nb;lane:nowhere\nc;zzzz\n"))
	if err != nil || !slices.Equal(queries, []string{"envoys", "lane:nowhere", "zzzz"}) {
		t.Fatalf("%q, %v", queries, err)
	}
	var all []search.Answered
	if err := search.RunAll(ctx, l, append(queries, "=call"), 1, func(a search.Answered) error { all = append(all, a); return nil }); err != nil {
		t.Fatal(err)
	}
	if all[0].Reports != 2 || all[1].Err == nil || all[2].Reports != 0 {
		t.Errorf("%+v", all)
	}
	var heads []string
	for _, row := range search.Table(all) {
		heads = append(heads, strings.Join(row[:4], ","))
	}
	if !slices.Contains(heads, "zzzz,0,0,no") || heads[0] != "query,reports,passages,more" {
		t.Errorf("%q", heads)
	}
}

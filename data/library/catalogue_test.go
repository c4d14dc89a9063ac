package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lectern/data"
)

// TestTheCatalogueAgreesWithTheLists changes a library in every way, and asks the
// catalogue and plain SQL the same after each step.
func TestTheCatalogueAgreesWithTheLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		dir, err := os.MkdirTemp("", "catalogue-*")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		l, err := Open(ctx, Config{Path: filepath.Join(dir, "l.lectern")})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		last := 0
		some := func() []data.ReportID {
			return []data.ReportID{data.ReportID(rapid.IntRange(1, max(last, 1)).Draw(t, "id"))}
		}
		add := func(*rapid.T) {
			last++
			body := fmt.Sprint("Words of report ", last)
			lane := rapid.SampledFrom(data.Lanes()).Draw(t, "lane")
			r := NewReport{Body: body, Report: data.Report{Title: rapid.SampledFrom([]string{"b", "A", "c"}).Draw(t, "title"),
				Publisher: rapid.SampledFrom([]string{"", "One", "two"}).Draw(t, "publisher"), Lang: rapid.SampledFrom([]string{"en", "uk"}).Draw(t, "lang"),
				Published: time.Date(2024, 12, 1+rapid.IntRange(0, 60).Draw(t, "day"), 0, 0, 0, 0, time.UTC)},
				Reading: data.Reading{Model: "t", Sentences: []data.Sentence{{Span: data.Span{End: len(body)}, Lane: lane}},
					Attributions: []data.Attribution{{Speaker: rapid.SampledFrom([]string{"Ann Lee", "Володимир Зеленський", "Volodymyr Zelensky"}).Draw(t, "speaker"),
						Content: []data.Span{{End: 5}}}}}}
			if _, err := l.Add(ctx, []NewReport{r}); err != nil {
				t.Fatal(err)
			}
		}
		add(t)
		t.Repeat(map[string]func(*rapid.T){
			"add":     add,
			"remove":  func(*rapid.T) { _ = l.Remove(ctx, some()) },
			"mark":    func(*rapid.T) { _ = l.Mark(ctx, some(), rapid.SampledFrom(data.Markings()).Draw(t, "marking")) },
			"tag":     func(*rapid.T) { _ = l.Tag(ctx, some(), rapid.SampledFrom([]string{"x", "y"}).Draw(t, "tag")) },
			"version": func(*rapid.T) { _ = l.IsVersion(ctx, some()[0], 1) },
			"undo":    func(*rapid.T) { _, _ = l.Undo(ctx) },
			"redo":    func(*rapid.T) { _, _ = l.Redo(ctx) },
			"":        func(*rapid.T) { agree(t, l) },
		})
	})
}

func agree(t *rapid.T, l *Library) {
	ctx := context.Background()
	c, err := l.CatalogueFor(ctx, rapid.SampledFrom([]Depth{Named, Titled}).Draw(t, "depth"))
	if err != nil {
		t.Fatal(err)
	}
	same := func(what string, got Set, f Filter) {
		f.Versions = true
		want, err := l.IDs(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		if ids := c.Sorted(got, Newest); !slices.Equal(ids, want) {
			t.Fatalf("%s: the catalogue has %v, the list %v", what, ids, want)
		}
	}
	same("all", c.All(), Filter{})
	for _, lane := range data.Lanes() {
		same(string(lane), c.InLane(lane), Filter{Lane: lane})
	}
	is := func(want string) func(string) bool { return func(name string) bool { return name == want } }
	same("publisher", c.Named(PublisherName, is("two")), Filter{Publisher: "two"})
	same("tag", c.Named(TagName, is("x")), Filter{Tag: "x"})
	same("lang", c.Named(LangName, is("uk")), Filter{Lang: "uk"})
	actor := c.Actor("Volodymyr Zelensky")
	same("speaker", c.Named(ActorName, is(actor)), Filter{Speaker: actor})
	from := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	same("days", c.Published(from, time.Time{}), Filter{From: from})
	newest, err := l.IDs(ctx, Filter{})
	if ids := c.Sorted(c.All().Without(c.Older()), Newest); err != nil || !slices.Equal(ids, newest) {
		t.Fatalf("newest versions: %v, the list %v, %v", ids, newest, err)
	}
	marked := 0
	for _, f := range c.Facets(c.All(), 9).Names[MarkingName] {
		marked += f.Count
	}
	var want int
	l.reader.Raw(`SELECT count(*) FROM reports WHERE removed = 0 AND marking <> ''`).Scan(&want)
	if marked != want {
		t.Fatalf("%d are marked, %d in the table", marked, want)
	}
}

func TestASavedSearchIsKeptAndUndoneAlsoLater(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "l.lectern")
	l, err := Open(ctx, Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	names := func() (all []string) {
		searches, err := l.Searches(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range searches {
			all = append(all, s.Name+"="+s.Query)
		}
		return all
	}
	again := func() {
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if l, err = Open(ctx, Config{Path: path}); err != nil {
			t.Fatal(err)
		}
	}
	check := func(want ...string) {
		t.Helper()
		if got := names(); !slices.Equal(got, want) {
			t.Errorf("saved are %v, want %v", got, want)
		}
	}
	_ = l.SaveSearch(ctx, "Talks", "call")
	_ = l.SaveSearch(ctx, "Talks", "call lane:caveat")
	check("Talks=call lane:caveat")
	saved, _ := l.Searches(ctx)
	_ = l.RenameSearch(ctx, saved[0].ID, "Doubts")
	check("Doubts=call lane:caveat")
	_ = l.RemoveSearch(ctx, saved[0].ID)
	check()
	again()
	for _, want := range []string{"Doubts=call lane:caveat", "Talks=call lane:caveat", "Talks=call"} {
		if _, err := l.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		check(want)
	}
	again()
	if _, err := l.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	check("Talks=call lane:caveat")
	if err := l.SaveSearch(ctx, " ", "x"); err == nil {
		t.Error("a search without a name is saved")
	}
	l.Close()
}

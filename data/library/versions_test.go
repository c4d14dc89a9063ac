package library

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library/imprint"
)

// sentencesAbout makes an article of its own words; each subject has others.
func sentencesAbout(subject string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Delegate %s%d told the %s meeting that point %d of the %s plan would need %d more weeks of work. ",
			subject, i*7, subject, i, subject, i+2)
	}
	return strings.TrimSpace(b.String())
}

func on(day int) time.Time { return time.Date(2026, 3, day, 0, 0, 0, 0, time.UTC) }

func addOne(t *testing.T, l *Library, r data.Report, body string) Added {
	t.Helper()
	added, err := l.Add(context.Background(), []NewReport{{Report: r, Body: body, Reading: data.Reading{Model: "m", Lang: "en"}}})
	if err != nil {
		t.Fatal(err)
	}
	return added[0]
}

func listed(t *testing.T, l *Library, f Filter) []data.ReportID {
	t.Helper()
	ids, err := l.IDs(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestNewerCopiesOfAnArticleAreKeptAsItsVersions(t *testing.T) {
	l := opened(t, filepath.Join(t.TempDir(), "l.lectern"))
	body := sentencesAbout("grain", 14)
	first := data.Report{Title: "Grain deal talks resume in Odesa", Publisher: "Coast Courier", URL: "https://courier.example/1", Published: on(3)}
	a := addOne(t, l, first, body)

	sameURL := first
	sameURL.URL, sameURL.Title, sameURL.Published = "http://www.courier.example/1/?utm_source=feed", "Grain deal reached", on(4)
	b := addOne(t, l, sameURL, body[:len(body)/3]+" "+sentencesAbout("storm", 10))
	sameTitle := first
	sameTitle.URL, sameTitle.Title = "", "Grain-deal talks resume in Odesa today"
	c := addOne(t, l, sameTitle, body+" "+sentencesAbout("port", 5))

	for name, got := range map[string]Added{"same address": b, "same title and words": c} {
		if got.VersionOf == 0 || got.Known {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if ids := listed(t, l, Filter{}); !slices.Equal(ids, []data.ReportID{b.ID}) {
		t.Errorf("the list shows %v, not only the newest, %d", ids, b.ID)
	}
	if ids := listed(t, l, Filter{Versions: true}); len(ids) != 3 {
		t.Errorf("with versions the list shows %v", ids)
	}
	versions, err := l.Versions(context.Background(), a.ID)
	if err != nil || len(versions) != 3 || versions[0].ID != b.ID || versions[0].Older || !versions[1].Older || versions[0].Versions != 3 {
		t.Errorf("%v %+v", err, versions)
	}
}

func TestAPrintOfAnArticleIsKnownByItsWords(t *testing.T) {
	l := opened(t, filepath.Join(t.TempDir(), "l.lectern"))
	page := sentencesAbout("the ferry", 12)
	first := addOne(t, l, data.Report{Title: "The ferry", Publisher: "Tarn Post", Published: on(3), Format: "html"}, page)
	print := strings.ReplaceAll(strings.ReplaceAll(page, ". ", ".\n\n"), "'", "’") + "\n"
	for what, r := range map[string]data.Report{
		"a print":                {Title: "ferry.pdf", Format: "pdf"},
		"a print with an outlet": {Title: "The ferry", Publisher: "Tarn Post", Published: on(3), Format: "docx"},
	} {
		if again := addOne(t, l, r, print); !again.Known || again.ID != first.ID {
			t.Errorf("%s: %+v", what, again)
		}
	}
	for what, r := range map[string]data.Report{
		"another outlet": {Title: "The ferry", Publisher: "Hill Times", Published: on(3)},
		"another day":    {Title: "The ferry", Publisher: "Tarn Post", Published: on(9)},
	} {
		if again := addOne(t, l, r, print+" "+strings.Repeat("\n", len(what))+"."); again.Known {
			t.Errorf("%s: %+v", what, again)
		}
	}
	if more := addOne(t, l, data.Report{Title: "The ferry", Publisher: "Tarn Post", Published: on(3)}, page+" It stopped again."); more.Known || more.VersionOf == 0 {
		t.Errorf("a sentence more: %+v", more)
	}
}

func TestOtherArticlesAreNoVersions(t *testing.T) {
	l := opened(t, filepath.Join(t.TempDir(), "l.lectern"))
	body := sentencesAbout("border", 14)
	base := data.Report{Title: "Day 1,001: border talks go on", Publisher: "Coast Courier", URL: "https://courier.example/day1001", Published: on(3)}
	addOne(t, l, base, body)

	copied := base
	copied.Publisher, copied.URL, copied.Title = "Hill Herald", "https://herald.example/9", "Border talks go on"
	next := base
	next.Title, next.URL, next.Published = "Day 1,002: border talks go on", "https://courier.example/day1002", on(4)
	other := base
	other.URL = ""
	front := base
	front.URL, front.Title = "https://courier.example/", "Coast Courier"
	for name, got := range map[string]Added{
		"another outlet's copy":       addOne(t, l, copied, body+" More."),
		"the next day of a series":    addOne(t, l, next, body[:len(body)/2]+" "+sentencesAbout("treaty", 8)),
		"the same title, other words": addOne(t, l, other, sentencesAbout("quite another", 12)),
		"an article of other words":   addOne(t, l, front, sentencesAbout("weather", 12)),
	} {
		if got.VersionOf != 0 || got.Known {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if n := len(listed(t, l, Filter{})); n != 5 {
		t.Errorf("the list shows %d of 5", n)
	}
}

func TestPeopleHaveTheLastWordOnVersionsAndCanTakeItBackAfterRestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := opened(t, path)
	ctx := context.Background()
	body := sentencesAbout("prisoner", 14)
	r := data.Report{Title: "Prisoner exchange agreed", Publisher: "Coast Courier", Published: on(3)}
	a := addOne(t, l, r, body)
	b := addOne(t, l, r, body+" Updated.")
	other := addOne(t, l, data.Report{Title: "Exchange", Publisher: "Coast Courier", Published: on(5)}, sentencesAbout("exchange", 12))

	if err := l.NotVersion(ctx, b.ID); err != nil {
		t.Fatal(err)
	}
	if n := len(listed(t, l, Filter{})); n != 3 {
		t.Errorf("after “not a version” the list shows %d of 3", n)
	}
	if err := l.IsVersion(ctx, other.ID, a.ID); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, l, Filter{}); !slices.Equal(got, []data.ReportID{other.ID, b.ID}) {
		t.Errorf("the list shows %v", got)
	}
	l.Close()

	l = opened(t, path)
	if step, err := l.Undo(ctx); err != nil || step.Kind != StepVersion {
		t.Fatal(step, err)
	}
	if step, err := l.Undo(ctx); err != nil || step.Kind != StepNotVersion {
		t.Fatal(step, err)
	}
	if got := listed(t, l, Filter{}); !slices.Equal(got, []data.ReportID{other.ID, b.ID}) {
		t.Errorf("after undo the list shows %v", got)
	}
	if versions, _ := l.Versions(ctx, a.ID); len(versions) != 2 {
		t.Errorf("after undo there are %d versions", len(versions))
	}
	if _, err := l.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if n := len(listed(t, l, Filter{})); n != 3 {
		t.Errorf("after redo the list shows %d of 3", n)
	}
}

func TestWhenTheNewestVersionGoesTheOneBeforeIsListed(t *testing.T) {
	l := opened(t, filepath.Join(t.TempDir(), "l.lectern"))
	ctx := context.Background()
	body := sentencesAbout("harvest", 14)
	r := data.Report{Title: "Harvest falls", Publisher: "Coast Courier", Published: on(3)}
	a := addOne(t, l, r, body)
	b := addOne(t, l, r, body+" Updated.")
	if err := l.Remove(ctx, []data.ReportID{b.ID}); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, l, Filter{}); !slices.Equal(got, []data.ReportID{a.ID}) {
		t.Errorf("without its newest version the list shows %v", got)
	}
	if _, err := l.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, l, Filter{}); !slices.Equal(got, []data.ReportID{b.ID}) {
		t.Errorf("when it came back the list shows %v", got)
	}
	d := Details{Title: r.Title, Publisher: r.Publisher, Published: on(9)}
	if err := l.Describe(ctx, a.ID, d); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, l, Filter{}); !slices.Equal(got, []data.ReportID{a.ID}) {
		t.Errorf("with a later day the list shows %v", got)
	}
}

func TestImprintsAreMadeAgainWhereTheyAreMissing(t *testing.T) {
	l := opened(t, filepath.Join(t.TempDir(), "l.lectern"))
	ctx := context.Background()
	a := addOne(t, l, data.Report{Title: "T"}, sentencesAbout("fuel", 12))
	if err := l.writer.Exec(`DELETE FROM imprints`).Error; err != nil {
		t.Fatal(err)
	}
	stale, err := l.Stale(ctx, "")
	if err != nil || !slices.Equal(stale, []data.ReportID{a.ID}) {
		t.Fatal(stale, err)
	}
}

func TestADamagedImprintIsFoundAndMadeAgain(t *testing.T) {
	for name, damage := range map[string]string{
		"missing":    `DELETE FROM imprints WHERE report_id = 2`,
		"another's":  `UPDATE imprints SET sketch = (SELECT sketch FROM imprints WHERE report_id = 1) WHERE report_id = 2`,
		"no sketch":  `UPDATE imprints SET sketch = x'010203' WHERE report_id = 2`,
		"other name": `UPDATE imprints SET title = 'another' WHERE report_id = 2`,
		"no keys":    `DELETE FROM imprint_keys WHERE report_id = 2`,
	} {
		t.Run(name, func(t *testing.T) {
			l := opened(t, filepath.Join(t.TempDir(), "l.lectern"))
			ctx := context.Background()
			addOne(t, l, data.Report{Title: "First"}, sentencesAbout("fuel", 12))
			body := sentencesAbout("grain", 12)
			two := addOne(t, l, data.Report{Title: "Second", URL: "https://example.org/2"}, body)
			if err := l.writer.Exec(damage).Error; err != nil {
				t.Fatal(err)
			}
			found, err := l.Check(ctx, nil)
			if err != nil || len(found) != 1 || found[0].Kind != ProblemImprint || found[0].Report != two.ID {
				t.Fatal(found, err)
			}
			if err := l.RenewImprint(ctx, two.ID, imprint.Of("Second", "https://example.org/2", body)); err != nil {
				t.Fatal(err)
			}
			if found, err := l.Check(ctx, nil); err != nil || len(found) > 0 {
				t.Error("afterwards", found, err)
			}
		})
	}
}

package compare

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/task/tasktest"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/library"
	"lectern/data/search"
	"lectern/data/split"
)

const first = `The two delegations left the lakeside hall on Tuesday without a joint paper.

“We are close to a framework,” Anna Koval told reporters on the steps.

About 120 trucks waited at the northern crossing, the customs service said.

Farmers along the river had asked for a longer pause before the rains.`

// room is a screen over a real library with two versions of an article and
// another outlet's copy.
type room struct {
	driver *tasktest.Driver
	desk   *desk.Desk
	ids    []data.ReportID
	left   bool
	listed string // the search for it in the library
	said   []string
	failed error
	config Config
}

func newRoom(t *testing.T) *room {
	t.Helper()
	lib, err := library.Open(context.Background(), library.Config{Path: filepath.Join(t.TempDir(), "l.lectern")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	r := &room{driver: tasktest.NewApp(t), desk: desk.New(desk.Config{Library: lib, Splitter: split.NewRules()})}
	second := strings.NewReplacer("close to", "far from", "120", "180").Replace(first) + "\n\nA second hall was booked."
	for i, body := range []string{first, second, "Our own words stand here first.\n\n" + first} {
		rep := data.Report{Title: "Talks end", Publisher: "Lake Courier", Published: time.Date(2026, 3, 3+i, 0, 0, 0, 0, time.UTC)}
		if i == 2 {
			rep.Publisher = "Hill Herald"
		}
		added, err := lib.Add(context.Background(), []library.NewReport{{Report: rep, Body: body,
			Reading: split.NewRules().Split(body, split.Hints{Title: rep.Title, Lang: "en"})}})
		if err != nil {
			t.Fatal(err)
		}
		r.ids = append(r.ids, added[0].ID)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	r.config = Config{Context: ctx, Desk: r.desk, Changes: task.NewLine(ctx), Faces: page.Faces{},
		Open: func(data.ReportID, int) {}, Leave: func() { r.left = true }, List: func(q string) { r.listed = q }, Said: func(w string) { r.said = append(r.said, w) },
		Failed: func(err error) { r.failed = err }, Menu: func([]*fyne.MenuItem, fyne.Position) {}}
	return r
}

func (r *room) until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		for show := r.driver.Next(); show != nil; show = r.driver.Next() {
			show()
		}
		if done() {
			return
		}
	}
	t.Fatal("never happened: " + what)
}

func TestTheChangedQuotationIsTheFirstThingSeen(t *testing.T) {
	r := newRoom(t)
	v := NewVersions(r.config, r.ids[0])
	w := test.NewTempWindow(t, v.Content())
	w.Resize(fyne.NewSize(1280, 800))
	r.until(t, "two versions side by side", func() bool { return len(v.order) > 0 })
	one := &v.comparison.Changes[v.order[0]]
	if one.Touches[0] != "quotation" || v.words(one) != "far from" || v.comparison.Before.ID != r.ids[0] || v.comparison.After.ID != r.ids[1] {
		t.Errorf("%+v: %q", one.Touches, v.words(one))
	}
	for i, p := range v.pages {
		if c := p.Chosen(); len(c.Keys) != 1 || c.Keys[0] != v.order[0] {
			t.Errorf("page %d shows %v, not the first change", i, c.Keys)
		}
	}
	v.TypedRune('n')
	if v.at != 1 {
		t.Error("N did not go to the next change")
	}
	if s := v.frame.summary.Words(); s == "" {
		t.Error("nothing says what changed")
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !r.left || r.failed != nil {
		t.Error("Esc did not leave", r.failed)
	}
}

func TestAReportTakenOutOfTheArticleLeavesTheScreen(t *testing.T) {
	r := newRoom(t)
	v := NewVersions(r.config, r.ids[1])
	r.until(t, "two versions side by side", func() bool { return len(v.all) == 2 })
	v.apart(r.ids[1])
	r.until(t, "the screen is left", func() bool { return r.left && len(r.said) == 1 })
	all, err := r.desk.Library().Versions(context.Background(), r.ids[1])
	if err != nil || len(all) != 1 {
		t.Error(err, len(all))
	}
}

func TestOriginsSayWhoHadTheWordsFirst(t *testing.T) {
	r := newRoom(t)
	o := NewOrigins(r.config, r.ids[2])
	r.until(t, "the story is listed", func() bool { return len(o.entries) == 3 })
	if o.entries[0].carrier != nil || !o.entries[1].carrier.Origin || o.entries[1].report.ID != r.ids[1] || o.entries[2].report.ID != r.ids[2] {
		t.Errorf("%+v", o.entries)
	}
	if under := o.entries[1].under(); !strings.Contains(under, look.Day(o.entries[1].first.Published)) || o.entries[1].first.ID != r.ids[0] {
		t.Errorf("the origin is told as %q, not by its first version", under)
	}
	o.rows.OnRune(0, 'f')
	q, err := search.Parse(r.listed)
	if err != nil {
		t.Fatal(r.listed, err)
	}
	found, err := search.Find(context.Background(), r.desk.Library(), q, search.Ask{})
	if err != nil || found.Total != 2 || !found.Reports.Has(r.ids[1]) || !found.Reports.Has(r.ids[2]) {
		t.Errorf("%q lists %v, %v", r.listed, found.IDs, err)
	}
	if told := o.entries[2].told(); !strings.Contains(told, "Lake Courier") {
		t.Errorf("a copy is told as %q", told)
	}
}

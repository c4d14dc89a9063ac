package shelf

import (
	"testing"

	"lectern/app/task/tasktest"
	"lectern/data/library"
)

func TestAMenuMeansTheReportItWasOpenedForAlsoWhenTheListMovesOn(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		e, _ := r.shelf.rows.entry(1)
		items := r.shelf.items(e)
		if _, err := r.lib.Add(t.Context(), []library.NewReport{report(20, "Newest", "Herald", "The bridge opened.")}); err != nil {
			t.Fatal(err)
		}
		r.wait()
		items[len(items)-1].Action()
		r.wait()
		r.want("Newest | New | Old")
	})
}

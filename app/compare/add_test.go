package compare

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"lectern/data"
)

func TestWhatIsComparedIsAddedSideBySide(t *testing.T) {
	r := newRoom(t)
	var added []data.ReportID
	asked := false
	r.config.Add = func(ids []data.ReportID, ask bool) { added, asked = ids, ask }
	v := NewVersions(r.config, r.ids[1])
	test.NewTempWindow(t, v.Content())
	v.TypedRune('a')
	if added != nil {
		t.Fatalf("before anything is shown, A added %v", added)
	}
	r.until(t, "the versions are compared", func() bool { return v.comparison.After.ID != 0 })
	v.TypedRune('a')
	if !slices.Equal(added, []data.ReportID{r.ids[0], r.ids[1]}) || asked {
		t.Errorf("A added %v, asked %v; the older is %d", added, asked, r.ids[0])
	}
	o := NewOrigins(r.config, 0)
	test.NewTempWindow(t, o.Content())
	r.until(t, "the stories are listed", func() bool { return len(o.entries) > 0 })
	for i, e := range o.entries {
		if e.carrier != nil && !e.carrier.Origin {
			o.rows.SetCurrent(i)
			o.rows.TypedRune('A')
			if !slices.Equal(added, []data.ReportID{e.from.ID, e.report.ID}) || !asked {
				t.Errorf("of a copy Shift+A added %v, asked %v", added, asked)
			}
			return
		}
	}
	t.Error("no copy is listed")
}

package shelf

import (
	"testing"

	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/library"
)

func TestAThemeFiltersTheList(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		if r.says("THEME") {
			t.Error("themes are offered, though no report touches one")
		}
		themes, err := r.lib.Themes(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		more := report(20, "Newest", "Courier", "The prisoners came home.")
		more.Finds.Edition, more.Finds.Published = themes.Edition(), more.Published
		more.Finds.Themes = []data.ThemeCount{{Theme: themes[7].ID, Count: 1}}
		if _, err := r.lib.Add(t.Context(), []library.NewReport{more}); err != nil {
			t.Fatal(err)
		}
		r.wait()
		if !r.says("THEME") || !r.says("Prisoners") {
			t.Error("the theme is not offered")
		}
		r.press("Prisoners")
		r.want("Newest")
		if !r.says("Theme: Prisoners") {
			t.Error("the filter is not shown above the list")
		}
		r.press("Prisoners")
		r.want("Newest | New | Middle | Old")
	})
}

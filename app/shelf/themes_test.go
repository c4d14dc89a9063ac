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
		panel := r.shelf.view.panel
		if panel.themes.content.Visible() {
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
		if shown := panel.themes.shown; !panel.themes.content.Visible() || len(shown) != 1 || shown[0].Name != "Prisoners" || shown[0].Count != 1 {
			t.Errorf("the themes offered are %v", shown)
		}
		r.press("Prisoners")
		r.want("Newest")
		r.press("Remove Theme: Prisoners") // the chip above the list takes it off
		r.want("Newest | New | Middle | Old")
	})
}

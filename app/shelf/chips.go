package shelf

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

// showFilter shows the filters that are on: in the panel, and as chips above the
// list, where they are seen when the panel is folded away.
func (v *view) showFilter() {
	v.panel.show()
	v.chips.Objects = v.s.filterChips()
	setVisible(v.rows.chips, len(v.chips.Objects) > 0)
	v.root.Refresh()
}

// filterChips makes a chip for each filter that is on; pressing it takes the
// filter off.
func (s *Shelf) filterChips() (chips []fyne.CanvasObject) {
	f := s.filter
	add := func(on bool, words string, without func(*library.Filter)) {
		if !on {
			return
		}
		chips = append(chips, ui.NewRemovable(words, func() {
			f := s.filter
			without(&f)
			s.filtered(f)
		}))
	}
	add(f.Unread, lang.L("Unread"), func(f *library.Filter) { f.Unread = false })
	add(f.Review != data.ReviewNone, lang.L("To review"), func(f *library.Filter) { f.Review = data.ReviewNone })
	add(f.Lane != "", look.LaneName(f.Lane), func(f *library.Filter) { f.Lane = "" })
	add(f.Speaker != "", lang.L("Speaker: {{.Name}}", map[string]any{"Name": f.Speaker}),
		func(f *library.Filter) { f.Speaker = "" })
	add(f.Publisher != "", lang.L("Publisher: {{.Name}}", map[string]any{"Name": f.Publisher}),
		func(f *library.Filter) { f.Publisher = "" })
	add(f.Theme != "", lang.L("Theme: {{.Name}}", map[string]any{"Name": look.ThemeName(f.Theme)}),
		func(f *library.Filter) { f.Theme = "" })
	add(f.Marking != data.Unmarked, string(f.Marking), func(f *library.Filter) { f.Marking = data.Unmarked })
	add(f.Lang != "", lang.L("Language: {{.Name}}", map[string]any{"Name": f.Lang}),
		func(f *library.Filter) { f.Lang = "" })
	add(f.Tag != "", lang.L("Tag: {{.Name}}", map[string]any{"Name": f.Tag}),
		func(f *library.Filter) { f.Tag = "" })
	add(!f.From.IsZero(), lang.L("From {{.Day}}", map[string]any{"Day": look.Day(f.From)}),
		func(f *library.Filter) { f.From = library.Filter{}.From })
	add(!f.To.IsZero(), lang.L("Until {{.Day}}", map[string]any{"Day": look.Day(f.To)}),
		func(f *library.Filter) { f.To = library.Filter{}.To })
	if len(chips) > 1 {
		chips = append(chips, ui.NewChip(lang.L("Clear all"), func() { s.filtered(library.Filter{}) }))
	}
	return chips
}

// nothing is what stands in place of an empty list.
func (s *Shelf) nothing() fyne.CanvasObject {
	filters := s.filter != (library.Filter{})
	switch {
	case filters && !s.query.Empty():
		return ui.NewEmpty(lang.L("Nothing found with these filters"),
			lang.L("No report has all of these words and passes the filters. Take a filter off, or search for fewer words."),
			ui.NewButton(ui.Strong, lang.L("Clear filters"), "", func() { s.filtered(library.Filter{}) }),
			ui.NewButton(ui.Outlined, lang.L("Clear search"), "", func() { s.SetSearch("") }))
	case filters:
		return ui.NewEmpty(lang.L("No report passes these filters"),
			lang.L("Take one off above the list, or start again with all reports."),
			ui.NewButton(ui.Strong, lang.L("Clear filters"), "", func() { s.filtered(library.Filter{}) }))
	case !s.query.Empty():
		actions := []fyne.CanvasObject{}
		for _, x := range s.suggested {
			actions = append(actions, ui.NewButton(ui.Outlined, lang.L("Did you mean {{.Word}}?", map[string]any{"Word": x.Word}), "",
				func() { s.SetSearch(x.Query + " ") }))
		}
		actions = append(actions, ui.NewButton(ui.Strong, lang.L("Clear search"), "", func() { s.SetSearch("") }))
		return ui.NewEmpty(lang.L("Nothing found"),
			lang.L("All words have to be in a report, in its title or among its speakers; with lane: or speaker: in one passage. Accents and capitals make no difference. An empty search box shows what else can be asked, and ? lists it."),
			actions...)
	}
	return ui.NewEmpty(lang.L("Your library is empty"),
		lang.L("Bring in a report, and Lectern shows what was said, what is doubted and how it was received side by side, each beside its place in the original. Drop files anywhere on this window, or begin here."),
		ui.NewButton(ui.Strong, lang.L("Bring in a report"), "", func() { s.c.Bring() }),
		ui.NewButton(ui.Outlined, lang.L("Paste text"), "", func() { s.c.BringText() }),
		ui.NewButton(ui.Outlined, lang.L("Try the twelve samples"), "", func() { s.c.BringSamples() }))
}

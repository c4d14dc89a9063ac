package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/data"
)

// Adding is what of the open report a person adds to a brief: the words selected,
// else the chosen passage, else the report as a whole.
type Adding struct {
	Report  data.ReportID
	Passage data.PassageID // 0 for none
	Words   data.Span      // in bytes of the text; empty for none
}

// AddToBrief adds what is selected or chosen; ask asks to which brief.
func (v *View) AddToBrief(ask bool) {
	if v.config.Add == nil || v.doc.ID == 0 {
		return
	}
	what := Adding{Report: v.doc.ID, Words: v.selected()}
	if v.chosen != none {
		what.Passage = v.doc.Passages[v.chosen].ID
	}
	v.config.Add(what, ask)
}

// selected are the words selected in a column on screen, empty for none.
func (v *View) selected() data.Span {
	for _, id := range v.visible() {
		span, words := v.columns[id].page.Selection()
		if words != "" && (id == original || len(words) == span.Len()) { // not over several cards
			return span
		}
	}
	return data.Span{}
}

// addItems are the lines of a menu that add to a brief.
func (v *View) addItems() []*fyne.MenuItem {
	if v.config.Add == nil {
		return nil
	}
	words := lang.L("Add passage to brief")
	if v.selected().Len() > 0 {
		words = lang.L("Add selection to brief")
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(words, func() { v.AddToBrief(false) }),
		fyne.NewMenuItem(lang.L("Add to another brief…"), func() { v.AddToBrief(true) }),
		fyne.NewMenuItemSeparator(),
	}
}

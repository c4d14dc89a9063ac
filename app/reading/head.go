package reading

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
)

// head stands above the columns: the way back, the report's title and source,
// and a pill for each column.
type head struct {
	root    *fyne.Container
	back    *ui.Button
	title   *ui.Line
	facts   *ui.Line
	pills   map[columnID]*ui.Toggle
	line    *canvas.Rectangle
	lanes   data.LaneCounts
	review  *ui.Button      // how many passages are to be reviewed; goes to the next
	chips   *fyne.Container // marking and kin
	kin     *fyne.Container // chips: its versions, and who else has its words
	marking *ui.MarkingChip // how far the report may be passed on
}

func newHead(v *View) *head {
	h := &head{
		title: ui.NewShortLine(ui.Heading, ""), facts: ui.NewShortLine(ui.Quiet, ""),
		pills: map[columnID]*ui.Toggle{}, line: canvas.NewRectangle(nil),
	}
	h.back = ui.NewButton(ui.Bare, "‹  "+lang.L("Library"), "", func() { v.config.Back() })
	edit := ui.NewButton(ui.Bare, lang.L("Details"), "", func() { v.config.Edit(v.doc.Report) })
	asItCame := ui.NewButton(ui.Bare, lang.L("As it came"), lang.L("V"), v.toOriginal)
	add := ui.NewButton(ui.Bare, lang.L("Add to brief"), lang.L("A"), func() { v.AddToBrief(false) })
	looks := ui.NewButton(ui.Bare, lang.L("Aa"), "", nil)
	looks.SetTapped(func() { v.config.Looks(looks) })

	h.review = ui.NewButton(ui.Outlined, "", lang.L("N"), func() { v.NextToReview(1) })
	h.review.Hide()
	pills := container.NewHBox(h.review)
	for _, s := range defaultArrangement() {
		h.pills[s.Column] = ui.NewToggle(s.Column.lane(), columnLetter(s.Column), "", func() { v.press(s.Column) })
		pills.Add(h.pills[s.Column])
	}
	h.kin, h.marking = container.NewHBox(), ui.NewMarkingChip("", func() { v.marking() })
	h.chips = container.NewHBox(h.marking, h.kin)
	words := container.New(layout.NewCustomPaddedVBoxLayout(1), h.title, container.NewBorder(nil, nil, h.chips, nil, h.facts))
	folding := add
	if v.config.Add == nil {
		add.Hide()
		folding = nil
	}
	bar := container.New(headLayout{folding}, container.NewCenter(h.back), ui.Inset(4, 4, 6, 10, words),
		container.NewCenter(container.NewHBox(add, edit, asItCame)), container.NewCenter(pills), container.NewCenter(looks))
	h.root = container.NewBorder(nil, h.line, nil, nil, ui.Inset(3, 5, 6, 6, bar))
	h.line.SetMinSize(fyne.NewSize(0, 1))
	return h
}

// headLayout puts the way back, the title, Details, the pills and Aa into one
// row; where that leaves the title too little room, the pills get a row of their
// own, and adding to a brief is left to its key where even that is not enough.
type headLayout struct{ add *ui.Button } // nil where it does not come and go

// titleRoom is the least width of the title beside the pills, at 100 %.
const titleRoom = 300

func (l headLayout) oneRow(o []fyne.CanvasObject, width float32) bool {
	sum := ui.Worn().Wide(titleRoom)
	for i, thing := range o {
		if i != 1 {
			sum += thing.MinSize().Width
		}
	}
	return sum <= width
}

// MinSize is for Fyne. The height depends on the width, which the bar already
// has when it is asked again.
func (l headLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	row := float32(0)
	for _, thing := range o {
		row = max(row, thing.MinSize().Height)
	}
	width := o[0].MinSize().Width + o[2].MinSize().Width + o[4].MinSize().Width
	if c := fyne.CurrentApp().Driver().CanvasForObject(o[0]); c != nil && !l.oneRow(o, c.Size().Width-12) {
		row += o[3].MinSize().Height + 4
	}
	return fyne.NewSize(max(width, o[3].MinSize().Width), row)
}

// Layout is for Fyne.
func (l headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	back, title, edit, pills, looks := o[0], o[1], o[2], o[3], o[4]
	put := func(thing fyne.CanvasObject, x, y, width, height float32) {
		thing.Move(fyne.NewPos(x, y))
		thing.Resize(fyne.NewSize(width, height))
	}
	row := size.Height
	if l.add != nil {
		l.add.Show()
	}
	if !l.oneRow(o, size.Width) {
		if room := size.Width - back.MinSize().Width - edit.MinSize().Width - looks.MinSize().Width; l.add != nil && room < ui.Worn().Wide(titleRoom) {
			l.add.Hide()
		}
		row -= pills.MinSize().Height + 4
		put(pills, 0, row+4, pills.MinSize().Width, pills.MinSize().Height)
	}
	right := size.Width
	for _, thing := range []fyne.CanvasObject{looks, pills, edit} {
		if thing == pills && row < size.Height {
			continue
		}
		w := thing.MinSize().Width
		right -= w
		put(thing, right, 0, w, row)
	}
	w := back.MinSize().Width
	put(back, 0, 0, w, row)
	put(title, w, 0, right-w, row)
}

// show tells which report is open.
func (h *head) show(r data.Report) {
	h.lanes = r.Lanes
	h.title.Set(ui.Heading, r.Title)
	h.facts.Set(ui.Quiet, factsOf(r))
	h.marking.Set(r.Marking)
}

// fold gives the room of the chips to the facts where there are none.
func (h *head) fold() {
	setVisible(h.kin, len(h.kin.Objects) > 0)
	setVisible(h.chips, h.marking.Visible() || h.kin.Visible())
	h.root.Refresh()
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// showReview tells how many passages are to be reviewed.
func (h *head) showReview(n int) {
	h.review.SetWords(lang.XN("review.count", "{{.Count}} to review", n, map[string]any{"Count": n}))
	if n > 0 {
		h.review.Show()
	} else {
		h.review.Hide()
	}
	h.root.Refresh()
}

// fewThemes is how many themes the line under a title names.
const fewThemes = 3

// themesOf names the themes that a report touches most.
func themesOf(r data.Report) string {
	var names []string
	for _, t := range r.Themes[:min(len(r.Themes), fewThemes)] {
		names = append(names, look.ThemeName(t.Name))
	}
	return strings.Join(names, ", ")
}

// factsOf is the line under a title: who published it, when, by whom, how long,
// what about.
func factsOf(r data.Report) string {
	parts := []string{r.Publisher, look.Day(r.Published), r.Author}
	if r.Words > 0 {
		parts = append(parts, lang.XN("words.count", "{{.Count}} words", r.Words, map[string]any{"Count": r.Words}))
	}
	parts = append(parts, themesOf(r))
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, "  ·  ")
}

// mark shows which columns are on screen.
func (h *head) mark(a arrangement, visible []columnID, s shape) {
	for id, pill := range h.pills {
		on := slices.Contains(visible, id)
		if s == allColumns {
			on = !a.hidden(id)
		}
		words := columnName(id)
		if l := id.lane(); l != data.NoLane {
			words = fmt.Sprintf("%s %d", words, h.lanes.Of(l))
		}
		pill.Set(on, words)
	}
}

func (h *head) dress(t *look.Theme) {
	h.line.FillColor = t.Palette.Line
	h.root.Refresh()
}

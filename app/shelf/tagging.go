package shelf

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// offered is how many tags are offered to be taken with one click.
const offered = 8

// tagging is the line above the list in which the tags of one report, or of several,
// are changed.
type tagging struct {
	s       *Shelf
	content *fyne.Container
	heading *ui.Line
	chips   *fyne.Container
	offers  *fyne.Container
	field   *ui.Field
	reports []data.ReportID
	tags    []tagged // as shown
	before  []tagged // as shown before the change that is being made
	load    *task.Slot
}

// tagged is a tag, and how many of the reports have it.
type tagged struct {
	name  string
	count int
}

func newTagging(s *Shelf) *tagging {
	t := &tagging{s: s, heading: ui.NewShortLine(ui.Section, ""), load: task.NewSlot(s.c.Context)}
	t.chips, t.offers = container.New(ui.Flowing(6)), container.New(ui.Flowing(6))
	t.field = ui.NewField(lang.L("New tag, then Enter"))
	t.field.OnSubmitted = t.add
	t.field.OnEscape = t.close
	t.field.OnDown = t.close
	done := ui.NewButton(ui.Bare, lang.L("Done"), lang.L("Esc"), t.close)
	t.content = ui.Inset(0, 6, 14, 14, container.NewStack(
		ui.NewCard(ui.Raised, ui.Rule, 8),
		ui.Inset(10, 10, 12, 12, ui.Column(8, 200,
			t.heading, t.chips,
			container.NewBorder(nil, nil, nil, done, t.field),
			t.offers,
		)),
	))
	t.content.Hide()
	return t
}

// open shows the tags of reports and puts the keyboard into the field.
func (t *tagging) open(ids []data.ReportID) {
	known := t.s.known(ids)
	if len(ids) == 0 || len(ids) == 1 && len(known) == 0 {
		return // it is not on screen yet
	}
	t.reports, t.tags = ids, nil
	t.heading.Set(ui.Section, lang.XN("tags.several", "Tags of {{.Count}} reports", len(ids), map[string]any{"Count": look.Number(len(ids))}))
	if len(ids) == 1 {
		t.heading.Set(ui.Section, lang.L("Tags of “{{.Title}}”", map[string]any{"Title": known[0].Title}))
		for _, name := range known[0].Tags {
			t.tags = append(t.tags, tagged{name, 1})
		}
	} else {
		t.count()
	}
	t.before = slices.Clone(t.tags)
	t.field.SetText("")
	t.content.Show()
	t.show()
	// Fyne knows where the field is only once it has been drawn.
	task.After(60*time.Millisecond, func() {
		if t.content.Visible() {
			t.s.view.focus(t.field)
		}
	})
}

// count finds out which tags several reports have.
func (t *tagging) count() {
	set, lib := library.SetOf(t.reports), t.s.c.Library
	task.Load(t.load, func(ctx context.Context) ([]library.Facet, error) {
		f, err := lib.Facets(ctx, search.Found{Reports: set, Total: set.Len()}, facetNames)
		return f.Names[library.TagName], err
	}, func(all []library.Facet, err error) {
		if err != nil {
			t.s.c.Failed(err)
			return
		}
		t.tags = nil
		for _, f := range all {
			if f.Count > 0 {
				t.tags = append(t.tags, tagged{f.Name, f.Count})
			}
		}
		t.before = slices.Clone(t.tags)
		t.show()
	})
}

func (t *tagging) close() {
	t.load.Cancel()
	t.content.Hide()
	t.s.view.root.Refresh()
	t.s.FocusList()
}

// show rebuilds the chips: the tags that are there, and those to be given to all:
// what only some have, then the commonest.
func (t *tagging) show() {
	t.chips.Objects, t.offers.Objects = nil, nil
	offer := func(name string) {
		if len(t.offers.Objects) < offered {
			t.offers.Add(ui.NewChip("+ "+name, func() { t.add(name) }))
		}
	}
	for _, tag := range t.tags {
		words := tag.name
		if tag.count < len(t.reports) {
			words = lang.X("tags.some", "{{.Tag}} · {{.Count}} of {{.All}}", map[string]any{
				"Tag": tag.name, "Count": look.Number(tag.count), "All": look.Number(len(t.reports))})
			offer(tag.name)
		}
		t.chips.Add(ui.NewRemovable(words, func() { t.remove(tag.name) }))
	}
	for _, f := range t.s.view.panel.tags.all {
		if t.at(f.Name) < 0 {
			offer(f.Name)
		}
	}
	setVisible(t.chips, len(t.tags) > 0)
	setVisible(t.offers, len(t.offers.Objects) > 0)
	t.s.view.root.Refresh()
}

// at is where a tag stands among those shown, -1 where it does not.
func (t *tagging) at(name string) int {
	return slices.IndexFunc(t.tags, func(one tagged) bool { return one.name == name })
}

func (t *tagging) add(tag string) {
	tag = strings.TrimSpace(tag)
	t.field.SetText("")
	i := t.at(tag)
	if tag == "" || i >= 0 && t.tags[i].count == len(t.reports) {
		return
	}
	if i >= 0 {
		t.tags[i].count = len(t.reports)
	} else {
		t.tags = append(t.tags, tagged{tag, len(t.reports)})
	}
	t.change(lang.X("step.tag", "tag “{{.Subject}}” given", map[string]any{"Subject": tag}), tag, t.s.c.Library.Tag)
}

func (t *tagging) remove(tag string) {
	t.tags = slices.DeleteFunc(t.tags, func(one tagged) bool { return one.name == tag })
	t.change(lang.X("step.untag", "tag “{{.Subject}}” taken off", map[string]any{"Subject": tag}), tag, t.s.c.Library.Untag)
}

func (t *tagging) change(said, tag string, how func(context.Context, []data.ReportID, string) error) {
	ids, before := t.reports, t.before
	t.before = slices.Clone(t.tags)
	t.s.writeOr(said, func(ctx context.Context) error { return how(ctx, ids, tag) }, func() {
		if slices.Equal(t.reports, ids) { // what could not be kept is not shown
			t.tags, t.before = before, slices.Clone(before)
			t.show()
		}
	})
	t.show()
	t.s.view.focus(t.field)
}

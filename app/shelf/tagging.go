package shelf

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// offered is how many tags are offered to be taken with one click.
const offered = 8

// tagging is the line above the list in which one report's tags are changed.
type tagging struct {
	s       *Shelf
	content *fyne.Container
	heading *ui.Line
	chips   *fyne.Container
	offers  *fyne.Container
	field   *ui.Field
	report  data.ReportID
	tags    []string // as shown
	before  []string // as shown before the change that is being made
}

func newTagging(s *Shelf) *tagging {
	t := &tagging{s: s, heading: ui.NewShortLine(ui.Section, "")}
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

// open shows the tags of a report and puts the keyboard into the field.
func (t *tagging) open(r data.Report) {
	t.report, t.tags, t.before = r.ID, slices.Clone(r.Tags), slices.Clone(r.Tags)
	t.heading.Set(ui.Section, lang.L("Tags of “{{.Title}}”", map[string]any{"Title": r.Title}))
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

func (t *tagging) close() {
	t.content.Hide()
	t.s.view.root.Refresh()
	t.s.FocusList()
}

// show rebuilds the chips: the report's tags, and the commonest it lacks.
func (t *tagging) show() {
	t.chips.Objects, t.offers.Objects = nil, nil
	for _, tag := range t.tags {
		t.chips.Add(ui.NewRemovable(tag, func() { t.remove(tag) }))
	}
	for _, f := range t.s.view.panel.tags.all {
		if !slices.Contains(t.tags, f.Name) && len(t.offers.Objects) < offered {
			t.offers.Add(ui.NewChip("+ "+f.Name, func() { t.add(f.Name) }))
		}
	}
	setVisible(t.chips, len(t.tags) > 0)
	setVisible(t.offers, len(t.offers.Objects) > 0)
	t.s.view.root.Refresh()
}

func (t *tagging) add(tag string) {
	tag = strings.TrimSpace(tag)
	t.field.SetText("")
	if tag == "" || slices.Contains(t.tags, tag) {
		return
	}
	t.tags = append(t.tags, tag)
	t.change(lang.X("step.tag", "tag “{{.Subject}}” given", map[string]any{"Subject": tag}), tag, t.s.c.Library.Tag)
}

func (t *tagging) remove(tag string) {
	t.tags = slices.DeleteFunc(t.tags, func(other string) bool { return other == tag })
	t.change(lang.X("step.untag", "tag “{{.Subject}}” taken off", map[string]any{"Subject": tag}), tag, t.s.c.Library.Untag)
}

func (t *tagging) change(said, tag string, how func(context.Context, []data.ReportID, string) error) {
	id, before := t.report, t.before
	t.before = slices.Clone(t.tags)
	t.s.writeOr(said, func(ctx context.Context) error { return how(ctx, []data.ReportID{id}, tag) }, func() {
		if t.report == id { // what could not be kept is not shown
			t.tags, t.before = before, slices.Clone(before)
			t.show()
		}
	})
	t.show()
	t.s.view.focus(t.field)
}

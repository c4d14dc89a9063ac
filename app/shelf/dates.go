package shelf

import (
	"cmp"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
)

// dates is the group of the panel that filters by the day of publication: by a
// period that ends today, or by two days typed in.
type dates struct {
	s        *Shelf
	content  *fyne.Container
	presets  []preset
	from, to *ui.Field
	wrong    *ui.Line
	wrongRow *fyne.Container // with room around it
}

// preset is a period up to today.
type preset struct {
	option *ui.Option
	words  string
	from   func(today time.Time) time.Time
}

func newDates(s *Shelf) *dates {
	d := &dates{s: s, wrong: ui.NewShortLine(ui.Alert, "")}
	d.content = ui.Column(1, 100, ui.Space(10), section(lang.L("PUBLISHED")))
	for _, p := range []preset{
		{words: lang.L("Any time"), from: func(time.Time) time.Time { return time.Time{} }},
		{words: lang.L("Last 7 days"), from: func(t time.Time) time.Time { return t.AddDate(0, 0, -6) }},
		{words: lang.L("Last 30 days"), from: func(t time.Time) time.Time { return t.AddDate(0, 0, -29) }},
		{words: lang.L("This year"), from: func(t time.Time) time.Time {
			return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
		}},
	} {
		p.option = ui.NewOption(data.NoLane, p.words, "", func() { d.set(p.from(d.today()), time.Time{}) })
		d.presets = append(d.presets, p)
		d.content.Add(p.option)
	}
	d.from, d.to = d.newField(lang.L("From, like 2026-01-31")), d.newField(lang.L("Until, like 2026-12-31"))
	d.content.Add(ui.Inset(6, 0, 4, 0, ui.Column(5, 100, d.from, d.to)))
	d.wrongRow = ui.Inset(2, 2, 9, 0, d.wrong)
	d.wrongRow.Hide()
	d.content.Add(d.wrongRow)
	return d
}

// newField makes a field for a day. It is read when it is left or a whole day
// stands in it, so that nobody is told off while still typing.
func (d *dates) newField(hint string) *ui.Field {
	f := ui.NewField(hint)
	f.OnSubmitted = func(string) { d.read() }
	f.OnFocus = func(in bool) {
		if !in {
			d.read()
		}
	}
	f.OnChanged = func(words string) {
		if len(words) == len(time.DateOnly) || words == "" {
			d.read()
		}
	}
	return f
}

// today is the day now, as days of publication are kept.
func (d *dates) today() time.Time {
	now := d.s.c.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

// set filters by a period.
func (d *dates) set(from, to time.Time) {
	f := d.s.filter
	f.From, f.To = from, to
	d.s.filtered(f)
}

// read filters by what stands in the fields, or says which of them is wrong.
func (d *dates) read() {
	from, wrong := dayIn(d.from.Text)
	to, wrongToo := dayIn(d.to.Text)
	switch {
	case wrong != "" || wrongToo != "":
		d.complain(lang.L("“{{.Day}}” is not a day.", map[string]any{"Day": cmp.Or(wrong, wrongToo)}))
	case !from.IsZero() && !to.IsZero() && to.Before(from):
		d.complain(lang.L("It ends before it begins."))
	default:
		d.complain("")
		d.set(from, to)
	}
}

// dayIn reads a day; wrong is what stands there if it is none.
func dayIn(words string) (day time.Time, wrong string) {
	day, ok := look.ParseDay(words)
	if !ok {
		return day, strings.TrimSpace(words)
	}
	return day, ""
}

func (d *dates) complain(words string) {
	d.wrong.Set(ui.Alert, words)
	setVisible(d.wrongRow, words != "")
	d.content.Refresh()
}

// show shows the period that is filtered by.
func (d *dates) show(from, to time.Time) {
	for _, p := range d.presets {
		start := p.from(d.today())
		p.option.Set(p.words, "", !start.IsZero() && from.Equal(start) && to.IsZero())
		if start.IsZero() { // "any time" only undoes the others
			setVisible(p.option, !from.IsZero() || !to.IsZero())
		}
	}
	write := func(f *ui.Field, day time.Time) {
		words := ""
		if !day.IsZero() {
			words = day.Format(time.DateOnly)
		}
		if now, wrong := dayIn(f.Text); wrong == "" && !now.Equal(day) {
			f.Text = words
			f.Refresh()
		}
	}
	write(d.from, from)
	write(d.to, to)
	d.content.Refresh()
}

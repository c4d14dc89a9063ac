package reading

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/data"
)

// decide puts the chosen passage into a lane: a person's word, which can be
// undone. Saying again what was already decided changes nothing, and so does
// accepting what no lane was proposed for.
func (v *View) decide(l data.Lane) {
	if v.chosen == none || l == data.NoLane {
		return
	}
	p := v.doc.Passages[v.chosen]
	if d := p.Decision; d != nil && !d.Astray && d.Lane == l {
		return
	}
	said := lang.X("say.moved", "Moved to {{.Lane}}", map[string]any{"Lane": look.LaneName(l)})
	if p.Shown() == l {
		said = lang.X("say.confirmed", "Confirmed under {{.Lane}}", map[string]any{"Lane": look.LaneName(l)})
	}
	if p.Shown() != l && v.arr.hidden(columnOf(l)) {
		said += " · " + lang.X("say.hidden", "its column is hidden: press {{.Pill}} above to see it",
			map[string]any{"Pill": look.LaneName(l)})
	}
	v.change(said, func(ctx context.Context) error {
		return v.config.Store.Decide(ctx, []data.PassageID{p.ID}, l)
	})
}

// withdraw takes a person's decision back, so that the machine's proposal shows.
func (v *View) withdraw() {
	if v.chosen == none || v.doc.Passages[v.chosen].Decision == nil {
		return
	}
	id := v.doc.Passages[v.chosen].ID
	v.change(lang.L("Back to Lectern's proposal"), func(ctx context.Context) error {
		return v.config.Store.Withdraw(ctx, []data.PassageID{id})
	})
}

// change writes to the library and says so. What is on screen follows by the
// library's change event, so that it can never show what was not written.
func (v *View) change(said string, write func(context.Context) error) {
	task.Change(v.config.Changes, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, write(ctx)
	}, func(_ struct{}, err error) {
		if err != nil {
			v.config.Failed(err)
			return
		}
		v.config.Say(said)
	})
}

// withSource adds where copied words come from: who says it, and the report.
func (v *View) withSource(text string, at data.Span) string {
	source := v.doc.Title
	if facts := sourceOf(v.doc.Report); facts != "" {
		source += ", " + facts
	}
	if i := v.passageAt(at.Start); i != none && v.doc.Passages[i].Speaker != "" && at.End <= v.doc.Passages[i].End {
		source = v.doc.Passages[i].Speaker + ", " + lang.X("copy.in", "in “{{.Source}}”", map[string]any{"Source": source})
	}
	return text + "\n— " + source
}

// sourceOf names publisher, day and address of a report.
func sourceOf(r data.Report) string {
	out := ""
	for _, part := range []string{r.Publisher, look.Day(r.Published), r.URL} {
		if part != "" && out != "" {
			out += ", "
		}
		out += part
	}
	return out
}

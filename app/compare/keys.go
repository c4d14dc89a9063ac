package compare

import (
	"context"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// TypedKey handles a key without a character; it returns whether it used it.
func (v *Versions) TypedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		v.c.Leave()
	case fyne.KeyLeft:
		v.step(1)
	case fyne.KeyRight:
		v.step(-1)
	case fyne.KeyF8:
		v.walk(1)
	default:
		return v.c.Key != nil && v.c.Key(ev)
	}
	return true
}

// TypedRune handles a character: N and P for the next and the previous change, A to
// add both versions to a brief.
func (v *Versions) TypedRune(r rune) {
	switch ui.Letter(r) {
	case 'n':
		v.walk(1)
	case 'p':
		v.walk(-1)
	case 'a':
		v.AddToBrief(unicode.IsUpper(r))
	default:
		if v.c.Rune != nil {
			v.c.Rune(r)
		}
	}
}

// AddToBrief adds both versions to a brief, side by side.
func (v *Versions) AddToBrief(ask bool) {
	if v.c.Add != nil && v.comparison.After.ID != 0 {
		v.c.Add([]data.ReportID{v.comparison.Before.ID, v.comparison.After.ID}, ask)
	}
}

// step goes to an older pair of neighbouring versions, or a newer one.
func (v *Versions) step(by int) {
	at := v.index(v.comparison.After.ID) + by
	if at >= 0 && at+1 < len(v.all) {
		v.reload(v.all[at+1].ID, v.all[at].ID)
	}
}

func (v *Versions) index(id data.ReportID) int {
	return slices.IndexFunc(v.all, func(r data.Report) bool { return r.ID == id })
}

// pick offers the versions for one side.
func (v *Versions) pick(i int) {
	own, other := v.comparison.Before.ID, v.comparison.After.ID
	if i == 1 {
		own, other = other, own
	}
	var items []*fyne.MenuItem
	for _, r := range v.all {
		item := fyne.NewMenuItem(dated(r), func() {
			if i == 0 {
				v.reload(r.ID, other)
			} else {
				v.reload(other, r.ID)
			}
		})
		item.Checked, item.Disabled = r.ID == own, r.ID == other
		items = append(items, item)
	}
	open := fyne.NewMenuItem(lang.L("Open this version"), func() { v.c.Open(own, -1) })
	apart := fyne.NewMenuItem(lang.L("Not a version of this article"), func() { v.apart(own) })
	items = append(items, fyne.NewMenuItemSeparator(), open)
	if v.c.Add != nil {
		items = append(items, fyne.NewMenuItem(lang.L("Add both to brief"), func() { v.AddToBrief(false) }))
	}
	items = append(items, apart)
	below := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.pickers[i]).AddXY(0, v.pickers[i].Size().Height+4)
	v.c.Menu(items, below)
}

// apart takes a report out of the article.
func (v *Versions) apart(id data.ReportID) {
	task.Change(v.c.Changes, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, v.c.Desk.Library().NotVersion(ctx, id)
	}, func(_ struct{}, err error) {
		if err != nil {
			v.c.Failed(err)
			return
		}
		v.c.Said(lang.L("Now an article of its own"))
		if len(v.all) <= 2 || id == v.id {
			v.c.Leave()
		}
	})
}

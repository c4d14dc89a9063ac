package reading

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// Kin tells which reports belong to the one on screen, and shows them. Any of
// its functions may be nil.
type Kin struct {
	Count    func(ctx context.Context, id data.ReportID) (others, origins int, err error) // other reports with the same words
	Versions func(data.ReportID)                                                          // compare its versions
	Origins  func(data.ReportID)                                                          // list who has the same words
}

// showKin puts chips into the head: how many versions there are, and in how many
// other reports the words stand. The second takes a while in a large library.
func (v *View) showKin() {
	k, id := v.config.Kin, v.doc.ID
	v.head.kin.RemoveAll()
	if n := v.doc.Versions; n > 1 && k.Versions != nil {
		words := lang.XN("versions.count", "{{.Count}} versions", n, map[string]any{"Count": n})
		if v.doc.Older {
			words = lang.L("Older version of {{.Count}}", map[string]any{"Count": n})
		}
		v.head.kin.Add(ui.NewChip(words, func() { k.Versions(id) }))
	}
	v.head.fold()
	if id == 0 || k.Count == nil {
		v.kin.Cancel()
		return
	}
	task.Load(v.kin, func(ctx context.Context) ([2]int, error) {
		others, origins, err := k.Count(ctx, id)
		return [2]int{others, origins}, err
	}, func(n [2]int, err error) {
		if err != nil || n[0] == 0 { // a report can be read without
			return
		}
		words := lang.XN("kin.others", "also in {{.Count}} reports", n[0], map[string]any{"Count": n[0]}) + ", " +
			lang.XN("origins.origins", "{{.Count}} origins", n[1], map[string]any{"Count": n[1]})
		v.head.kin.Add(ui.NewChip(words, func() { k.Origins(id) }))
		v.head.fold()
	})
}

package library_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

func TestEveryChangeToANewerLibraryIsRefusedInPlainWordsAndNothingIsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	ids := add(t, l, some(0, 3)...)
	passage := shown(t, l, ids[0], 0)
	brief, err := l.AddBrief(ctx, data.Brief{Title: "Talks"})
	must(t, err)
	must(t, l.SaveSearch(ctx, "mine", "bridge"))
	searches, err := l.Searches(ctx)
	must(t, err)
	must(t, l.Close())
	raw(t, path, `PRAGMA user_version = 99`, `PRAGMA wal_checkpoint(TRUNCATE)`)
	before, err := os.ReadFile(path)
	must(t, err)

	l = open(t, path)
	themes, err := l.Themes(ctx)
	must(t, err)
	for what, err := range map[string]error{
		"add":             second(l.Add(ctx, some(5, 1))),
		"bulk":            l.Bulk(ctx, func(add func([]library.NewReport) ([]library.Added, error)) error { return second(add(some(5, 1))) }),
		"begin an import": second(l.BeginImport(ctx, library.Import{}, nil)),
		"decide":          l.Decide(ctx, []data.PassageID{passage.ID}, other(passage)),
		"describe":        l.Describe(ctx, ids[0], library.Details{Title: "Other"}),
		"mark":            l.Mark(ctx, ids, data.Amber),
		"mark read":       l.MarkRead(ctx, ids, true),
		"remove":          l.Remove(ctx, ids),
		"tag":             l.Tag(ctx, ids, "x"),
		"untag":           l.Untag(ctx, ids, "x"),
		"watch":           l.Watch(ctx, t.TempDir()),
		"undo":            second(l.Undo(ctx)),
		"redo":            second(l.Redo(ctx)),
		"save a search":   l.SaveSearch(ctx, "other", "x"),
		"remove a search": l.RemoveSearch(ctx, searches[0].ID),
		"add a brief":     second(l.AddBrief(ctx, data.Brief{Title: "Other"})),
		"name a brief":    l.DescribeBrief(ctx, brief, "Other", data.Amber),
		"remove a brief":  l.RemoveBrief(ctx, brief),
		"put a step":      second(l.PutStep(ctx, brief, data.BriefStep{}, 0)),
		"keep minutes":    second(l.KeepPresentation(ctx, data.Presentation{Brief: brief})),
		"add a theme":     second(l.AddTheme(ctx, data.Theme{Name: "Other"})),
		"change a theme":  l.ChangeTheme(ctx, themes[0]),
		"remove a theme":  l.RemoveTheme(ctx, themes[0].ID),
		"join actors":     l.JoinActors(ctx, []string{"A", "B"}, "A"),
		"is a version":    l.IsVersion(ctx, ids[0], ids[1]),
		"no version":      l.NotVersion(ctx, ids[0]),
		"reread":          l.Reread(ctx, ids[0], some(0, 1)[0].Reading),
		"reindex":         l.Reindex(ctx, nil),
	} {
		if f := data.FaultOf(err); f == nil || f.Code != data.FaultNewer {
			t.Errorf("%s: %v", what, err)
		}
	}
	sound(t, l)
	must(t, l.Close())
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

func second[T any](_ T, err error) error { return err }

package library

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"gorm.io/gorm"

	"lectern/data"
)

func opened(t *testing.T, path string) *Library {
	t.Helper()
	l, err := Open(context.Background(), Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func oneReport(t *testing.T, l *Library) data.ReportID {
	t.Helper()
	added, err := l.Add(context.Background(), []NewReport{{Report: data.Report{Title: "One"}, Body: "Only this.",
		Reading: data.Reading{Model: "m", Sentences: []data.Sentence{{Span: data.Span{End: 10}, Lane: data.Statement, Attribution: -1}}}}})
	if err != nil {
		t.Fatal(err)
	}
	return added[0].ID
}

func TestOldStepsFallOffTheJournalAndTakeRemovedReportsAlong(t *testing.T) {
	l := opened(t, filepath.Join(t.TempDir(), "l.lectern"))
	ctx := context.Background()
	gone := oneReport(t, l)
	if err := l.Remove(ctx, []data.ReportID{gone}); err != nil {
		t.Fatal(err)
	}
	kept := oneReport(t, l) // the same document again
	if kept == gone {
		t.Fatal("a number was used again")
	}
	texts := func() (n int) {
		l.writer.Raw(`SELECT count(*) FROM reports`).Scan(&n)
		return n
	}
	if texts() != 2 {
		t.Fatal("the removed report is not kept for undo")
	}
	err := l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		return nil, tx.Exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
			INSERT INTO journal (kind, subject, count, who, at, change) SELECT 'tag', 't', 0, '', 0, '{"tag":"t"}' FROM n`, mostSteps).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.MarkRead(ctx, []data.ReportID{kept}, true); err != nil {
		t.Fatal(err)
	}
	if texts() != 1 {
		t.Error("the removed report was not deleted")
	}
	if d, err := l.Document(ctx, kept); err != nil || d.Body != "Only this." {
		t.Error("the text it shared is gone:", err)
	}
	var steps int
	l.writer.Raw(`SELECT count(*) FROM journal`).Scan(&steps)
	if steps != mostSteps {
		t.Errorf("%d steps are kept", steps)
	}
}

func TestAFileNameIsNeverTakenForAnOption(t *testing.T) {
	got, err := address("/data/a?mode=memory&x#y%.lectern", nil)
	if err != nil || !strings.HasPrefix(got, "file:///data/a%3Fmode=memory&x%23y%25.lectern?") {
		t.Errorf("%s, %v", got, err)
	}
}

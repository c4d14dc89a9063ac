package library_test

import (
	"path/filepath"
	"sync"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

func TestAReportThatIsGoneIsSaidToBeGoneNotTheLibrary(t *testing.T) {
	l := fresh(t)
	id := add(t, l, some(0, 1)...)[0]
	passage := shown(t, l, id, 0)
	must(t, l.Remove(ctx, []data.ReportID{id}))
	_, err := l.Original(ctx, id)
	for what, err := range map[string]error{
		"deciding":   l.Decide(ctx, []data.PassageID{passage.ID}, other(passage)),
		"describing": l.Describe(ctx, id, library.Details{Title: "New"}),
		"rereading":  l.Reread(ctx, id, data.Reading{}),
		"original":   err,
	} {
		wantFault(t, err, data.FaultNotFound)
		if subject := data.FaultOf(err).Subject; subject == filepath.Base(l.Path()) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A window that is closed still has loads under way.
func TestReadingWhileTheLibraryClosesFailsAndNoMore(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "l.lectern"))
	add(t, l, some(0, 5)...)
	var readers sync.WaitGroup
	begun := make(chan struct{}, 4)
	for range 4 {
		readers.Go(func() {
			for i := 0; ; i++ {
				_, err := l.IDs(ctx, library.Filter{})
				if err != nil {
					return
				}
				if i == 5 {
					begun <- struct{}{}
				}
			}
		})
	}
	for range 4 {
		<-begun
	}
	must(t, l.Close())
	readers.Wait()
}

package task

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2/test"
)

func TestSlotShowsOnlyTheNewestLoad(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		slot := NewSlot(t.Context())
		var shown []string
		slow := make(chan struct{})
		Load(slot, func(context.Context) (string, error) { <-slow; return "old", nil },
			func(s string, _ error) { shown = append(shown, s) })
		Load(slot, func(context.Context) (string, error) { return "new", nil },
			func(s string, _ error) { shown = append(shown, s) })
		synctest.Wait()
		close(slow)
		synctest.Wait()
		if len(shown) != 1 || shown[0] != "new" {
			t.Fatalf("shown %v, want only the newest", shown)
		}
	})
}

func TestSlotCancelsTheLoadBefore(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		slot := NewSlot(t.Context())
		stopped := false
		Load(slot, func(ctx context.Context) (int, error) {
			<-ctx.Done()
			stopped = true
			return 0, ctx.Err()
		}, func(int, error) { t.Error("a cancelled load was shown") })
		slot.Cancel()
		synctest.Wait()
		if !stopped {
			t.Fatal("the work went on")
		}
	})
}

func TestJobsRunOneAfterAnotherAndReportTheirEnd(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		var ends []error
		atWork, most := 0, 0
		jobs := NewJobs(t.Context(), func(*Job, int) {})
		failed := errors.New("failed")
		for _, want := range []error{nil, failed} {
			jobs.Start("work", func(_ context.Context, p *Progress) error {
				atWork++
				most = max(most, atWork)
				time.Sleep(time.Second)
				atWork--
				return want
			}, func(err error) { ends = append(ends, err) })
			synctest.Wait()
		}
		time.Sleep(3 * time.Second)
		synctest.Wait()
		if most != 1 {
			t.Errorf("%d jobs at once, want 1", most)
		}
		if len(ends) != 2 || ends[0] != nil || !errors.Is(ends[1], failed) {
			t.Errorf("ends %v, want nil and the failure", ends)
		}
	})
}

func TestJobCanBeCancelled(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		var end error
		jobs := NewJobs(t.Context(), func(*Job, int) {})
		j := jobs.Start("work", func(ctx context.Context, _ *Progress) error {
			<-ctx.Done()
			return ctx.Err()
		}, func(err error) { end = err })
		synctest.Wait()
		j.Cancel()
		synctest.Wait()
		if !errors.Is(end, context.Canceled) {
			t.Fatalf("ended with %v, want cancelled", end)
		}
	})
}

func TestRelayCarriesEverythingInFewCalls(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		var got []int
		calls := 0
		relay := NewRelay(func(news []int) { calls++; got = append(got, news...) })
		for i := range 1000 {
			relay.Send(i)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if len(got) != 1000 || got[0] != 0 || got[999] != 999 {
			t.Fatalf("%d of 1000 came through", len(got))
		}
		if calls > 3 {
			t.Errorf("%d calls for one burst", calls)
		}
	})
}

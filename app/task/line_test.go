package task

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2/test"
)

func TestChangesAreAllMadeInOrderAlsoWhenTheWindowCloses(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, end := context.WithCancel(t.Context())
		line := NewLine(ctx)
		var made, shown []int
		for i := range 5 {
			Change(line, func(ctx context.Context) (int, error) {
				time.Sleep(time.Duration(5-i) * time.Second) // the later, the quicker
				if ctx.Err() == nil {
					made = append(made, i)
				}
				return i, nil
			}, func(i int, _ error) { shown = append(shown, i) })
		}
		time.Sleep(10 * time.Second) // the first two take nine
		synctest.Wait()
		end()
		line.Wait(time.Minute)
		synctest.Wait()
		if !slices.Equal(made, []int{0, 1, 2, 3, 4}) || !slices.Equal(shown, []int{0, 1}) {
			t.Errorf("made %v, shown %v", made, shown)
		}
	})
}

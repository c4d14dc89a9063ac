package reading

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lectern/data"
)

// slow is a library that another change keeps busy for a moment.
type slow struct {
	Store
	free chan struct{}
}

func (s slow) Decide(ctx context.Context, passages []data.PassageID, lane data.Lane) error {
	<-s.free
	return s.Store.Decide(ctx, passages, lane)
}

func TestEveryDecisionIsKeptHoweverQuicklyTheNextFollows(t *testing.T) {
	r := openRoom(t, body)
	busy := slow{Store: r.config.Store, free: make(chan struct{})}
	r.config.Store = busy
	first, second := r.find(t, "monitors"), r.find(t, "giving in")
	r.choose(first, original)
	r.TypedRune('b')
	r.choose(second, original)
	r.TypedRune('c')
	close(busy.free)
	r.config.Changes.Wait(20 * time.Second)
	doc, err := r.lib.Document(t.Context(), r.id)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[int]data.Lane{first: data.Background, second: data.Caveat} {
		if d := doc.Passages[i].Decision; d == nil || d.Lane != want {
			t.Errorf("%q: %+v, want %s", doc.Passages[i].In(doc.Body), d, want)
		}
	}
}

// In a language that is shown without lanes there is nothing to accept.
func TestAcceptingWhereNoLaneIsProposedChangesNothing(t *testing.T) {
	r := openRoom(t, "שר החוץ אמר ביום חמישי כי המעבר ייפתח במרץ.\n\nהאומות המאוחדות בירכו על ההודעה.")
	r.choose(0, original)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.config.Changes.Wait(20 * time.Second)
	select {
	case err := <-r.failed:
		t.Error(err)
	default:
	}
	doc, err := r.lib.Document(t.Context(), r.id)
	if err != nil {
		t.Fatal(err)
	}
	if d := doc.Passages[0].Decision; d != nil {
		t.Errorf("decided: %+v", d)
	}
}

package reading

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lectern/data"
)

func TestAAcceptsWhatWaitsForReviewAndAddsEverythingElse(t *testing.T) {
	r := openRoom(t, body)
	var got []Adding
	asked := false
	r.config.Add = func(what Adding, ask bool) { got, asked = append(got, what), ask }
	at := r.doubt(t, "giving in")[0]
	r.choose(at, original)
	r.TypedRune('a')
	r.config.Changes.Wait(20 * time.Second)
	r.follow(t)
	if len(got) != 0 || r.doc.Passages[at].Decision == nil {
		t.Fatalf("while it waits for review, A added %v and decided %v", got, r.doc.Passages[at].Decision)
	}
	r.choose(at, original)
	r.TypedRune('a')
	if len(got) != 1 || got[0] != (Adding{Report: r.id, Passage: r.doc.Passages[at].ID}) || asked {
		t.Fatalf("then A added %+v, asked %v", got, asked)
	}
	r.unchoose()
	r.TypedRune('A')
	if len(got) != 2 || got[1] != (Adding{Report: r.id}) || !asked {
		t.Errorf("with nothing chosen Shift+A added %+v, asked %v", got, asked)
	}
}

func TestSelectedWordsAreAddedAsTheyStandInTheText(t *testing.T) {
	r := openRoom(t, body)
	var got Adding
	r.config.Add = func(what Adding, _ bool) { got = what }
	r.columns[original].page.SelectAll()
	r.TypedRune('ф') // the key of A on a Ukrainian keyboard
	if words := got.Words.In(r.doc.Body); !strings.HasPrefix(words, "Talvora agrees") || !strings.HasSuffix(words, "first.") {
		t.Errorf("added %q", words)
	}
	r.passageMenu(original, strings.Index(body, "Analysts"), fyne.NewPos(0, 0))
	found := false
	for _, item := range r.menu {
		found = found || item.Label == "Add selection to brief"
	}
	if !found {
		t.Error("the menu does not offer to add the selection")
	}
	r.columns[original].page.ClearSelection()
	lane := r.columns[columnOf(data.Statement)].page
	if len(lane.Blocks()) < 2 {
		t.Fatal("the lane should have several cards")
	}
	lane.SelectAll()
	r.AddToBrief(false)
	if got.Words.Len() > 0 {
		t.Errorf("several cards were added as if they stood in a row: %q", got.Words.In(r.doc.Body))
	}
}

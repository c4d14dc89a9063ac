package reading

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/split"
)

// room is a reading view on a real library, in a window of the test driver.
type room struct {
	*View
	lib    *library.Library
	id     data.ReportID
	said   chan string
	failed chan error
	copied string
	menu   []*fyne.MenuItem
}

const body = `Talvora agrees to talk
"We will open the bridge within two weeks," President Jelna Korvath said on Monday.
Analysts cautioned that any pause would need monitors.
Opposition leader Radko Imrin accused her of giving in.
The bridge was closed in May.
- Prisoners are to be exchanged first.
`

func openRoom(t *testing.T, text string) *room {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(look.Settings{Mode: look.Light, Scale: 100, Measure: 75}, false))
	lib, err := library.Open(t.Context(), library.Config{Path: filepath.Join(t.TempDir(), "t.lectern"), Who: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	added, err := lib.Add(t.Context(), []library.NewReport{{
		Report:  data.Report{Title: "Talvora agrees to talk", Publisher: "Courier", Published: time.Date(2026, 10, 6, 0, 0, 0, 0, time.UTC)},
		Body:    text,
		Reading: split.NewRules().Split(text, split.Hints{Title: "Talvora agrees to talk"}),
	}})
	if err != nil {
		t.Fatal(err)
	}
	r := &room{lib: lib, id: added[0].ID, said: make(chan string, 9), failed: make(chan error, 9)}
	r.View = New(Config{
		Context: t.Context(), Store: lib, Prefs: a.Preferences(),
		Back: func() {}, Edit: func(data.Report) {}, Looks: func(fyne.CanvasObject) {},
		Say: func(s string) { r.said <- s }, Failed: func(err error) { r.failed <- err },
		Menu: func(items []*fyne.MenuItem, _ fyne.Position) { r.menu = items },
		Copy: func(s string) { r.copied = s },
	})
	w := test.NewTempWindow(t, r.Content())
	w.Resize(fyne.NewSize(1280, 800))
	ready := make(chan struct{})
	r.Open(Place{Report: r.id, At: -1}, func() { close(ready) })
	r.wait(t, ready)
	return r
}

func (r *room) wait(t *testing.T, ready <-chan struct{}) {
	t.Helper()
	select {
	case <-ready:
	case err := <-r.failed:
		t.Fatal(err)
	case <-time.After(20 * time.Second):
		t.Fatal("nothing happened")
	}
}

// follow looks at the library again, as the shell does after a change.
func (r *room) follow(t *testing.T) {
	t.Helper()
	ready := make(chan struct{})
	was := r.chosen
	r.Open(Place{Report: r.id, At: -1}, func() { close(ready) })
	r.wait(t, ready)
	r.choose(was, r.from)
}

// find is the index of the passage with these words.
func (r *room) find(t *testing.T, words string) int {
	t.Helper()
	for i, p := range r.doc.Passages {
		if strings.Contains(p.In(r.doc.Body), words) {
			return i
		}
	}
	t.Fatalf("no passage with %q", words)
	return none
}

func (r *room) cards(l data.Lane) []int {
	var keys []int
	for _, b := range r.columns[columnOf(l)].page.Blocks() {
		keys = append(keys, b.Key)
	}
	return keys
}

func TestEveryVoiceStandsInItsLaneBesideTheOriginal(t *testing.T) {
	r := openRoom(t, body)
	for lane, words := range map[data.Lane]string{
		data.Statement: "open the bridge", data.Caveat: "monitors", data.Reaction: "giving in",
	} {
		if i := r.find(t, words); !slices.Contains(r.cards(lane), i) {
			t.Errorf("%q is not under %s but %s", words, lane, r.doc.Passages[i].Shown())
		}
	}
	shown := ""
	for _, b := range r.columns[original].page.Blocks() {
		if got := b.Span().In(r.doc.Body); got != b.Text {
			t.Errorf("the block %q claims to stand where %q stands", b.Text, got)
		}
		shown += b.Text + " "
	}
	for _, word := range strings.Fields(strings.ReplaceAll(body, "- ", "")) {
		if !strings.Contains(shown, word) {
			t.Errorf("the original lacks %q", word)
		}
	}
}

func TestChoosingBringsTheCounterpartToTheSameHeight(t *testing.T) {
	r := openRoom(t, strings.Repeat(body, 30))
	i := r.find(t, "monitors") + 60
	for r.doc.Passages[i].Shown() != data.Caveat {
		i++
	}
	r.choose(i, original)
	r.reveal()
	r.align(original)
	text, _ := r.heightIn(original)
	card, seen := r.heightIn(columnOf(data.Caveat))
	if !seen || card < text-1 || card > text+1 {
		t.Fatalf("words at %v, card at %v (in sight: %v)", text, card, seen)
	}
	if !r.link.box.Visible() {
		t.Error("no line joins them")
	}
	if got := r.columns[columnOf(data.Statement)].page.Chosen(); got.None() {
		t.Error("the other lanes are not dimmed")
	}
}

func TestKeysWalkAndMovePassagesAndUndoBringsThemBack(t *testing.T) {
	r := openRoom(t, body)
	i := r.find(t, "closed in May")
	r.choose(i-1, original)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if r.chosen != i {
		t.Fatalf("Down went to passage %d, want %d", r.chosen, i)
	}
	was := r.doc.Passages[i].Shown()
	r.TypedRune('С') // the Cyrillic letter on the key C
	<-r.said
	r.follow(t)
	if got := r.doc.Passages[i]; got.Shown() != data.Caveat || got.Decision == nil || got.Decision.By != "Ada" {
		t.Fatalf("after C: %+v", got.Decision)
	}
	if !slices.Contains(r.cards(data.Caveat), i) {
		t.Error("the card is not in the lane")
	}
	if _, err := r.lib.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.follow(t)
	if got := r.doc.Passages[i].Shown(); got != was {
		t.Errorf("after undo it is %s, was %s", got, was)
	}
}

func TestRightGoesFromTheOriginalToTheCard(t *testing.T) {
	r := openRoom(t, body)
	i := r.find(t, "open the bridge")
	r.choose(i, original)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if r.from != columnOf(data.Statement) || r.chosen != i {
		t.Fatalf("at %d in %s, want %d in statement", r.chosen, r.from, i)
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.chosen != none {
		t.Error("Esc did not let it go")
	}
}

func TestCopyCarriesSpeakerAndSource(t *testing.T) {
	r := openRoom(t, body)
	i := r.find(t, "open the bridge")
	r.passageMenu(columnOf(data.Statement), r.doc.Passages[i].Start, fyne.NewPos(0, 0))
	r.menu[len(r.menu)-1].Action()
	for _, want := range []string{"open the bridge", "Jelna Korvath", "Talvora agrees to talk", "Courier", "2026"} {
		if !strings.Contains(r.copied, want) {
			t.Errorf("copied %q lacks %q", r.copied, want)
		}
	}
}

func TestALibraryThatCannotBeWrittenSaysSoAndStaysAsItIs(t *testing.T) {
	r := openRoom(t, body)
	r.config.Store = refusing{r.lib}
	i := r.find(t, "closed in May")
	r.choose(i, original)
	r.TypedRune('r')
	if err := <-r.failed; data.FaultOf(err).Code != data.FaultReadOnly {
		t.Fatalf("told %v", err)
	}
	if r.doc.Passages[i].Decision != nil {
		t.Error("shown as decided")
	}
}

// refusing is a library open for reading only.
type refusing struct{ Store }

func (refusing) Decide(context.Context, []data.PassageID, data.Lane) error {
	return &data.Fault{Code: data.FaultReadOnly}
}

func TestANarrowWindowShowsTheOriginalAndOneLane(t *testing.T) {
	r := openRoom(t, body)
	r.rows.Resize(fyne.NewSize(700, 600))
	if got := r.visible(); !slices.Equal(got, []columnID{original, "statement"}) {
		t.Fatalf("visible %v", got)
	}
	r.press("caveat")
	if got := r.visible(); !slices.Equal(got, []columnID{original, "caveat"}) {
		t.Fatalf("after its pill: %v", got)
	}
	r.rows.Resize(fyne.NewSize(1280, 600))
	if got := r.visible(); len(got) != 4 {
		t.Fatalf("wide again: %v", got)
	}
}

func TestEveryLookShowsTheReport(t *testing.T) {
	r := openRoom(t, body)
	for _, mode := range append(look.Modes(), look.Projector) {
		for _, scale := range []int{look.MinScale, 100, look.MaxScale} {
			fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Settings{Mode: mode, Scale: scale}, false))
			r.Restyle()
			if len(r.cards(data.Statement)) == 0 {
				t.Errorf("%s at %d %%: no cards", mode, scale)
			}
		}
	}
}

func BenchmarkShow(b *testing.B) {
	for _, words := range []int{1_000, 100_000} {
		b.Run(fmt.Sprintf("%d words", words), func(b *testing.B) {
			text := strings.Repeat(body, words/45)
			a := test.NewTempApp(b)
			a.Settings().SetTheme(look.NewTheme(look.Settings{Mode: look.Light, Scale: 100, Measure: 75}, false))
			doc := data.Document{Report: data.Report{ID: 1, Title: "Long"}, Body: text}
			reading := split.NewRules().Split(text, split.Hints{})
			doc.Attributions = reading.Attributions
			for i, s := range reading.Sentences {
				doc.Passages = append(doc.Passages, data.Passage{ID: data.PassageID(i + 1), Sentence: s})
			}
			for b.Loop() {
				b.StopTimer() // the window is there when a report is opened; no word is measured yet
				v := New(Config{Context: b.Context(), Prefs: a.Preferences()})
				w := test.NewTempWindow(b, v.Content())
				w.Resize(fyne.NewSize(1280, 800))
				b.StartTimer()
				v.show(opened{doc: doc}, -1)
			}
		})
	}
}

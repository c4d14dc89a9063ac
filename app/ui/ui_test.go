package ui

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"lectern/app/look"
	"lectern/data"
)

func TestFitNeverTakesMoreRoomThanThereIs(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringMatching(`[A-Za-zА-яЇїІі ,;]{0,300}`).Draw(t, "words")
		room := float32(rapid.IntRange(20, 900).Draw(t, "room"))
		got := Fit(words, room, 13, fyne.TextStyle{})
		if !utf8.ValidString(got) {
			t.Fatalf("%q is cut within a character", got)
		}
		if w := fyne.MeasureText(got, 13, fyne.TextStyle{}).Width; w > room {
			t.Fatalf("%q takes %v of %v", got, w, room)
		}
		if got != words {
			head := strings.TrimSuffix(got, "…")
			if head == got || !strings.HasPrefix(words, head) {
				t.Fatalf("%q is not the beginning of %q", got, words)
			}
		}
	})
}

func TestFitLeavesWhatFitsAlone(t *testing.T) {
	test.NewTempApp(t)
	if got := Fit("Short, ", 500, 13, fyne.TextStyle{}); got != "Short, " {
		t.Errorf("it became %q", got)
	}
	long := strings.Repeat("word ", 40)
	if got := Fit(long, 300, 13, fyne.TextStyle{}); len(got) < 25 {
		t.Errorf("only %q is left of 300 units", got)
	}
}

// plain is a row that says its number.
type plain struct {
	words *canvas.Text
	index int
}

func (p *plain) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{p.words} }
func (p *plain) Show(index int, _ fyne.Size)  { p.index = index; p.words.Text = fmt.Sprint(index) }

func newPlainRows(t testing.TB, n int) (*Rows, *int) {
	test.NewTempApp(t)
	made := 0
	r := NewRows()
	r.Length = func() int { return n }
	r.Height = func() float32 { return 50 }
	r.Create = func() Row { made++; return &plain{words: canvas.NewText("", nil)} }
	w := test.NewTempWindow(t, r)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 500))
	return r, &made
}

func TestOnlyRowsInSightAreMade(t *testing.T) {
	r, made := newPlainRows(t, 1_000_000)
	for range 200 {
		r.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -137)})
	}
	r.SetCurrent(999_999)
	if *made > 24 {
		t.Errorf("%d rows were made for 10 in sight", *made)
	}
	last := r.shown[999_999]
	if last == nil || last.box.Position().Y != 450 {
		t.Fatalf("the last of a million rows does not stand at the foot: %v", last)
	}
}

func TestRowsFollowKeysAndClicks(t *testing.T) {
	r, _ := newPlainRows(t, 100)
	var did []string
	r.OnOpen = func(i int) { did = append(did, fmt.Sprint("open ", i)) }
	r.OnContext = func(i int, _ fyne.Position) { did = append(did, fmt.Sprint("menu ", i)) }
	r.OnLeave = func() { did = append(did, "leave") }
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			r.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	key(fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyEnter, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyHome)
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 160)})
	r.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(20, 60)})
	if got := strings.Join(did, ", "); got != "leave, open 2, open 11, open 99, open 3, menu 1" {
		t.Errorf("did %s", got)
	}
}

func TestThumbReachesBothEnds(t *testing.T) {
	r, _ := newPlainRows(t, 10_000)
	grab := func(y float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(395, y)}}
	}
	r.MouseDown(grab(5))
	r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(395, 600)}})
	r.MouseUp(grab(600))
	if _, end := r.Seen(); end != 10_000 {
		t.Errorf("dragged down it shows up to %d", end)
	}
	r.MouseDown(grab(480))
	r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(395, -50)}})
	if first, _ := r.Seen(); first != 0 {
		t.Errorf("dragged up it shows from %d", first)
	}
}

func TestRowsThatWentAwayLeaveTheListInOrder(t *testing.T) {
	r, _ := newPlainRows(t, 100)
	r.SetCurrent(99)
	r.Length = func() int { return 3 }
	r.Refresh()
	if first, end := r.Seen(); first != 0 || end != 3 || r.Current() != 2 {
		t.Errorf("shows %d to %d, current %d", first, end, r.Current())
	}
	r.Length = func() int { return 0 }
	r.Refresh()
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.Current() != -1 {
		t.Errorf("current is %d of none", r.Current())
	}
}

func TestWidgetsTakeOnANewLookAtOnce(t *testing.T) {
	app := test.NewTempApp(t)
	pill := NewToggle(data.Caveat, "C", "Caveats", func() {})
	pill.Set(true, "Caveats 12")
	test.NewTempWindow(t, pill)
	for _, mode := range look.Modes() {
		worn := look.NewTheme(look.Settings{Mode: mode, Scale: 100}, false)
		app.Settings().SetTheme(worn)
		pill.Refresh()
		box := test.WidgetRenderer(pill).Objects()[0].(*canvas.Rectangle)
		if box.FillColor != worn.Palette.Caveat.Wash {
			t.Errorf("%s: the pill is %v", mode, box.FillColor)
		}
	}
}

func TestSearchBoxClearsAndThenLeaves(t *testing.T) {
	test.NewTempApp(t)
	var typed []string
	left := 0
	b := NewSearchBox("Search", func(s string) { typed = append(typed, s) })
	b.OnLeave = func() { left++ }
	b.SetText("grain")
	for range 2 {
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	if got := fmt.Sprintf("%q", typed); got != `["grain" ""]` || left != 1 {
		t.Errorf("typed %s, left %d times", got, left)
	}
}

func TestEverythingCanBePressedByKey(t *testing.T) {
	test.NewTempApp(t)
	pressed := 0
	do := func() { pressed++ }
	for _, w := range []fyne.Focusable{
		NewButton(Strong, "Keep", "", do), NewChip("river", do), NewRemovable("river", do), NewOption(data.NoLane, "Courier", "3", do),
	} {
		w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		w.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
	NewRemovable("river", do).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if pressed != 9 {
		t.Errorf("pressed %d times, want 9", pressed)
	}
}

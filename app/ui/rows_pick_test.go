package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// picks keeps the chosen rows of a test.
type picks map[int]bool

func (p picks) Picked(i int) bool { return p[i] }
func (p picks) Any() bool         { return len(p) > 0 }
func (p picks) Pick(how Pick, first, last int) {
	if how == PickNone || how == PickOnly {
		clear(p)
	}
	for i := first; i <= last && how != PickNone; i++ {
		if how == PickOther && p[i] {
			delete(p, i)
		} else {
			p[i] = true
		}
	}
}

func TestRowsAreChosenAsInOtherPrograms(t *testing.T) {
	r, _ := newPlainRows(t, 100)
	chosen, opened := picks{}, 0
	r.Picks, r.OnOpen = chosen, func(int) { opened++ }
	r.OnContext = func(int, fyne.Position) {}
	click := func(row int, held fyne.KeyModifier) {
		at := fyne.PointEvent{Position: fyne.NewPos(120, float32(row*50+20))}
		r.MouseDown(&desktop.MouseEvent{PointEvent: at, Modifier: held})
		r.Tapped(&at)
	}
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			r.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	shifted := func(names ...fyne.KeyName) {
		r.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		key(names...)
		r.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	want := func(after string, rows ...int) {
		t.Helper()
		var got []int
		for i := range chosen {
			got = append(got, i)
		}
		slices.Sort(got)
		if fmt.Sprint(got) != fmt.Sprint(rows) {
			t.Errorf("after %s: %v are chosen, want %v", after, got, rows)
		}
	}
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	click(2, ctrl)
	click(5, ctrl)
	want("two Ctrl clicks", 2, 5)
	click(7, shift)
	want("a Shift click", 5, 6, 7)
	click(3, shift)
	want("a Shift click to the other side", 3, 4, 5)
	click(1, ctrl)
	click(2, ctrl|shift)
	want("Ctrl+Shift", 1, 2, 3, 4, 5)
	shifted(fyne.KeyDown, fyne.KeyDown)
	want("Shift+Down twice", 1, 2, 3, 4)
	shifted(fyne.KeyUp)
	want("and once back", 1, 2, 3)
	r.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: ctrl})
	r.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: ctrl})
	key(fyne.KeySpace)
	want("Ctrl+Down past one, and space", 1, 2, 3, 5)
	if opened != 0 {
		t.Errorf("choosing opened %d reports", opened)
	}
	r.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(120, 120)})
	want("a secondary click on a chosen row", 1, 2, 3, 5)
	key(fyne.KeyDown)
	want("an arrow alone")
	r.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(chosen) != 100 {
		t.Errorf("Ctrl+A chose %d of 100", len(chosen))
	}
	r.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(120, 120)})
	if len(chosen) != 100 {
		t.Error("a secondary click let go of what it was made on")
	}
	click(4, 0)
	want("a click alone")
	if opened != 1 {
		t.Error("a click alone did not open")
	}
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(12, 120)})
	want("a click on the tick", 2)
}

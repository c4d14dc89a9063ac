package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestARowIsDraggedElsewhere(t *testing.T) {
	r, _ := newPlainRows(t, 20)
	var did []string
	r.OnMove = func(from, to int) { did = append(did, fmt.Sprint(from, " to ", to)) }
	drag := func(from, to float32, end func()) {
		at := func(y float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(60, y)} }
		r.MouseDown(&desktop.MouseEvent{PointEvent: at(from)})
		r.Dragged(&fyne.DragEvent{PointEvent: at((from + to) / 2)})
		r.Dragged(&fyne.DragEvent{PointEvent: at(to)})
		end()
	}
	drag(20, 140, r.DragEnd)  // rows are 50 high: below the third
	drag(220, 60, r.DragEnd)  // above the second
	drag(120, 130, r.DragEnd) // back where it was
	drag(20, 300, func() {    // given up
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		r.DragEnd()
	})
	if got := strings.Join(did, ", "); got != "0 to 2, 4 to 1" {
		t.Errorf("moved %s", got)
	}
	for range 60 {
		drag(20, 495, func() {}) // held at the foot, the list goes on
	}
	r.DragEnd()
	if got := did[len(did)-1]; !strings.HasSuffix(got, "to 19") {
		t.Errorf("held at the foot it moved %s", got)
	}
}

func TestARowIsDraggedOutOfTheList(t *testing.T) {
	r, _ := newPlainRows(t, 20)
	var did []string
	r.OnCarry = func(at fyne.Position, how Carried) { did = append(did, fmt.Sprint(at.X, " ", how)) }
	drag := func(end func()) {
		r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 120)}})
		r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, -40), AbsolutePosition: fyne.NewPos(300, 10)}})
		end()
	}
	drag(r.DragEnd)
	drag(func() {
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		r.DragEnd()
	})
	if got := strings.Join(did, ", "); got != "300 0, 300 1, 300 0, 300 2" || r.Current() != 2 {
		t.Errorf("told %s, row %d is current", got, r.Current())
	}
}

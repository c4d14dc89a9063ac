package stage

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"lectern/data"
)

func TestARehearsalFillsNoDisplayAndLeavesNoMinutes(t *testing.T) {
	l, id, _ := made(t, 4, 2, data.Unmarked)
	d := &displays{second: true}
	staged(t, l, id, d, func(s *Stage, settle func()) {
		s.typedRune('r')
		settle()
		presenter, room := s.Windows()
		if s.session == nil || room == nil || presenter.FullScreen() || room.FullScreen() || d.filled > 0 || d.awake {
			t.Fatalf("begun %v, a window for the room %v, displays filled %d, kept awake %v", s.session != nil, room != nil, d.filled, d.awake)
		}
		s.typedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		settle()
		if s.session.At().Step+s.session.At().View == 0 {
			t.Error("a key did not lead it on")
		}
		d.second = false
		s.windows.watch()
		if _, room := s.Windows(); room == nil {
			t.Error("a display that goes away ends the room's window")
		}
		if s.Live() {
			t.Error("it counts as shown to a room")
		}
		s.Close()
		settle()
		if all, err := l.Presentations(context.Background(), 0); err != nil || len(all) > 0 {
			t.Errorf("minutes: %v, %v", all, err)
		}
	})
}

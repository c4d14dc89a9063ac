package stage

import (
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/ui/scene"
	"lectern/data/brief"
)

// onStage runs test with a brief that is live on two displays, at its third step.
func onStage(t *testing.T, test func(s *Stage, settle func())) {
	t.Helper()
	l, id, _ := made(t, 8, 2, "")
	staged(t, l, id, &displays{second: true}, func(s *Stage, settle func()) {
		s.GoLive()
		settle()
		press(s, fyne.KeySpace)
		s.session.GoTo(2)
		s.render()
		test(s, settle)
	})
}

// Keyboards and clickers send different keys for the same.
func TestEveryKeyOfAMoveMoves(t *testing.T) {
	onStage(t, func(s *Stage, _ func()) {
		for way, keys := range map[int][]fyne.KeyName{
			1:  {fyne.KeyPageDown, fyne.KeyRight, fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter},
			-1: {fyne.KeyPageUp, fyne.KeyLeft, fyne.KeyUp, fyne.KeyBackspace},
		} {
			for _, k := range keys {
				s.session.GoTo(2)
				s.render()
				if way > 0 {
					for range s.session.Views(2) {
						press(s, k)
					}
				} else {
					press(s, k)
				}
				if at := s.session.At().Step; at != 2+way {
					t.Errorf("%s leads from step 2 to step %d", k, at)
				}
			}
		}
		press(s, fyne.KeyEnd)
		if at := s.session.At().Step; at != 7 {
			t.Errorf("End leads to step %d", at)
		}
		press(s, fyne.KeyHome)
		if at := s.session.At().Step; at != 0 {
			t.Errorf("Home leads to step %d", at)
		}
	})
}

// A letter does the same in small and large, and where the keyboard is switched
// to Ukrainian.
func TestLettersWorkOnEveryLayoutOfTheKeyboard(t *testing.T) {
	onStage(t, func(s *Stage, _ func()) {
		states := map[string]func() bool{
			"bBиИюЮ.": s.session.Blacked,
			"fFаА":    s.session.Frozen,
			"hHрР":    s.session.Covered,
			"oOщЩ":    func() bool { return s.session.Room().Kind == brief.OriginalScene },
			"zZяЯ":    func() bool { return s.session.Room().Zoom },
			"sSіІ":    func() bool { return s.session.Room().Spotlight },
			"tTеЕ":    func() bool { return s.windows.swapped },
			"?":       func() bool { return s.console.listing },
		}
		for runes, on := range states {
			for _, r := range runes {
				for _, want := range []bool{true, false} {
					if s.typedRune(r); on() != want {
						t.Errorf("%c: %v, want %v", r, on(), want)
					}
				}
			}
		}
		for _, r := range "gGпП" {
			s.typedRune(r)
			s.typedRune('5')
			press(s, fyne.KeyReturn)
			if at := s.session.At().Step; at != 4 {
				t.Errorf("%c 5 Enter leads to step %d", r, at)
			}
			press(s, fyne.KeyHome)
		}
		for _, r := range "qQйЙ/" {
			s.typedRune(r)
			if !s.drawer.open {
				t.Errorf("%c does not open the drawer", r)
			}
			press(s, fyne.KeyEscape)
			if s.drawer.open {
				t.Errorf("Esc does not close what %c opened", r)
			}
		}
		press(s, fyne.KeyPeriod) // comes besides the character
		if s.session.Blacked() {
			t.Error("the full stop counts twice")
		}
		press(s, fyne.KeyTab)
		if !s.session.Looking() {
			t.Error("Tab does not show the overview")
		}
		press(s, fyne.KeyEscape, fyne.KeyF1)
		if s.session.Looking() || !s.console.listing {
			t.Error("Esc leaves the overview, F1 lists the keys: neither")
		}
	})
}

func TestEscLeavesEverySpecialState(t *testing.T) {
	onStage(t, func(s *Stage, _ func()) {
		was := s.session.Room()
		for _, r := range "bfhozsq?g" {
			s.typedRune(r)
			press(s, fyne.KeyEscape)
			if s.session.Room() != was || s.session.Frozen() || s.drawer.open || s.console.listing || s.keys.going || s.keys.ending {
				t.Errorf("after %c and Esc the room sees %+v", r, s.session.Room())
			}
		}
	})
}

func TestTypeIsNeverSmallerThanTheFloor(t *testing.T) {
	onStage(t, func(s *Stage, _ func()) {
		for range 30 {
			s.typedRune('-')
		}
		if s.share != scene.Floor {
			t.Errorf("the smallest share is %v", s.share)
		}
		for range 30 {
			s.typedRune('+')
		}
		if s.share != scene.Largest {
			t.Errorf("the largest share is %v", s.share)
		}
	})
}

// With one display the drawer comes up over the room's view, and Esc brings that
// back; the notes are where they were.
func TestTheDrawerLeavesOneDisplayAsItWas(t *testing.T) {
	l, id, _ := made(t, 4, 1, "")
	staged(t, l, id, &displays{}, func(s *Stage, settle func()) {
		s.GoLive()
		settle()
		for _, front := range []bool{true, false} {
			if s.windows.front != front {
				s.typedRune('t')
			}
			s.typedRune('q')
			settle()
			if s.windows.front {
				t.Fatal("the drawer is open and not in front")
			}
			press(s, fyne.KeyEscape)
			settle()
			if s.windows.front != front {
				t.Errorf("after Esc the room's view is in front: %v, before %v", s.windows.front, front)
			}
		}
		notes := s.console.scroll
		if !notes.Visible() || notes.Size().Height < 50 || notes.Size() != s.console.side.Size() {
			t.Errorf("the notes are %v of %v", notes.Size(), s.console.side.Size())
		}
	})
}

// Whatever window the room sees fills its display: nothing of the library shows
// beside it.
func TestTheRoomsWindowFillsItsDisplay(t *testing.T) {
	l, id, _ := made(t, 4, 1, "")
	d := &displays{second: true}
	staged(t, l, id, d, func(s *Stage, settle func()) {
		s.GoLive()
		settle()
		s.typedRune('t')
		if !s.windows.main.FullScreen() {
			t.Error("swapped, the room's window does not fill the display")
		}
		s.typedRune('t')
		if s.windows.main.FullScreen() {
			t.Error("swapped back, the console still fills the display")
		}
		d.second = false
		s.windows.watch()
		settle()
		if !s.windows.main.FullScreen() {
			t.Error("with one display left, its window does not fill it")
		}
	})
}

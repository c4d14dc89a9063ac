package brief

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"lectern/data"
)

// step is a step that quotes something of this marking.
func step(id int, marking data.Marking, minutes int) data.BriefStep {
	return data.BriefStep{ID: data.StepID(id), Kind: data.StatementStep, Minutes: minutes,
		Main: data.Quote{Report: 1, Span: data.Span{Start: 0, End: 5}, Words: "Words", Title: "A report", Marking: marking}}
}

func session(t interface{ Helper() }, steps ...data.BriefStep) *Session {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	return NewSession(SessionConfig{Brief: data.Brief{Steps: steps}, Clock: func() time.Time {
		now = now.Add(time.Second)
		return now
	}})
}

func TestStepsAreShownViewByView(t *testing.T) {
	s := session(t, step(1, "", 0), step(2, "", 0))
	s.SetViews(0, 2)
	var seen []Place
	for {
		seen = append(seen, s.Room().Place)
		if !s.Do(Forward) {
			break
		}
	}
	want := []Place{{0, 0}, {0, 1}, {1, 0}}
	if len(seen) != len(want) || seen[1] != want[1] || seen[2] != want[2] {
		t.Fatalf("seen %v", seen)
	}
	s.Do(Back)
	if s.At() != (Place{0, 1}) {
		t.Errorf("back leads to %v, want the last view of the step before", s.At())
	}
}

func TestAFreezeKeepsTheRoomWhereItIs(t *testing.T) {
	s := session(t, step(1, "", 0), step(2, "", 0))
	s.Do(Freeze)
	s.Do(Forward)
	if s.Room().Place.Step != 0 || s.Preview().Place.Step != 1 {
		t.Errorf("the room sees %v, the presenter %v", s.Room(), s.Preview())
	}
	s.Do(Leave)
	if s.Room().Place.Step != 1 {
		t.Error("the room stays frozen")
	}
}

func TestNobodyMovesOnUnseen(t *testing.T) {
	for _, cover := range []Command{Black, Hide} {
		s := session(t, step(1, "", 0), step(2, "", 0))
		s.Do(cover)
		if kind := s.Room().Kind; kind != BlackScene && kind != HiddenScene {
			t.Fatalf("the room sees %s", kind)
		}
		s.Do(Forward)
		if s.Room() != (Scene{Kind: StepScene}) {
			t.Errorf("after %s and a step the room sees %+v", cover, s.Room())
		}
	}
}

func TestAnAnswerReturnsToTheExactPlace(t *testing.T) {
	s := session(t, step(1, "", 0), step(2, "", 0))
	s.SetViews(1, 3)
	s.GoTo(1)
	s.Do(Forward)
	s.Do(Black)
	s.Answer(Answer{Question: "What of prisoners?", Quotes: []data.Quote{{Words: "All for all", Title: "B"}}})
	if s.Room().Kind != AnswerScene {
		t.Fatalf("the room sees %+v", s.Room())
	}
	s.Do(Leave)
	if s.Room() != (Scene{Kind: StepScene, Place: Place{1, 1}}) {
		t.Errorf("after the answer the room sees %+v", s.Room())
	}
	shown := s.Minutes().Showings
	if len(shown) != 4 || shown[2].Question != "What of prisoners?" || shown[2].Title != "B" || shown[3].Step != 2 {
		t.Errorf("minutes: %+v", shown)
	}
}

func TestWhatIsAboveTheRoomIsWithheld(t *testing.T) {
	b := data.Brief{Level: data.Amber, Steps: []data.BriefStep{step(1, data.Red, 1), step(2, data.Green, 2), step(3, "", 3)}}
	s := NewSession(SessionConfig{Brief: b})
	if s.Withheld() != 1 || len(s.Brief().Steps) != 2 || s.Brief().Steps[0].ID != 2 {
		t.Errorf("withheld %d, shown %v", s.Withheld(), s.Brief().Steps)
	}
	b.Steps[1].With = []data.Quote{{Marking: data.AmberStrict}}
	if _, n := ForRoom(b); n != 2 {
		t.Errorf("a caveat above the room's level is shown: %d withheld", n)
	}
	if c := CheckRoom(b, nil); c.Withheld != 2 || c.Steps != 1 || c.Minutes != 3 || c.Unmarked != 1 {
		t.Errorf("check: %+v", c)
	}
}

func TestWhatWouldLeakIsNamed(t *testing.T) {
	s := step(1, "", 0)
	s.Main.Words = "See /home/vera/notes.txt or write to vera@example.org"
	s.Notes = "Do not mention the second phase of the plan"
	s.Words = "Title. Do not mention the second phase of the plan"
	found := map[LeakKind]bool{}
	for _, l := range CheckRoom(data.Brief{Steps: []data.BriefStep{s}}, []string{"vera"}).Leaks {
		found[l.Kind] = true
	}
	for _, kind := range []LeakKind{LeakedPath, LeakedMail, LeakedUser, LeakedNote} {
		if !found[kind] {
			t.Errorf("%s is not noticed", kind)
		}
	}
	if c := CheckRoom(data.Brief{Steps: []data.BriefStep{step(1, "", 0)}}, []string{"vera"}); len(c.Leaks) > 0 {
		t.Errorf("leaks: %+v", c.Leaks)
	}
}

func TestPaceIsSaidInAWord(t *testing.T) {
	minutes := []int{2, 4, 4}
	for _, c := range []struct {
		at      int
		elapsed time.Duration
		want    PaceWord
	}{
		{0, time.Minute, OnTime}, {0, 2*time.Minute + 20*time.Second, OnTime}, {0, 3 * time.Minute, Behind},
		{2, 4 * time.Minute, Ahead}, {2, 6 * time.Minute, OnTime}, {2, 10*time.Minute + time.Second, Over},
	} {
		if got := PaceAt(minutes, c.at, c.elapsed); got.Word != c.want {
			t.Errorf("step %d after %v: %s, want %s", c.at, c.elapsed, got.Word, c.want)
		}
	}
	if got := PaceAt([]int{0, 0}, 0, time.Hour); got.Word != NoPlan {
		t.Errorf("without a plan: %s", got.Word)
	}
}

func TestWhateverAPresenterDoesThePlaceIsInTheBrief(t *testing.T) {
	all := []Command{Forward, Back, First, Last, Black, Freeze, Hide, Overview, Original, Zoom, Spotlight, Leave}
	rapid.Check(t, func(t *rapid.T) {
		steps := make([]data.BriefStep, rapid.IntRange(0, 5).Draw(t, "steps"))
		for i := range steps {
			steps[i] = step(i+1, "", i)
		}
		s := session(t, steps...)
		for range rapid.IntRange(0, 40).Draw(t, "acts") {
			switch rapid.IntRange(0, 9).Draw(t, "kind") {
			case 0:
				if len(steps) > 0 {
					s.SetViews(rapid.IntRange(0, len(steps)-1).Draw(t, "step"), rapid.IntRange(-1, 7).Draw(t, "views"))
				}
			case 1:
				s.Answer(Answer{Quotes: []data.Quote{{Words: "x"}}})
			case 2:
				s.GoTo(rapid.IntRange(-2, 8).Draw(t, "to"))
			default:
				s.Do(rapid.SampledFrom(all).Draw(t, "command"))
			}
			at := s.At()
			if len(steps) > 0 && (at.Step < 0 || at.Step >= len(steps) || at.View < 0 || at.View >= s.Views(at.Step)) {
				t.Fatalf("at %v", at)
			}
		}
		for range 12 { // Escape leads out of everything
			s.Do(Leave)
		}
		if kind := s.Room().Kind; kind != StepScene && kind != EmptyScene || s.Looking() || s.Frozen() {
			t.Fatalf("Escape leads to %+v", s.Room())
		}
	})
}

func TestALongAnswerIsSteppedBeforeItIsLeft(t *testing.T) {
	s := session(t, step(1, "", 0), step(2, "", 0))
	s.Answer(Answer{Quotes: []data.Quote{{Words: "All for all"}}})
	s.SetDetails(2)
	for _, want := range []Scene{{Kind: AnswerScene, Detail: 1}, {Kind: StepScene, Place: Place{Step: 1}}} {
		s.Do(Forward)
		if got := s.Room(); got.Kind != want.Kind || got.Detail != want.Detail || got.Place != want.Place {
			t.Fatalf("the room sees %+v, want %+v", got, want)
		}
	}
}

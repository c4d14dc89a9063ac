package brief

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lectern/data"
	briefs "lectern/data/brief"
)

func TestStepsAreReorderedRemovedAndDuplicatedByKeys(t *testing.T) {
	inside(t, []data.Brief{{Title: "The week", Steps: cards("a", "b", "c", "d")}}, func(s *studio) {
		s.key(fyne.KeyDown)
		s.Move(1)
		s.Move(1) // at once, before the first is kept
		s.settle()
		if got := s.titles(); got != "a c d b" {
			t.Fatalf("moved down twice: %s", got)
		}
		s.Move(1) // there is no further
		s.carry(0, 2)
		s.settle()
		if got := s.titles(); got != "c d a b" {
			t.Fatalf("dragged: %s", got)
		}
		s.rune('d')
		if got := s.titles(); got != "c d a a b" {
			t.Fatalf("duplicated: %s", got)
		}
		s.key(fyne.KeyDelete, fyne.KeyDelete)
		if got := s.titles(); got != "c d a" {
			t.Fatalf("removed two: %s", got)
		}
		if step, ok := s.step(); !ok || step.Title != "a" {
			t.Errorf("after the last was removed, %q is chosen", step.Title)
		}
		for range 5 {
			s.undo()
		}
		if got := s.titles(); got != "a c b d" {
			t.Errorf("undone five times: %s", got)
		}
	})
}

func TestWhatIsTypedIsKeptOnTheStepItWasTypedFor(t *testing.T) {
	inside(t, []data.Brief{{Title: "The week", Steps: cards("a", "b")}}, func(s *studio) {
		s.key(fyne.KeyReturn)
		s.side.notes.SetText("Greet them")
		s.side.title.SetText("Welcome")
		s.side.minutes.SetText("12")
		s.side.longer(1)
		s.key(fyne.KeyDown) // goes on before anything rested
		b := s.stored()
		s.side.notes.SetText("Now the news")
		time.Sleep(rest)
		s.settle()
		first := b.Steps[0]
		if first.Notes != "Greet them" || first.Title != "Welcome" || first.Minutes != 13 || b.Steps[1].Notes != "" {
			t.Fatalf("kept: %+v", b.Steps)
		}
		b = s.stored()
		if b.Steps[1].Notes != "Now the news" || b.Minutes() != 15 {
			t.Fatalf("kept after a rest: %+v", b.Steps)
		}
		s.side.notes.SetText("Now the news of to")
		s.Changed(data.Change{Kind: data.BriefsChanged}) // news while somebody types
		s.settle()
		if got := s.side.notes.Text; got != "Now the news of to" {
			t.Errorf("news changed the words being typed to %q", got)
		}
		s.undo()
		if got := s.side.notes.Text; got != "Now the news" {
			t.Errorf("undone, the field says %q", got)
		}
	})
}

func TestAStatementComesWithWhatBelongsToIt(t *testing.T) {
	inside(t, []data.Brief{{Title: "The week", Steps: cards("a")}}, func(s *studio) {
		Ask(s.asking(), Matter{Report: s.reports[0].ID, Passage: s.reports[0].Passages[0].ID})
		s.settle()
		if s.popup == nil {
			t.Fatal("nothing is asked")
		}
		s.press(s.popup, "☑ Officials")
		if got := s.stored(); len(got.Steps) != 1 {
			t.Fatal("it did not wait for an answer")
		}
		s.press(s.popup, "Leave it out")
		s.press(s.popup, "☑ Crowds") // of a reaction nothing is asked
		s.press(s.popup, "Add")
		b := s.stored()
		if len(b.Steps) != 2 {
			t.Fatalf("%d steps", len(b.Steps))
		}
		got := b.Steps[1]
		if got.Kind != data.StatementStep || len(got.With) != 1 || len(got.Left) != 1 || !strings.HasPrefix(got.Left[0].Words, "Officials") {
			t.Fatalf("added: %+v", got)
		}
		if words := s.warning(got); words != "1 caveat left out" {
			t.Errorf("the step says %q", words)
		}
		if on, _ := s.step(); on.ID != got.ID {
			t.Error("what was added is not chosen")
		}
		s.press(s.side.root, "☑ Analysts") // somebody who has left one out is not asked again
		s.press(s.side.root, "☐ Officials")
		got = s.stored().Steps[1]
		if len(got.With) != 1 || len(got.Left) != 1 || !strings.HasPrefix(got.Left[0].Words, "Analysts") {
			t.Errorf("changed: with %d, left %+v", len(got.With), got.Left)
		}
	})
}

func TestAStatementMayStandAloneAndBeGivenMore(t *testing.T) {
	inside(t, []data.Brief{{Title: "The week"}}, func(s *studio) {
		Ask(s.asking(), Matter{Report: s.reports[1].ID, Passage: s.reports[1].Passages[0].ID, Quoted: true})
		s.settle()
		s.press(s.popup, "Add")
		if got := s.stored().Steps[0]; got.Kind != data.QuotationStep || len(got.With) != 0 {
			t.Fatalf("quoted alone: %+v", got)
		}
		s.menu = s.stepMenu()
		s.pick("Show it with")
		got := s.stored().Steps[0]
		if got.Kind != data.StatementStep || len(got.With) != 3 {
			t.Fatalf("with what belongs to it: %s, %d", got.Kind, len(got.With))
		}
		s.press(s.side.root, "☑ Bakers")
		if got = s.stored().Steps[0]; len(got.With) != 2 {
			t.Fatalf("a reaction less: %d", len(got.With))
		}
		s.menu = s.stepMenu()
		s.pick("Show it beside")
		if got = s.stored().Steps[0]; len(got.With) != 0 || len(got.Left) != 0 {
			t.Fatalf("alone again: %+v", got)
		}
		s.undo()
		if got = s.stored().Steps[0]; len(got.With) != 2 {
			t.Errorf("undone: %d", len(got.With))
		}
	})
}

func TestWhatBecameOfAQuotationStandsOnItsStep(t *testing.T) {
	inside(t, nil, func(s *studio) {
		ctx := context.Background()
		d, e := s.reports[0], s.reports[1]
		id, err := s.lib.AddBrief(ctx, data.Brief{Title: "The week", Level: data.Amber, Steps: []data.BriefStep{
			{Kind: data.QuotationStep, Main: briefs.QuoteOf(d, d.Passages[0], time.Now())},
			{Kind: data.LanesStep, Main: briefs.Whole(e.Report, time.Now())},
		}})
		if err != nil {
			t.Fatal(err)
		}
		s.settle()
		warnings := func() (all []string) {
			for _, step := range s.brief().Steps {
				all = append(all, s.warning(step))
			}
			return all
		}
		if got := strings.Join(warnings(), "|"); got != "|" {
			t.Fatalf("of a fresh brief: %s", got)
		}
		if err := s.lib.Remove(ctx, []data.ReportID{d.ID}); err != nil {
			t.Fatal(err)
		}
		if err := s.lib.Mark(ctx, []data.ReportID{e.ID}, data.Red); err != nil {
			t.Fatal(err)
		}
		time.Sleep(pause)
		s.settle()
		got := warnings()
		if !strings.HasPrefix(got[0], "report removed") || got[1] != "withheld from this room" {
			t.Errorf("the steps say %q", got)
		}
		if s.highest() != data.Red || s.Brief() != id {
			t.Errorf("the brief as a whole is %q", s.highest())
		}
		if words := s.frame.length.Words(); !strings.Contains(words, "1 withheld") {
			t.Errorf("the head says %q", words)
		}
		s.describe("The week", data.Red)
		s.settle()
		if got := warnings()[1]; got != "" {
			t.Errorf("a room that may see it is told %q", got)
		}
	})
}

func TestBriefsAreMadeRenamedCopiedAndRemoved(t *testing.T) {
	inside(t, nil, func(s *studio) {
		if s.Brief() != 0 || !s.frame.empty.Visible() || s.frame.work.Visible() {
			t.Fatal("without a brief, nothing says what one is")
		}
		for _, r := range "tdeo<>=" { // none of them has anything to do yet, nor anything to complain of
			s.rune(r)
		}
		for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyF2, fyne.KeyLeft, fyne.KeyRight, fyne.KeyDown} {
			s.TypedKey(&fyne.KeyEvent{Name: key})
			s.settle()
		}
		if s.popup != nil || len(s.all) != 0 {
			t.Fatal("a key that needs a brief does something without one")
		}
		s.rune('n')
		s.press(s.popup, "Make it")
		first := s.Brief()
		if first == 0 || s.stored().Title == "" {
			t.Fatal("none was made")
		}
		s.rune('t')
		s.side.title.SetText("Welcome")
		s.doubleBrief()
		s.settle()
		if b := s.stored(); b.ID == first || len(b.Steps) != 1 || b.Steps[0].Title != "Welcome" || !strings.Contains(b.Title, "(copy)") {
			t.Fatalf("copied: %+v", b)
		}
		s.removeBrief()
		s.settle()
		if s.Brief() != first || len(s.said) == 0 {
			t.Errorf("after it was removed, %d is open", s.Brief())
		}
		s.undo()
		if len(s.all) != 2 {
			t.Errorf("%d briefs after undo", len(s.all))
		}
	})
}

func TestABriefWithoutStepsStillTakesKeys(t *testing.T) {
	inside(t, []data.Brief{{Title: "The week", Steps: cards("a")}}, func(s *studio) {
		if s.window.Canvas().Focused() == nil {
			t.Fatal("the steps do not have the keyboard")
		}
		s.key(fyne.KeyDelete)
		if f := s.window.Canvas().Focused(); len(s.stored().Steps) != 0 || f != nil {
			t.Fatalf("after the last step is gone, %T has the keyboard", f)
		}
		s.rune('t')
		if len(s.stored().Steps) != 1 {
			t.Error("T makes no title card")
		}
	})
}

package stage

import (
	"context"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/task/tasktest"
	"lectern/app/ui/scene"
	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

// displays are what a test says they are.
type displays struct {
	second, awake bool
	filled        int
}

func (d *displays) Second() bool     { return d.second }
func (d *displays) Fill(fyne.Window) { d.filled++ }
func (d *displays) Awake(on bool)    { d.awake = on }

const article = "Both sides agreed that prisoners will be exchanged on Monday. Officials cautioned that the list of prisoners is not complete. Crowds in the square cheered the exchange."

// report has a statement, a caveat and a reaction.
func report(title string, times int) library.NewReport {
	day := map[byte]string{'A': "Monday", 'B': "Tuesday", 'C': "Wednesday", 'D': "Thursday"}[title[len(title)-1]]
	body := strings.TrimSpace(strings.Repeat(strings.Replace(article, "Monday", day, 1)+"\n\n", times))
	r := library.NewReport{Body: body, Report: data.Report{Title: title, Publisher: "The Paper", Published: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)}}
	r.Reading.Model = "made"
	lanes, at := []data.Lane{data.Statement, data.Caveat, data.Reaction}, 0
	for _, paragraph := range strings.Split(body, "\n\n") {
		for i, s := range strings.SplitAfter(paragraph, ". ") {
			s = strings.TrimSpace(s)
			start := at + strings.Index(body[at:], s)
			r.Reading.Sentences = append(r.Reading.Sentences, data.Sentence{Span: data.Span{Start: start, End: start + len(s)}, Kind: data.Body, Lane: lanes[i%3], Attribution: -1})
			at = start + len(s)
		}
	}
	return r
}

// made is a library with a brief of n steps over reports of so many paragraphs.
func made(t testing.TB, n, paragraphs int, level data.Marking) (*library.Library, data.BriefID, []data.ReportID) {
	t.Helper()
	ctx := context.Background()
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(t.TempDir(), "l.lectern"), Who: "Vera"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	b := data.Brief{Title: "The week", Level: level, Steps: []data.BriefStep{{Kind: data.TitleCard, Title: "The week", Notes: "Welcome them", Minutes: 1}}}
	var ids []data.ReportID
	for i := range 4 {
		added, err := l.Add(ctx, []library.NewReport{report("Report "+string(rune('A'+i)), paragraphs+i)})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, added[0].ID)
	}
	if err := l.Mark(ctx, ids[3:], data.Red); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < n; i++ {
		d, err := l.Document(ctx, ids[i%3])
		if err != nil {
			t.Fatal(err)
		}
		s := data.BriefStep{Kind: data.StatementStep, Main: brief.QuoteOf(d, d.Passages[0], time.Now()), With: []data.Quote{brief.QuoteOf(d, d.Passages[1], time.Now())}, Minutes: 1}
		switch i % 6 {
		case 2:
			s.Kind, s.With = data.QuotationStep, nil
		case 3:
			s = data.BriefStep{Kind: data.LanesStep, Main: brief.Whole(d.Report, time.Now())}
		case 5:
			s = data.BriefStep{Kind: data.PairStep, Main: brief.Whole(d.Report, time.Now()), With: []data.Quote{brief.Whole(d.Report, time.Now())}}
		}
		b.Steps = append(b.Steps, s)
	}
	id, err := l.AddBrief(ctx, b)
	if err != nil {
		t.Fatal(err)
	}
	return l, id, ids
}

// staged runs test with a presentation that has been looked up.
func staged(t *testing.T, l *library.Library, id data.BriefID, d *displays, test func(s *Stage, settle func())) {
	t.Helper()
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		line := task.NewLine(ctx)
		s := Open(Config{App: fyne.CurrentApp(), Context: ctx, Library: l, Changes: line, Brief: id, Displays: d,
			Failed: func(err error) { t.Error(err) }})
		driver.Settle()
		settle := func() {
			s.stop() // the clock would go on for ever
			driver.Settle()
		}
		test(s, settle)
		s.Close()
		driver.Settle()
		cancel()
		driver.Settle()
	})
}

func press(s *Stage, keys ...fyne.KeyName) {
	for _, k := range keys {
		s.typedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestAPresenterLeadsABriefByKeys(t *testing.T) {
	l, id, _ := made(t, 6, 1, "")
	d := &displays{second: true}
	staged(t, l, id, d, func(s *Stage, settle func()) {
		press(s, fyne.KeyReturn)
		settle()
		if s.session == nil || s.windows.other == nil || d.filled != 1 || !d.awake {
			t.Fatalf("Enter does not go live: windows %+v, %+v", s.windows.other, d)
		}
		press(s, fyne.KeySpace, fyne.KeyPageDown)
		if at := s.session.At().Step; at != 2 {
			t.Fatalf("two steps on lead to step %d", at)
		}
		if s.windows.room.Marking() != data.Unmarked {
			t.Error("an unmarked step is marked")
		}
		for r, want := range map[rune]brief.SceneKind{'b': brief.BlackScene, 'h': brief.HiddenScene, 'o': brief.OriginalScene, 'и': brief.BlackScene} {
			s.typedRune(r)
			if got := s.session.Room().Kind; got != want {
				t.Errorf("%c shows the room %s", r, got)
			}
			s.typedRune(r)
			if got := s.session.Room(); got.Kind != brief.StepScene || got.Place.Step != 2 {
				t.Errorf("%c again leads to %+v", r, got)
			}
		}
		s.typedRune('g')
		press(s, "1")
		s.typedRune('1')
		press(s, fyne.KeyReturn)
		if at := s.session.At().Step; at != 0 {
			t.Errorf("G 1 Enter leads to step %d", at)
		}
		press(s, fyne.KeyTab, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
		if at := s.session.At().Step; at != 2 || s.session.Looking() {
			t.Errorf("the overview leads to step %d", at)
		}
		press(s, fyne.KeyEscape, fyne.KeyEscape)
		if !s.closed || d.awake {
			t.Error("Esc twice does not end it")
		}
		settle()
	})
	all, err := l.Presentations(context.Background(), id)
	if err != nil || len(all) != 1 || len(all[0].Showings) < 4 {
		t.Errorf("minutes: %+v, %v", all, err)
	}
}

func TestWholeStepsAreSkippedByKeys(t *testing.T) {
	l, id, _ := made(t, 6, 9, "")
	staged(t, l, id, &displays{}, func(s *Stage, settle func()) {
		press(s, fyne.KeyReturn)
		settle()
		at := func() brief.Place { return s.session.At() }
		for range 3 {
			s.typedRune('n')
			settle()
		}
		if s.session.Views(3) < 3 {
			t.Fatalf("step 4 takes %d views, too few for this test", s.session.Views(3))
		}
		press(s, fyne.KeySpace, fyne.KeySpace)
		if at() != (brief.Place{Step: 3, View: 2}) {
			t.Fatalf("at %v", at())
		}
		for _, want := range []brief.Place{{Step: 3}, {Step: 2}} {
			if s.typedRune('p'); at() != want {
				t.Errorf("P leads to %v, want %v", at(), want)
			}
		}
		for range 9 {
			s.typedRune('n')
		}
		if at().Step != 5 {
			t.Errorf("N leads beyond the end: %v", at())
		}
	})
}

func TestAPresentationBeginsAtTheChosenStepOrTheNextThatTheRoomMaySee(t *testing.T) {
	l, id, ids := made(t, 6, 1, data.Amber)
	b, err := l.Brief(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	staged(t, l, id, &displays{}, func(s *Stage, settle func()) {
		if err := l.Mark(context.Background(), ids[1:2], data.Red); err != nil { // that of steps 2 and 5
			t.Fatal(err)
		}
		settle()
		s.config.From = b.Steps[1].ID
		settle()
		press(s, fyne.KeyReturn)
		settle()
		if at := s.session.At().Step; s.shown.Steps[at].ID != b.Steps[2].ID {
			t.Errorf("asked for step 2, which is withheld, it begins at %d of those shown", at+1)
		}
		if pace := s.session.Pace(); pace.Word != brief.OnTime || pace.Planned >= time.Duration(b.Minutes())*time.Minute {
			t.Errorf("the time of the steps before it is asked for: %+v", pace)
		}
		if p := s.session.Minutes(); len(p.Showings) != 1 {
			t.Errorf("the minutes say that %d things were shown", len(p.Showings))
		}
	})
}

func TestDisplaysThatComeAndGoLoseNothing(t *testing.T) {
	l, id, _ := made(t, 6, 1, "")
	d := &displays{}
	staged(t, l, id, d, func(s *Stage, settle func()) {
		s.GoLive()
		settle()
		if s.windows.other != nil || !s.windows.front {
			t.Fatal("with one display the room does not come first")
		}
		press(s, fyne.KeySpace, fyne.KeySpace)
		d.second = true
		s.windows.watch()
		settle()
		if s.windows.other == nil || d.filled != 1 || s.session.At().Step != 2 {
			t.Fatalf("a display that came late: %v at %v", s.windows.other, s.session.At())
		}
		s.typedRune('t')
		if !s.windows.swapped {
			t.Error("T does not swap")
		}
		d.second = false
		s.windows.watch()
		settle()
		if s.windows.other != nil || s.windows.swapped || s.session.At().Step != 2 || s.windows.front {
			t.Errorf("a display that went away: %+v at %v", s.windows, s.session.At())
		}
		s.typedRune('t')
		if !s.windows.front {
			t.Error("T does not turn to the room's view")
		}
	})
}

func TestAQuestionIsAnsweredFromTheLibraryWithItsCaveats(t *testing.T) {
	l, id, ids := made(t, 6, 1, data.Amber)
	staged(t, l, id, &displays{second: true}, func(s *Stage, settle func()) {
		s.GoLive()
		settle()
		press(s, fyne.KeySpace)
		was := s.session.Room()
		s.typedRune('q')
		settle()
		for _, may := range []bool{false, true} { // the only report that says so stands above the room, until it is marked anew
			if may {
				if err := l.Mark(context.Background(), ids[3:], data.Green); err != nil {
					t.Fatal(err)
				}
			}
			s.drawer.field.SetText("")
			s.drawer.field.SetText("Thursday")
			settle()
			if len(s.drawer.hits) == 0 {
				t.Fatal("nothing found")
			}
			s.drawer.send(0)
			if s.session.Answering() != may {
				t.Fatalf("the room is shown an answer: %v", !may)
			}
		}
		settle()
		room := s.session.Room()
		if room.Kind != brief.AnswerScene || len(room.Answer.Quotes) < 2 || room.Answer.Quotes[1].Lane != data.Caveat {
			t.Fatalf("the room sees %+v", room)
		}
		press(s, fyne.KeyEscape)
		if s.session.Room() != was {
			t.Errorf("after the answer the room sees %+v, before %+v", s.session.Room(), was)
		}
		if log := s.session.Minutes().Showings; log[len(log)-2].Question != "Thursday" {
			t.Errorf("minutes: %+v", log)
		}
	})
}

func TestWhatIsRemovedOrMarkedMeanwhileIsNotShownAsBefore(t *testing.T) {
	l, id, ids := made(t, 6, 1, data.Amber)
	staged(t, l, id, &displays{second: true}, func(s *Stage, settle func()) {
		s.GoLive()
		settle()
		press(s, fyne.KeySpace)
		if err := l.Remove(context.Background(), []data.ReportID{ids[1]}); err != nil {
			t.Fatal(err)
		}
		settle()
		if slide, _, _ := s.picture(s.session.Room()); slide.Parts[0].Fate != brief.Gone || scene.FateLine(slide.Parts[0]) == "" {
			t.Errorf("of a report removed the room sees %+v", slide.Parts[0])
		}
		press(s, fyne.KeySpace)
		if err := l.Mark(context.Background(), []data.ReportID{ids[2]}, data.Red); err != nil {
			t.Fatal(err)
		}
		settle()
		if _, _, o := s.picture(s.session.Room()); o.Cover != scene.Titled {
			t.Error("what was marked above the room is still shown")
		}
	})
}

func TestAHundredPresentationsLeaveNothingBehind(t *testing.T) {
	l, id, _ := made(t, 4, 1, "")
	driver := tasktest.NewApp(t)
	windows := len(driver.AllWindows())
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		line, before := task.NewLine(ctx), 0
		for i := range 100 {
			s := Open(Config{App: fyne.CurrentApp(), Context: ctx, Library: l, Changes: line, Brief: id,
				Displays: &displays{second: i%2 == 0}, Failed: func(err error) { t.Error(err) }})
			driver.Settle()
			s.GoLive()
			s.stop()
			press(s, fyne.KeySpace)
			s.Close()
			driver.Settle()
			if i == 10 {
				before = runtime.NumGoroutine()
			}
		}
		if n := len(fyne.CurrentApp().Driver().AllWindows()); n > windows {
			t.Errorf("%d windows, %d before", n, windows)
		}
		if n := runtime.NumGoroutine(); n > before+5 {
			t.Errorf("%d goroutines, %d before", n, before)
		}
		cancel()
		driver.Settle()
	})
}

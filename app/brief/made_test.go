package brief

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/task"
	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/library"
)

const (
	article = "Both sides agreed that prisoners will be exchanged on Monday. Officials cautioned that the list of prisoners is not complete. Analysts doubt that Monday can be kept. Crowds in the square cheered the exchange."
	harvest = "The minister promised farmers a price for wheat. Traders warned that silos are full of maize. Millers doubt any figure named in spring. Bakers in the capital welcomed it."
)

// report is a statement, two caveats and a reaction, of one paragraph.
func report(title, body string) library.NewReport {
	r := library.NewReport{Body: body, Report: data.Report{Title: title, Publisher: "The Paper", Published: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)}}
	r.Reading.Model = "made"
	lanes, at := []data.Lane{data.Statement, data.Caveat, data.Caveat, data.Reaction}, 0
	for i, s := range strings.SplitAfter(r.Body, ". ") {
		s = strings.TrimSpace(s)
		start := at + strings.Index(r.Body[at:], s)
		r.Reading.Sentences = append(r.Reading.Sentences, data.Sentence{Span: data.Span{Start: start, End: start + len(s)}, Kind: data.Body, Lane: lanes[i], Attribution: -1})
		at = start + len(s)
	}
	return r
}

// studio is the screen over a real library, with what it asked of the window.
type studio struct {
	*Editor
	t       *testing.T
	lib     *library.Library
	reports []data.Document
	settle  func()
	said    []string
	popup   fyne.CanvasObject
	menu    []*fyne.MenuItem
	opened  []string
	chosen  data.ReportID // what a person chooses where a report is asked for
	window  fyne.Window
}

// inside runs work with a library of two reports and the briefs given.
func inside(t *testing.T, all []data.Brief, work func(s *studio)) {
	t.Helper()
	ctx := context.Background()
	lib, err := library.Open(ctx, library.Config{Path: filepath.Join(t.TempDir(), "l.lectern"), Who: "Vera"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	s := &studio{lib: lib}
	for _, r := range []library.NewReport{report("The exchange", article), report("Wheat", harvest)} {
		added, err := lib.Add(ctx, []library.NewReport{r})
		if err != nil {
			t.Fatal(err)
		}
		d, err := lib.Document(ctx, added[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		s.reports = append(s.reports, d)
	}
	for _, b := range all {
		if _, err := lib.AddBrief(ctx, b); err != nil {
			t.Fatal(err)
		}
	}
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(ctx)
		s.t, s.settle = t, driver.Settle
		s.Editor = New(Config{
			Context: ctx, Library: lib, Changes: task.NewLine(ctx),
			Menu:  func(items []*fyne.MenuItem, _ fyne.Position) { s.menu = items },
			Popup: func(body fyne.CanvasObject) { s.popup = body; s.window.SetContent(body) }, Fit: func() {},
			Close:   func() { s.popup = nil; s.window.SetContent(s.Content()) },
			Roomy:   func(_, _ float32, body fyne.CanvasObject) fyne.CanvasObject { return body },
			Report:  func(_ string, _ data.ReportID, chosen func(data.ReportID)) { chosen(s.chosen) },
			Open:    func(id data.ReportID, at int) { s.opened = append(s.opened, "report") },
			Present: func() { s.opened = append(s.opened, "stage") }, PresentFrom: func() { s.opened = append(s.opened, "stage from here") }, Export: func() { s.opened = append(s.opened, "export") },
			Leave: func() { s.opened = append(s.opened, "shelf") }, Said: func(words string) { s.said = append(s.said, words) },
			Failed: func(err error) { t.Error(err) },
		}, 0)
		driver.Settle()
		s.window = test.NewTempWindow(t, s.Content())
		s.window.Resize(fyne.NewSize(1280, 760))
		s.Focus()
		unhook := lib.Subscribe(task.NewRelay(func(news []data.Change) {
			for _, c := range news {
				s.Changed(c)
			}
		}).Send)
		work(s)
		unhook()
		driver.Settle()
		cancel()
		driver.Settle()
	})
}

func (s *studio) key(names ...fyne.KeyName) {
	for _, name := range names {
		s.steps.rows.TypedKey(&fyne.KeyEvent{Name: name})
		s.settle()
	}
}

func (s *studio) rune(r rune) {
	s.TypedRune(r)
	s.settle()
}

// press presses what a screen reader calls by words that begin so.
func (s *studio) press(in fyne.CanvasObject, name string) {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(in) {
		w, ok := o.(fyne.Tappable)
		if a, named := o.(fyne.Accessible); ok && named && strings.HasPrefix(a.AccessibilityLabel(), name) {
			w.Tapped(&fyne.PointEvent{})
			s.settle()
			return
		}
	}
	s.t.Fatalf("there is no %q", name)
}

// pick chooses an item of the menu that is shown.
func (s *studio) pick(words string) {
	s.t.Helper()
	for _, m := range s.menu {
		if strings.HasPrefix(m.Label, words) && !m.Disabled {
			m.Action()
			s.settle()
			return
		}
	}
	s.t.Fatalf("no %q in the menu", words)
}

// stored is the brief as the library keeps it.
func (s *studio) stored() data.Brief {
	s.t.Helper()
	b, err := s.lib.Brief(context.Background(), s.at)
	if err != nil {
		s.t.Fatal(err)
	}
	return b
}

// titles are the titles of the stored steps.
func (s *studio) titles() string {
	var all []string
	for _, step := range s.stored().Steps {
		all = append(all, step.Title)
	}
	return strings.Join(all, " ")
}

func (s *studio) undo() {
	s.t.Helper()
	if _, err := s.lib.Undo(context.Background()); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
}

func cards(titles ...string) (all []data.BriefStep) {
	for _, title := range titles {
		all = append(all, data.BriefStep{Kind: data.TitleCard, Title: title, Minutes: 2})
	}
	return all
}

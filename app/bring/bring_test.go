package bring

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"lectern/app/task/tasktest"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/ingest"
	"lectern/data/library"
)

func says(content fyne.CanvasObject, words string) bool {
	for _, o := range test.LaidOutObjects(content) {
		if l, ok := o.(*ui.Line); ok && strings.Contains(l.Words(), words) {
			return true
		}
	}
	return false
}

func press(t *testing.T, content fyne.CanvasObject, name string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(content) {
		if b, ok := o.(*ui.Button); ok && b.AccessibilityLabel() == name {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("there is no button %q", name)
}

func show(t *testing.T, content fyne.CanvasObject) {
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 800))
}

func proposal() desk.Proposal {
	return desk.Proposal{
		Name: "bridge.html", Source: []byte("<p>The bridge opened.</p>"),
		Document: ingest.Document{
			Text: "The bridge opened.\n\nNobody crossed it.", Title: "Four hours", Lang: "en", Format: "html", Encoding: "utf-8",
			Published: time.Date(2026, 10, 17, 0, 0, 0, 0, time.UTC),
			From:      map[ingest.Field]ingest.Origin{ingest.Title: ingest.FromMeta, ingest.Published: ingest.FromAddress},
		},
	}
}

var ctrlEnter = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}

func TestFormKeepsWhatThePersonMadeOfIt(t *testing.T) {
	test.NewTempApp(t)
	var kept []desk.Proposal
	f := NewForm(FormConfig{Proposal: proposal(), Keep: func(p desk.Proposal) { kept = append(kept, p) }, Leave: func() {}})
	show(t, f.Content())
	if !says(f.Content(), "found in: the page's metadata") || !says(f.Content(), "not found") {
		t.Error("it does not say what was found where, and what was not")
	}
	author := f.fields[1].entry
	author.SetText(" Tamsin Orrisk ")
	author.TypedShortcut(ctrlEnter)
	if len(kept) != 1 {
		t.Fatalf("kept %d times", len(kept))
	}
	p := kept[0]
	if p.Author != "Tamsin Orrisk" || p.Title != "Four hours" || p.Text != proposal().Text || p.Published.Day() != 17 {
		t.Errorf("kept %+v", p)
	}
}

func TestFormAsksForATitleAndARealDayAndNothingElse(t *testing.T) {
	test.NewTempApp(t)
	kept := 0
	f := NewForm(FormConfig{Proposal: proposal(), Keep: func(desk.Proposal) { kept++ }, Leave: func() {}})
	show(t, f.Content())
	title, day := f.fields[0].entry, f.fields[3].entry
	for _, c := range []struct{ title, day, says string }{
		{"", "2026-10-17", "Please give it a title"},
		{"Four hours", "17/10/2026", "“17/10/2026” is not a day"},
	} {
		title.SetText(c.title)
		day.SetText(c.day)
		press(t, f.Content(), "Keep in library")
		if kept != 0 || !says(f.Content(), c.says) {
			t.Errorf("%+v: kept %d, without saying so", c, kept)
		}
	}
	title.SetText("Four hours")
	day.SetText("")
	press(t, f.Content(), "Keep in library")
	if kept != 1 {
		t.Error("a report without a day is not kept")
	}
}

func TestKnownDocumentIsOpenedAndNotKeptAgain(t *testing.T) {
	test.NewTempApp(t)
	p := proposal()
	p.Known = 7
	var opened data.ReportID
	f := NewForm(FormConfig{
		Proposal: p, Known: data.Report{ID: 7, Title: "Four hours", Entered: time.Date(2026, 10, 18, 9, 0, 0, 0, time.UTC)},
		Keep: func(desk.Proposal) { t.Error("kept again") }, Open: func(id data.ReportID) { opened = id }, Leave: func() {},
	})
	show(t, f.Content())
	if !says(f.Content(), "You brought this in on 18 Oct 2026") {
		t.Error("it does not say since when")
	}
	press(t, f.Content(), "Open it")
	if opened != 7 {
		t.Errorf("opened %d", opened)
	}
}

func TestEscapeLeavesTheForm(t *testing.T) {
	test.NewTempApp(t)
	left := 0
	f := NewForm(FormConfig{Proposal: proposal(), Keep: func(desk.Proposal) {}, Leave: func() { left++ }})
	f.fields[2].entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if left != 1 {
		t.Errorf("left %d times", left)
	}
}

func TestPasteTakesAnyLengthAtOnce(t *testing.T) {
	test.NewTempApp(t)
	long := strings.Repeat("The harbour was closed, officials said, and grain went by rail. ", 15_000) // 1 MB
	for _, clip := range []string{"Short.\r\nText.", long} {
		var read string
		p := NewPaste(PasteConfig{Clipboard: func() string { return clip }, Read: func(s string) { read = s }, Leave: func() {}})
		show(t, p.Content())
		began := time.Now()
		p.typed.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
		if clip == long {
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
			p.Keep()
			if read != clip {
				t.Errorf("%d bytes went on, want %d", len(read), len(clip))
			}
			continue
		}
		p.FromClipboard()
		press(t, p.Content(), "Read it")
		if want := "Short.\nText."; !strings.HasSuffix(read, want) {
			t.Errorf("%q went on", read)
		}
	}
}

func TestTypingTooMuchGoesOnToThePage(t *testing.T) {
	test.NewTempApp(t)
	p := NewPaste(PasteConfig{Clipboard: func() string { return "" }, Read: func(string) {}, Leave: func() {}})
	show(t, p.Content())
	words := strings.Repeat("word ", typable)
	p.typed.SetText(words)
	if p.Text() != words || p.short.Visible() || !p.long.Visible() {
		t.Errorf("%d bytes of %d are left; typed box visible: %v", len(p.Text()), len(words), p.short.Visible())
	}
	press(t, p.Content(), "Start again")
	if p.Text() != "" || !p.short.Visible() {
		t.Error("it does not start again")
	}
}

func TestSummaryTellsFailuresFirstAndOpensTheRest(t *testing.T) {
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) {
		all := []library.ImportItem{
			{Path: "/a/new.txt", Status: library.ItemNew, Report: 3},
			{Path: "/a/picture.txt", Status: library.ItemFailed, Err: &data.Fault{Code: data.FaultNotText, Subject: "picture.txt"}},
			{Path: "/a/mail.mbox", Name: "=2", Status: library.ItemKnown, Report: 2},
		}
		items := func(_ context.Context, status library.ItemStatus, from, most int) (some []library.ImportItem, _ error) {
			for _, it := range all {
				if status == "" || it.Status == status {
					some = append(some, it)
				}
			}
			return some[from:min(from+most, len(some))], nil
		}
		var opened []data.ReportID
		s := NewSummary(SummaryConfig{
			Context: t.Context(), Items: items, Failed: func(err error) { t.Error(err) },
			Import: library.Import{State: library.ImportDone, New: 1, Known: 1, Failed: 1, Roots: []string{"/a"}},
			Open:   func(id data.ReportID) { opened = append(opened, id) }, Close: func() {},
		})
		show(t, s.Content())
		driver.Settle()
		if it, ok := s.items.at(0); s.rows.Length() != 1 || !ok || it.Status != library.ItemFailed {
			t.Errorf("it does not begin with what failed: %+v, %d rows", it, s.rows.Length())
		}
		s.choose("")
		driver.Settle()
		for range 3 {
			s.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			s.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		if fmt.Sprint(opened) != "[3 2]" {
			t.Errorf("opened %v", opened)
		}
		var csv strings.Builder
		if err := s.WriteCSV(t.Context(), &csv); err != nil {
			t.Fatal(err)
		}
		want := "path,part,status,report,why\r\n/a/new.txt,,new,3,\r\n/a/picture.txt,,failed,,\"picture.txt is not a text document, whatever its name says. The library was not changed.\"\r\n/a/mail.mbox,'=2,known,2,\r\n"
		if csv.String() != want {
			t.Errorf("wrote %s", csv.String())
		}
	})
}

func TestBlocksKeepEveryWordAtItsPlace(t *testing.T) {
	text := "Headline\nBy A. Writer\n\nA paragraph, with two sentences. It goes on.\n\n\nLast."
	var all []string
	for _, b := range Blocks("", text) {
		if got := text[b.Base : b.Base+len(b.Text)]; got != b.Text {
			t.Errorf("block at %d is %q, the text has %q", b.Base, b.Text, got)
		}
		all = append(all, b.Text)
	}
	want := "Headline|By A. Writer|A paragraph, with two sentences. It goes on.|Last."
	if got := strings.Join(all, "|"); got != want {
		t.Errorf("blocks %s", got)
	}
}

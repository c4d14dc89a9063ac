package stage

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"lectern/app/ui/scene"
	"lectern/data"
	"lectern/data/library"
)

// read is all that stands on a view, as a room reads it.
func read(v *scene.View) string {
	var words []string
	for _, o := range test.WidgetRenderer(v).Objects() {
		if t, ok := o.(*canvas.Text); ok {
			words = append(words, t.Text)
		}
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// What became of a report while its brief is shown, as the room reads it: words
// that are no longer in the library never stand there without "as of".
func TestTheRoomReadsWhatBecameOfAReport(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		do         func(t *testing.T, l *library.Library, id data.ReportID)
		room, note string // what is to be read; room "" is nothing but the words
		says       string
	}{
		"as it was": {do: func(*testing.T, *library.Library, data.ReportID) {}, says: "prisoners will be exchanged"},
		"renewed": {do: func(*testing.T, *library.Library, data.ReportID) {}, room: "there is a newer version",
			note: "a newer version", says: "prisoners will be exchanged"},
		"deleted": {do: func(t *testing.T, l *library.Library, id data.ReportID) {
			must(t, l.Remove(ctx, []data.ReportID{id}))
		}, room: "no longer in the library", note: "no longer in the library", says: "prisoners will be exchanged"},
		"brought in again": {do: func(t *testing.T, l *library.Library, id data.ReportID) {
			must(t, l.Remove(ctx, []data.ReportID{id}))
			_, err := l.Add(ctx, []library.NewReport{report("Report B", 3)})
			must(t, err)
		}, note: "brought in again", says: "prisoners will be exchanged"},
		"brought in again with other words": {do: func(t *testing.T, l *library.Library, id data.ReportID) {
			must(t, l.Remove(ctx, []data.ReportID{id}))
			r := report("Report B", 3)
			r.Body = strings.ReplaceAll(r.Body, "prisoners", "hostagess")
			_, err := l.Add(ctx, []library.NewReport{r})
			must(t, err)
		}, room: "no longer in the library", note: "no longer in the library", says: "prisoners will be exchanged"},
		"corrected": {do: func(t *testing.T, l *library.Library, id data.ReportID) {
			must(t, l.Describe(ctx, id, library.Details{Title: "Report B", Publisher: "The Corrected Paper", Published: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)}))
		}, room: "The Corrected Paper", note: "corrected", says: "prisoners will be exchanged"},
	} {
		t.Run(name, func(t *testing.T) {
			l, id, ids := made(t, 3, 2, "")
			if name != "renewed" { // the others are versions of it
				must(t, l.Remove(ctx, []data.ReportID{ids[0], ids[2], ids[3]}))
			}
			staged(t, l, id, &displays{second: true}, func(s *Stage, settle func()) {
				s.GoLive()
				s.windows.other.Resize(fyne.NewSize(1920, 1080))
				settle()
				press(s, fyne.KeySpace)
				c.do(t, l, ids[1])
				settle()
				for _, key := range " oo zz" { // the step, its original, and zoomed
					if key != ' ' {
						s.typedRune(key)
						settle()
					}
					got := read(s.windows.room)
					older := strings.Contains(c.room, "no longer") || name == "renewed"
					if !strings.Contains(got, c.room) || !strings.Contains(got, c.says) {
						t.Errorf("%c: the room reads %q, without %q or %q", key, got, c.room, c.says)
					}
					if asOf := strings.Contains(got, "as of"); asOf != older {
						t.Errorf("%c: the room reads %q; as of: %v", key, got, asOf)
					}
				}
				if notes := s.console.notes.words; !strings.Contains(notes, c.note) {
					t.Errorf("the presenter reads %q", notes)
				}
			})
		})
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

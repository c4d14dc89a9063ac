package library_test

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/synth"
)

var ctx = context.Background()

// clock gives a new second each time it is asked.
func clock() func() time.Time {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

func open(t testing.TB, path string) *library.Library {
	t.Helper()
	l, err := library.Open(ctx, library.Config{Path: path, Who: "Vera", Clock: clock()})
	if err != nil {
		t.Fatal(err, data.FaultOf(err).Err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func fresh(t testing.TB) *library.Library {
	return open(t, filepath.Join(t.TempDir(), "test.lectern"))
}

var maker = sync.OnceValue(func() *synth.Maker { return synth.New(1) })

// some makes n reports, each with a source that is not its text.
func some(from, n int) []library.NewReport {
	m := maker()
	all := make([]library.NewReport, n)
	for i := range all {
		r := m.Report(from+i, 1500)
		all[i] = library.NewReport{Report: r.Report, Body: r.Body, Source: []byte("<p>" + r.Body), Reading: r.Reading}
	}
	return all
}

func add(t testing.TB, l *library.Library, reports ...library.NewReport) []data.ReportID {
	t.Helper()
	added, err := l.Add(ctx, reports)
	must(t, err)
	ids := make([]data.ReportID, len(added))
	for i, a := range added {
		ids[i] = a.ID
	}
	return ids
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err, data.FaultOf(err).Err)
	}
}

func wantFault(t testing.TB, err error, code data.FaultCode) {
	t.Helper()
	if got := data.FaultOf(err); got == nil || got.Code != code {
		t.Fatalf("got %v (%v), want fault %s", err, got, code)
	}
}

func sound(t testing.TB, l *library.Library) {
	t.Helper()
	problems, err := l.Check(ctx, nil)
	must(t, err)
	for _, p := range problems {
		t.Errorf("check: %+v", p)
	}
}

func TestAReportComesBackAsItWasBroughtIn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "вага?100%.lectern")
	l := open(t, path)
	r := some(0, 1)[0]
	r.URL, r.Sample = "https://example.org/a?b=c", true
	id := add(t, l, r)[0]
	must(t, l.Close())

	l = open(t, path)
	d, err := l.Document(ctx, id)
	must(t, err)
	if d.Body != r.Body || d.Title != r.Title || d.URL != r.URL || !d.Sample || d.Read || !d.Published.Equal(r.Published) {
		t.Errorf("got %+v", d.Report)
	}
	if d.Text != data.HashOf([]byte(r.Body)) || d.Original != data.HashOf(r.Source) || d.Model != "synth-1" || d.Words == 0 {
		t.Errorf("hashes, model or words are wrong: %+v", d.Report)
	}
	if len(d.Passages) != len(r.Reading.Sentences) || len(d.Attributions) != len(r.Reading.Attributions) {
		t.Fatalf("%d passages, %d attributions", len(d.Passages), len(d.Attributions))
	}
	var lanes data.LaneCounts
	for i, p := range d.Passages {
		lanes.Add(p.Lane, 1)
		if p.Span != r.Reading.Sentences[i].Span || p.Score != r.Reading.Sentences[i].Score {
			t.Errorf("passage %d: %+v", i, p)
		}
		if a := p.Attribution; a >= 0 && p.Speaker != r.Reading.Attributions[a].Speaker {
			t.Errorf("speaker of passage %d is %q", i, p.Speaker)
		}
	}
	if d.Lanes != lanes {
		t.Errorf("lanes %+v, want %+v", d.Lanes, lanes)
	}
	original, err := l.Original(ctx, id)
	must(t, err)
	if string(original) != string(r.Source) {
		t.Error("the original is not what was brought in")
	}
	sound(t, l)
}

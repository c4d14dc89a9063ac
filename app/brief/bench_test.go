package brief

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/task"
	"lectern/data"
	briefs "lectern/data/brief"
	"lectern/data/library"
)

// BenchmarkWalkingThroughSixtySteps is what choosing the next step costs on the
// goroutine that draws, the preview of its first view with it: the slowest step is
// told besides.
func BenchmarkWalkingThroughSixtySteps(b *testing.B) {
	ctx := context.Background()
	lib, err := library.Open(ctx, library.Config{Path: filepath.Join(b.TempDir(), "l.lectern"), Who: "Vera"})
	if err != nil {
		b.Fatal(err)
	}
	defer lib.Close()
	test.NewTempApp(b)
	e := New(Config{Context: ctx, Library: lib, Changes: task.NewLine(ctx), Failed: func(err error) { b.Error(err) }}, 0)
	added, err := lib.Add(ctx, []library.NewReport{long()})
	if err != nil {
		b.Fatal(err)
	}
	d, err := lib.Document(ctx, added[0].ID)
	if err != nil {
		b.Fatal(err)
	}
	one := data.Brief{ID: 1, Title: "Long"}
	r := briefs.NewResolver(lib)
	for i := range 60 {
		s := data.BriefStep{ID: data.StepID(i + 1), Kind: data.LanesStep, Main: briefs.Whole(d.Report, time.Now())}
		if i%2 == 0 {
			s.Kind, s.Main = data.QuotationStep, briefs.QuoteOf(d, d.Passages[i], time.Now())
		}
		one.Steps = append(one.Steps, s)
		slide, err := r.Slide(ctx, s)
		if err != nil {
			b.Fatal(err)
		}
		e.seen[s.ID] = seen{s, slide}
	}
	e.load.Cancel()
	e.all, e.at, e.loaded = []data.Brief{one}, 1, true
	w := test.NewTempWindow(b, e.Content())
	w.Resize(fyne.NewSize(1280, 760))
	e.show()
	var slowest time.Duration
	i := 0
	for b.Loop() {
		i++
		began := time.Now()
		e.choose(i % 60)
		slowest = max(slowest, time.Since(began))
	}
	b.ReportMetric(float64(slowest.Milliseconds()), "ms/slowest")
}

// long is a report of 300 paragraphs.
func long() library.NewReport {
	r := report("Long", article)
	body, one := r.Body, r.Reading.Sentences
	for range 299 {
		at := len(body) + 2
		body += "\n\n" + article
		for _, s := range one {
			s.Start, s.End = s.Start+at, s.End+at
			r.Reading.Sentences = append(r.Reading.Sentences, s)
		}
	}
	r.Body = strings.TrimSpace(body)
	return r
}

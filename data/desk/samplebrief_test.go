package desk

import (
	"slices"
	"testing"

	"lectern/assets"
	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
	"lectern/data/split/judge"
)

// The brief that ships has to fit the reports that ship, read by the models that ship.
func TestTheSampleBriefShowsEveryKindOfStepAsItStandsInTheSamples(t *testing.T) {
	d := newDesk(t)
	d.splitter = judge.Best(assets.AttributionModel, assets.LaneModel)
	if _, err := d.AddSamples(t.Context(), assets.Samples); err != nil {
		t.Fatal(err)
	}
	id, err := d.AddSampleBrief(t.Context(), assets.Samples, assets.SampleBrief, "en")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := d.AddSampleBrief(t.Context(), assets.Samples, assets.SampleBrief, "en"); err != nil || again != id {
		t.Errorf("asked for again it is %d, %v; it was %d", again, err, id)
	}
	b, err := d.library.Brief(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Steps) != 10 || b.Minutes() < 10 {
		t.Errorf("%d steps, %d minutes", len(b.Steps), b.Minutes())
	}
	kinds := map[data.BriefStepKind]int{}
	r, left := brief.NewResolver(d.library), 0
	for i, s := range b.Steps {
		kinds[s.Kind]++
		left += len(s.Left)
		if s.Notes == "" || s.Minutes == 0 {
			t.Errorf("step %d has no notes or no minutes", i+1)
		}
		slide, err := r.Slide(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range slide.Parts {
			if p.Fate != brief.AsItWas {
				t.Errorf("step %d: %q is %s", i+1, p.Words, p.Fate)
			}
		}
		if s.Kind == data.StatementStep && (s.Main.Lane != data.Statement || !slices.ContainsFunc(s.With, func(q data.Quote) bool { return q.Lane == data.Caveat })) {
			t.Errorf("step %d: %q is a %s and brings %d along", i+1, s.Main.Words, s.Main.Lane, len(s.With))
		}
	}
	if len(kinds) != 6 || left != 1 {
		t.Errorf("kinds %v, %d left out", kinds, left)
	}
	check := brief.CheckRoom(b, []string{"root"})
	if len(check.Leaks) > 0 {
		t.Errorf("it leaks %v", check.Leaks)
	}
}

func TestTheSampleBriefGoesWithTheSamplesUnlessSomebodyWorkedOnIt(t *testing.T) {
	d := newDesk(t)
	d.splitter = judge.Best(assets.AttributionModel, assets.LaneModel)
	if _, err := bring(t, d, write(t, t.TempDir(), "own.txt", story(3))); err != nil {
		t.Fatal(err)
	}
	if _, err := d.AddSamples(t.Context(), assets.Samples); err != nil {
		t.Fatal(err)
	}
	for _, worked := range []bool{false, true} {
		id, err := d.AddSampleBrief(t.Context(), assets.Samples, assets.SampleBrief, "en")
		if err != nil {
			t.Fatal(err)
		}
		if worked {
			all, _ := d.library.IDs(t.Context(), library.Filter{})
			for _, one := range all {
				if r, _ := d.library.Report(t.Context(), one); !r.Sample {
					if _, err := d.library.PutStep(t.Context(), id, data.BriefStep{Kind: data.LanesStep, Main: brief.Whole(r, r.Entered)}, -1); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		if err := d.RemoveSampleBrief(t.Context(), assets.SampleBrief); err != nil {
			t.Fatal(err)
		}
		if left, _ := d.library.Briefs(t.Context()); (len(left) == 1) != worked {
			t.Errorf("worked on: %v, left: %d", worked, len(left))
		}
	}
}

func TestTheSampleBriefSpeaksTheLanguageOfTheScreen(t *testing.T) {
	first := ""
	for _, language := range []string{"en", "uk", "de", "fr"} {
		d := newDesk(t)
		d.splitter = judge.Best(assets.AttributionModel, assets.LaneModel)
		if _, err := d.AddSamples(t.Context(), assets.Samples); err != nil {
			t.Fatal(err)
		}
		id, err := d.AddSampleBrief(t.Context(), assets.Samples, assets.SampleBrief, language)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := d.AddSampleBrief(t.Context(), assets.Samples, assets.SampleBrief, "en"); err != nil || again != id {
			t.Errorf("%s: in another language it comes again: %d, %v", language, again, err)
		}
		b, err := d.library.Brief(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range b.Steps {
			if s.Notes == "" || (s.Kind == data.TitleCard || s.Kind == data.NoteCard) && (s.Title == "" || s.Words == "") {
				t.Errorf("%s: step %d lacks words", language, i+1)
			}
		}
		if own := b.Title + b.Steps[4].Notes; language == "en" {
			first = own
		} else if own == first {
			t.Errorf("%s: it is English", language)
		}
		if err := d.RemoveSampleBrief(t.Context(), assets.SampleBrief); err != nil {
			t.Fatal(err)
		}
		if left, _ := d.library.Briefs(t.Context()); len(left) > 0 {
			t.Errorf("%s: it is not removed", language)
		}
	}
}

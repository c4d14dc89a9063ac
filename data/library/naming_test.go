package library_test

import (
	"path/filepath"
	"slices"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

// spokenBy is made-up reports in each of which one of these names speaks.
func spokenBy(names ...string) []library.NewReport {
	all := some(0, len(names))
	for i := range all {
		all[i].Publisher = "Paper " + names[i]
		all[i].Reading.Attributions = []data.Attribution{{Content: []data.Span{{Start: 0, End: 3}}, Speaker: names[i]}}
		for k := range all[i].Reading.Sentences {
			all[i].Reading.Sentences[k].Attribution = -1
		}
		all[i].Reading.Sentences[0].Attribution = 0
	}
	return all
}

func actorNames(t *testing.T, l *library.Library) map[string][]string {
	t.Helper()
	all, err := l.Actors(ctx, "")
	must(t, err)
	got := make(map[string][]string)
	for _, a := range all {
		for _, n := range a.Names {
			got[a.Name] = append(got[a.Name], n.Name)
		}
		slices.Sort(got[a.Name])
	}
	return got
}

func TestSpellingsOfOneNameAreOneActor(t *testing.T) {
	l := fresh(t)
	ids := add(t, l, spokenBy("Volodymyr Zelensky", "Володимир Зеленський", "Ilya Maren", "Volodymyr Zelenskyy")...)
	speakers, err := l.Speakers(ctx)
	must(t, err)
	if want := []library.Facet{{Name: "Volodymyr Zelensky", Count: 3}, {Name: "Ilya Maren", Count: 1}}; !slices.Equal(speakers, want) {
		t.Fatalf("speakers: %v", speakers)
	}
	for _, called := range []string{"Volodymyr Zelensky", "Володимир Зеленський"} {
		if got, _ := l.IDs(ctx, library.Filter{Speaker: called}); len(got) != 3 || slices.Contains(got, ids[2]) {
			t.Errorf("reports of %s: %v", called, got)
		}
	}
	found, err := l.Actors(ctx, "зеленськ") // letter for letter, whatever the actor is called
	must(t, err)
	if len(found) != 1 || found[0].Reports != 3 || len(found[0].Names) != 3 || found[0].Said {
		t.Errorf("found: %+v", found)
	}
}

func TestActorsAreJoinedRenamedSplitAndUndone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	add(t, l, spokenBy("Volodymyr Zelensky", "the president", "Ilya Maren")...)
	before := actorNames(t, l)
	must(t, l.JoinActors(ctx, []string{"the president", "Volodymyr Zelensky"}, "President Zelensky"))
	joined := actorNames(t, l)
	if got := joined["President Zelensky"]; !slices.Equal(got, []string{"Volodymyr Zelensky", "the president"}) {
		t.Fatalf("joined: %v", joined)
	}
	// A spelling that comes in later belongs to the actor that was named.
	late := spokenBy("x", "x", "x", "Володимир Зеленський")[3:]
	add(t, l, late...)
	if got := actorNames(t, l)["President Zelensky"]; len(got) != 3 {
		t.Errorf("a new spelling: %v", got)
	}
	_, err := l.Undo(ctx) // the report
	must(t, err)
	must(t, l.SplitActor(ctx, []string{"the president"}, "President Orlan"))
	if got := actorNames(t, l)["President Orlan"]; !slices.Equal(got, []string{"the president"}) {
		t.Errorf("split: %v", got)
	}
	if err := l.SplitActor(ctx, []string{"Ilya Maren"}, " "); err == nil {
		t.Error("an actor without a name")
	}
	must(t, l.Close())

	l = open(t, path) // also after a restart
	for _, want := range []library.StepKind{library.StepActorSplit, library.StepActorJoin} {
		step, err := l.Undo(ctx)
		must(t, err)
		if step.Kind != want {
			t.Errorf("undid %v", step)
		}
	}
	if got := actorNames(t, l); len(got) != len(before) || len(got["Volodymyr Zelensky"]) != 1 {
		t.Errorf("after undo: %v", got)
	}
	_, err = l.Redo(ctx)
	must(t, err)
	if got := actorNames(t, l); len(got["President Zelensky"]) != 2 {
		t.Errorf("after redo: %v", got)
	}
	must(t, l.Reindex(ctx, nil))
	if got := actorNames(t, l); len(got["President Zelensky"]) != 2 || len(got["Ilya Maren"]) != 1 {
		t.Errorf("after the indexes were made anew: %v", got)
	}
}

func TestANameCannotLeaveAnActorForItself(t *testing.T) {
	l := fresh(t)
	add(t, l, spokenBy("Volodymyr Zelensky", "Volodymyr Zelenskyy")...)
	if err := l.SplitActor(ctx, []string{"Volodymyr Zelensky"}, "Volodymyr Zelensky"); err == nil {
		t.Error("split under the name that the others keep")
	}
	must(t, l.SplitActor(ctx, []string{"Volodymyr Zelenskyy"}, "Volodymyr Zelenskyy"))
	if got := actorNames(t, l); len(got) != 2 {
		t.Errorf("split: %v", got)
	}
}

func TestPublishersAreJoinedSplitAndUndone(t *testing.T) {
	l := fresh(t)
	ids := add(t, l, spokenBy("A", "B", "C")...)
	must(t, l.JoinPublishers(ctx, []string{"Paper A", "Paper B", "nowhere"}, "The Paper"))
	counts := func() []library.Facet {
		all, err := l.Publishers(ctx)
		must(t, err)
		return all
	}
	if got := counts(); !slices.Equal(got, []library.Facet{{Name: "The Paper", Count: 2}, {Name: "Paper C", Count: 1}}) {
		t.Fatalf("joined: %v", got)
	}
	must(t, l.SplitPublisher(ctx, ids[1:2], "The Evening Paper"))
	if got, _ := l.IDs(ctx, library.Filter{Publisher: "The Evening Paper"}); !slices.Equal(got, ids[1:2]) {
		t.Errorf("split: %v", got)
	}
	for range 2 {
		step, err := l.Undo(ctx)
		must(t, err)
		if step.Kind != library.StepPublisher {
			t.Errorf("undid %v", step)
		}
	}
	if got := counts(); len(got) != 3 || got[0].Name != "Paper A" {
		t.Errorf("after undo: %v", got)
	}
}

func TestThemesAreJoinedAndSplit(t *testing.T) {
	l := fresh(t)
	all, err := l.Themes(ctx)
	must(t, err)
	must(t, l.JoinThemes(ctx, []data.ThemeID{all[0].ID, all[1].ID}, all[1].Name))
	joined, err := l.Themes(ctx)
	must(t, err)
	if len(joined) != len(all)-1 || joined[0].ID != all[0].ID || joined[0].Name != all[1].Name || len(joined[0].Phrases) < len(all[0].Phrases) {
		t.Fatalf("joined: %+v", joined[0])
	}
	must(t, l.SplitTheme(ctx, joined[0].ID, joined[0].Phrases[:2], "A new one"))
	split, err := l.Themes(ctx)
	must(t, err)
	if last := split[len(split)-1]; last.Name != "A new one" || !slices.Equal(last.Phrases, joined[0].Phrases[:2]) {
		t.Errorf("split: %+v", last)
	}
	if err := l.SplitTheme(ctx, split[1].ID, split[1].Phrases, "All of it"); err == nil {
		t.Error("a theme was left without phrases")
	}
	for range 2 {
		_, err = l.Undo(ctx)
		must(t, err)
	}
	back, err := l.Themes(ctx)
	must(t, err)
	if !slices.EqualFunc(back, all, func(a, b data.Theme) bool { return a.Name == b.Name && slices.Equal(a.Phrases, b.Phrases) }) {
		t.Errorf("after undo: %+v", back)
	}
}

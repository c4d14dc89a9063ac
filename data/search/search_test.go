package search_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// shelf is a small library of reports whose sentences end with a full stop.
func shelf(t *testing.T) *library.Library {
	t.Helper()
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(t.TempDir(), "l.lectern")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	for _, r := range []struct{ title, lang, speaker, body string }{
		{"A call with two envoys", "en", "Volodymyr Zelensky", "The president spoke with the envoys. He said the talks were “long and difficult”, and\nthat Łódź could host more. Analysts doubt that the cease-fire will hold."},
		{"Розмова з посланцями", "uk", "Володимир Зеленський", "Зеленський поговорив із посланцями. Луганськ залишається темою переговорів."},
		{"Markets", "en", "", "Stocks rose after the call. Nobody spoke of Lugansk."},
		{"Ceasefire envoys", "en", "An official", "Nothing in this text is about it."},
	} {
		reading := data.Reading{Model: "test"}
		at := 0
		for i, s := range strings.SplitAfter(r.body, ".") {
			if strings.TrimSpace(s) != "" {
				from := at + len(s) - len(strings.TrimLeft(s, " "))
				reading.Sentences = append(reading.Sentences, data.Sentence{
					Span: data.Span{Start: from, End: at + len(s)}, Lane: data.Lanes()[i%4], Attribution: -1})
			}
			at += len(s)
		}
		if r.speaker != "" {
			reading.Attributions = []data.Attribution{{Speaker: r.speaker, Content: []data.Span{{End: 5}}}}
			reading.Sentences[0].Attribution = 0
		}
		_, err := l.Add(ctx, []library.NewReport{{Report: data.Report{Title: r.title, Lang: r.lang,
			Published: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}, Body: r.body, Reading: reading}})
		if err != nil {
			t.Fatal(err)
		}
	}
	return l
}

func find(t *testing.T, l *library.Library, text string, f library.Filter) search.Found {
	t.Helper()
	q, err := search.ParseTyped(text)
	if err != nil {
		t.Fatal(err)
	}
	found, err := search.Find(ctx, l, q, search.Ask{Filter: f})
	if err != nil {
		t.Fatalf("%q: %v (%v)", text, err, data.FaultOf(err).Err)
	}
	return found
}

func TestASearchFindsWhatAPersonMeans(t *testing.T) {
	l := shelf(t)
	for _, c := range []struct {
		text string
		want []data.ReportID // in no order
	}{
		{"envoys", []data.ReportID{1, 4}},
		{"ENVOYS ", []data.ReportID{1, 4}},
		{"env", []data.ReportID{1, 4}},
		{"env ", nil}, // a whole word, now that a space follows
		{"env* ", []data.ReportID{1, 4}},
		{"en", nil}, // too short to go on from
		{"lodz", []data.ReportID{1}},
		{"Łódź", []data.ReportID{1}},
		{"Zelenskyy", []data.ReportID{1, 2}}, // text and speaker, either alphabet
		{"зеленский", []data.ReportID{1, 2}},
		{"Luhansk", []data.ReportID{2}},
		{"Луганськ", []data.ReportID{2, 3}}, // either spelling of a Cyrillic name
		{`"long and difficult"`, []data.ReportID{1}},
		{`“long and`, []data.ReportID{1}},
		{`"difficult long"`, nil},
		{"cease-fire ", []data.ReportID{1}},
		{"call -stocks", []data.ReportID{1}},
		{"call market", []data.ReportID{3}},
		{`call -"two envoys"`, []data.ReportID{3}},
		{`'; DROP TABLE reports; --`, nil},
		{"^call* + {x}", nil},
		{"-call", []data.ReportID{2, 4}},
		{"call OR luhansk ", []data.ReportID{1, 2, 3}},
		{"(stocks OR difficult) call ", []data.ReportID{1, 3}},
		{"(stocks OR difficult) -markets ", []data.ReportID{1}},
		{"envoys near/3 spoke ", []data.ReportID{1}},
		{"spoke near/1 envoys ", nil},
		{`"Zelensky"`, []data.ReportID{1}},   // in this very alphabet
		{`"Зеленський"`, []data.ReportID{2}}, // and in that
		{"lang:uk", []data.ReportID{2}},
		{"lang:en -call ", []data.ReportID{4}},
		{"said:2026 said:..2026-01-01 is:unread lang:uk", []data.ReportID{2}},
		{"published:2027..", nil},
		{"speaker:zelensky", []data.ReportID{1, 2}},
		{`speaker:"zelensky"`, nil},                               // all of the name
		{`speaker:"володимир зеленський"`, []data.ReportID{1, 2}}, // one person, whatever the spelling
		{"speaker:zelensky president ", []data.ReportID{1}},
		{"speaker:zelensky difficult ", nil}, // that is another's
		{"lane:caveat difficult ", []data.ReportID{1}},
		{"lane:statement difficult ", nil},
		{"lane:statement -president lang:en ", []data.ReportID{3, 4}},
		{"lane:caveat OR lane:statement", []data.ReportID{1, 2, 3, 4}},
		{"has:note", nil},
		{"grade:B2", nil},
		{"   ", []data.ReportID{1, 2, 3, 4}},
		{"!?…", []data.ReportID{1, 2, 3, 4}},
	} {
		got := find(t, l, c.text, library.Filter{})
		slices.Sort(got.IDs)
		if !slices.Equal(got.IDs, c.want) || got.Total != len(c.want) || got.Capped {
			t.Errorf("%q finds %+v, want %v", c.text, got, c.want)
		}
	}
	// A title weighs more than a text.
	if got := find(t, l, "envoys ", library.Filter{}); got.IDs[0] != 4 && got.IDs[0] != 1 {
		t.Errorf("order %v", got.IDs)
	}
}

func TestASearchKeepsToTheFilterAndToWhatIsThere(t *testing.T) {
	l := shelf(t)
	for _, c := range []struct {
		text   string
		filter library.Filter
		want   []data.ReportID
	}{
		{"nothing ", library.Filter{Speaker: "An official"}, []data.ReportID{4}},
		{"not", library.Filter{Speaker: "An official"}, []data.ReportID{4}},
		{"president", library.Filter{Speaker: "An official"}, nil},
		{"fire ", library.Filter{Lane: data.Reaction}, []data.ReportID{1}}, // in such a passage
		{"difficult ", library.Filter{Lane: data.Reaction}, nil},
		{"call ", library.Filter{From: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)}, nil},
	} {
		if got := find(t, l, c.text, c.filter); !slices.Equal(got.IDs, c.want) || got.Total != len(c.want) {
			t.Errorf("%q with %+v finds %+v", c.text, c.filter, got)
		}
	}
	if err := l.Remove(ctx, []data.ReportID{4}); err != nil {
		t.Fatal(err)
	}
	if got := find(t, l, "envoys", library.Filter{}); !slices.Equal(got.IDs, []data.ReportID{1}) {
		t.Errorf("a removed report is found: %+v", got)
	}
	if _, err := l.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := l.Describe(ctx, 4, library.Details{Title: "Renamed", Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	if got := find(t, l, "ceasefire", library.Filter{}); len(got.IDs) != 0 {
		t.Errorf("the old title is found: %+v", got)
	}
	if got := find(t, l, "renamed", library.Filter{}); !slices.Equal(got.IDs, []data.ReportID{4}) {
		t.Errorf("the new title finds %+v", got)
	}
}

func TestASnippetShowsTheWordsWhereTheyStand(t *testing.T) {
	l := shelf(t)
	q, _ := search.Parse(`lodz "difficult"`)
	got, err := search.Snippets(ctx, l, q, []data.ReportID{1, 99, 3})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("got %+v", got)
	}
	s := got[0]
	var marked []string
	for _, m := range s.Marks {
		marked = append(marked, m.In(s.Text))
	}
	if s.Text != "He said the talks were “long and difficult”, and that Łódź could host more." ||
		!slices.Equal(marked, []string{"difficult", "Łódź"}) || s.Lane != data.Caveat {
		t.Errorf("%q marks %v, lane %s", s.Text, marked, s.Lane)
	}
	d, _ := l.Document(ctx, 1)
	if s.Passage != d.Passages[1].ID || s.At != d.Passages[1].Span {
		t.Errorf("it stands at %v, passage %d", s.At, s.Passage)
	}
	if len(got[1].Marks) != 0 || got[1].Text != "Stocks rose after the call." {
		t.Errorf("without a match: %+v", got[1])
	}
	// Found by its speaker only, a report shows what that speaker says.
	q, _ = search.Parse("official")
	got, err = search.Snippets(ctx, l, q, []data.ReportID{4})
	if err != nil || got[0].Speaker != "An official" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestPassagesHoldAllOfTheQuery(t *testing.T) {
	l := shelf(t)
	q, _ := search.Parse("president envoys ")
	find := func(f library.Filter, limit int) []search.Snippet {
		got, err := search.Passages(ctx, l, q, search.Ask{Filter: f}, limit)
		if err != nil || got.More != (limit == 2) {
			t.Errorf("%+v, %v", got, err)
		}
		return got.Passages
	}
	if got := find(library.Filter{}, 10); len(got) != 1 || got[0].Report != 1 || got[0].Speaker != "Volodymyr Zelensky" || len(got[0].Marks) != 2 {
		t.Errorf("%+v", got)
	}
	q, _ = search.Parse("call envoys ")
	if got := find(library.Filter{}, 10); len(got) != 0 {
		t.Errorf("no sentence has both, and yet %+v", got)
	}
	q, _ = search.Parse("the ")
	if got := find(library.Filter{}, 2); len(got) != 2 {
		t.Errorf("%d passages", len(got))
	}
	if got := find(library.Filter{Lane: data.Reaction}, 9); len(got) != 1 || got[0].Lane != data.Reaction {
		t.Errorf("%+v", got)
	}
}

func TestALongSentenceIsShortenedAroundTheMatch(t *testing.T) {
	l := shelf(t)
	body := strings.Repeat("слово за словом ", 60) + "needle " + strings.Repeat("after and on ", 60)
	if _, err := l.Add(ctx, []library.NewReport{{Report: data.Report{Title: "Long"}, Body: body, Reading: data.Reading{Model: "t",
		Sentences: []data.Sentence{{Span: data.Span{End: len(body)}, Lane: data.Background, Attribution: -1}}}}}); err != nil {
		t.Fatal(err)
	}
	q, _ := search.Parse("needle")
	got, err := search.Snippets(ctx, l, q, []data.ReportID{5})
	if err != nil {
		t.Fatal(err)
	}
	s := got[0]
	if len(s.Text) > 300 || !strings.HasPrefix(s.Text, "…слов") && !strings.HasPrefix(s.Text, "…за") || !strings.HasSuffix(s.Text, "…") ||
		len(s.Marks) != 1 || s.Marks[0].In(s.Text) != "needle" {
		t.Errorf("%q %v", s.Text, s.Marks)
	}
}

// FuzzSearch types anything at all into the search box.
func FuzzSearch(f *testing.F) {
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(f.TempDir(), "l.lectern")})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { l.Close() })
	body := "The envoys met in Łódź, said Зеленський. 停戦 “x”"
	if _, err := l.Add(ctx, []library.NewReport{{Report: data.Report{Title: "T"}, Body: body}}); err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{`"a b`, `-x y*`, `NEAR(a b)`, "停戦", `a" OR "b`, "\x00\xff", "title : x", "г* Г"} {
		f.Add(s, body)
	}
	f.Fuzz(func(t *testing.T, text, body string) {
		q, err := search.ParseTyped(text)
		if err != nil {
			return
		}
		found, err := search.Find(ctx, l, q, search.Ask{})
		if err != nil {
			t.Fatalf("%q: %v", text, data.FaultOf(err).Err)
		}
		snippets, err := search.Snippets(ctx, l, q, found.IDs)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range snippets {
			for _, m := range s.Marks {
				if m.In(s.Text) == "" {
					t.Errorf("%q marks %v in %q", text, m, s.Text)
				}
			}
		}
	})
}

package export_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/brief"
	"lectern/data/export"
	"lectern/data/library"
)

// voice is a report of the tests: its paragraphs, each a passage in a lane.
type voice struct {
	title, publisher, lang string
	lines                  []line
}

type line struct {
	lane    data.Lane
	speaker string
	words   string
}

var voices = []voice{
	{"Mediators set a date for the valley talks", "The Harbour Post", "en", []line{
		{data.Statement, "Ilia Maren", "“We will open the crossing at Tall Birch on Monday, and we will keep it open,” Ilia Maren said after eleven hours of talks."},
		{data.Caveat, "Nora Feld", "The crossing may close again if the guarantees are not signed, analyst Nora Feld of the Lindqvist Centre warned 👩‍🚀."},
		{data.Reaction, "the growers' union", "The growers' union called the date “a promise with no road behind it”."},
		{data.Caveat, "", "It is unclear who would pay for the bridge, which engineers say could take about eight months to mend."},
		{data.Background, "", "The crossing has been shut since the flood of 2024."},
		{data.Statement, "Ilia Maren", strings.TrimSpace(strings.Repeat("The mediators agreed that every lorry is counted twice, once on either bank, and that the lists are read aloud in both towns. ", 12))},
	}},
	{"Перехід у долині відкриють у понеділок", "Річковий вісник", "uk", []line{
		{data.Statement, "Ілля Марен", "«Ми відкриємо перехід біля Високої Берези в понеділок», сказав Ілля Марен після одинадцяти годин перемовин."},
		{data.Reaction, "спілка садівників", "Спілка садівників назвала дату обіцянкою без дороги."},
	}},
	{"سيفتح المعبر يوم الاثنين", "صحيفة النهر", "ar", []line{
		{data.Statement, "إيليا مارين", "قال إيليا مارين: سنفتح المعبر عند Tall Birch يوم الاثنين."},
		{data.Caveat, "نورا فيلد", "قد يُغلق المعبر مرة أخرى، كما حذّرت نورا فيلد."},
	}},
	{"המעבר ייפתח ביום שני", "עיתון הנהר", "he", []line{
		{data.Statement, "איליה מארן", "נפתח את המעבר ביום שני, אמר איליה מארן."},
	}},
	{`=HYPERLINK("http://x.example","open")`, "@Paper", "en", []line{{data.Statement, "-cmd", "+1 is what the counter showed, & <nothing> else."}}},
}

// chorus is a library with reports in several scripts, and a brief on them that
// has a step of every kind.
func chorus(t *testing.T) (*library.Library, []data.Document, data.Brief) {
	t.Helper()
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(t.TempDir(), "l.lectern"), Who: "Vera"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	var all []library.NewReport
	for _, v := range voices {
		all = append(all, v.report())
	}
	added, err := l.Add(ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	var docs []data.Document
	for _, a := range added {
		d, err := l.Document(ctx, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	if err := l.Mark(ctx, []data.ReportID{docs[0].ID}, data.Amber); err != nil {
		t.Fatal(err)
	}
	for i, d := range docs {
		if docs[i], err = l.Document(ctx, d.ID); err != nil {
			t.Fatal(err)
		}
	}
	q := func(doc, passage int) data.Quote { return brief.QuoteOf(docs[doc], docs[doc].Passages[passage], day) }
	return l, docs, data.Brief{Title: "The crossing at Tall Birch", Steps: []data.BriefStep{
		{Kind: data.TitleCard, Title: "The crossing at Tall Birch", Words: "What was said, what it hangs on, how it was received", Notes: "breathe first"},
		{Kind: data.LanesStep, Main: brief.Whole(docs[0].Report, day)},
		{Kind: data.StatementStep, Main: q(0, 0), With: []data.Quote{q(0, 1), q(0, 3), q(0, 2)}, Notes: "name the bridge"},
		{Kind: data.StatementStep, Main: q(0, 5), With: []data.Quote{q(0, 1)}},
		{Kind: data.QuotationStep, Main: q(1, 0)},
		{Kind: data.QuotationStep, Main: q(2, 0)},
		{Kind: data.StatementStep, Main: q(3, 0)},
		{Kind: data.PairStep, Main: brief.Whole(docs[0].Report, day), With: []data.Quote{brief.Whole(docs[1].Report, day)}},
		{Kind: data.NoteCard, Title: "Left open", Words: "Who pays for the bridge\nWho signs for the far bank"},
	}}
}

// report is the voice as it comes into a library.
func (v voice) report() library.NewReport {
	r := library.NewReport{Report: data.Report{Title: v.title, Publisher: v.publisher, Lang: v.lang,
		URL: "https://paper.example/?a=1&b=" + v.lang, Published: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)}}
	for _, l := range v.lines {
		if r.Body != "" {
			r.Body += "\n\n"
		}
		s := data.Sentence{Span: data.Span{Start: len(r.Body), End: len(r.Body) + len(l.words)}, Kind: data.Body, Lane: l.lane, Attribution: -1}
		if l.speaker != "" {
			s.Attribution = len(r.Reading.Attributions)
			r.Reading.Attributions = append(r.Reading.Attributions, data.Attribution{Content: []data.Span{s.Span}, Speaker: l.speaker})
		}
		if i := strings.Index(l.words, "unclear"); i >= 0 {
			s.Hedges = []data.Hedge{{Span: data.Span{Start: s.Start + i, End: s.Start + i + 7}, Kind: data.NotKnown}}
		}
		r.Reading.Sentences = append(r.Reading.Sentences, s)
		r.Body += l.words
	}
	r.Reading.Model, r.Reading.Lang = "made", v.lang
	return r
}

func TestBreaksBetweenLinesOfACardStayInMarkdown(t *testing.T) {
	p := export.Paper{Title: "T", Parts: []export.Part{{Blocks: []export.Block{{Text: "one\ntwo\n\n\nthree\n"}}}}}
	var out bytes.Buffer
	if err := export.WriteMarkdown(&out, p, export.English()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\none\\\ntwo\n\n\nthree\n") {
		t.Errorf("written:\n%s", out.String())
	}
}

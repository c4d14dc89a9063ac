package when

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"lectern/data"
)

// published is a Wednesday.
var published = date(2026, 10, 7)

// said writes what was found: the words, the days and the precision's first letter.
func said(text string, day time.Time) string {
	var all []string
	for _, m := range Find(text, day) {
		days := m.Last.Format("2006-01-02")
		if m.First != m.Last {
			days = m.First.Format("2006-01-02") + "/" + days
		}
		limit := ""
		if m.Limit {
			limit = "<"
		}
		all = append(all, fmt.Sprintf("%s=%s%s%c", m.In(text), limit, days, m.Precision[0]))
	}
	return strings.Join(all, "; ")
}

func TestExpressionsOfTimeAreResolvedAgainstThePublication(t *testing.T) {
	for text, want := range map[string]string{
		// Days.
		"signed on 6 October 2026, the":               "on 6 October 2026=2026-10-06d",
		"the October 20, 2026 list":                   "October 20, 2026=2026-10-20d",
		"LISSOVA, Oct. 6 (HTA)":                       "Oct. 6=2026-10-06d",
		"on the 20th of October":                      "on the 20th of October=2026-10-20d",
		"published 2026-10-05 or 31.12.2026":          "2026-10-05=2026-10-05d; 31.12.2026=2026-12-31d",
		"on 31 February 2026":                         "",
		"on 3 January it began; on 20 October it was": "on 3 January=2026-01-03d; on 20 October=2026-10-20d",
		"on 20 November they meet, as in 2024":        "on 20 November=2026-11-20d; in 2024=2024-01-01/2024-12-31y",
		"He left today and returns tomorrow":          "today=2026-10-07d; tomorrow=2026-10-08d",
		"the day after tomorrow":                      "the day after tomorrow=2026-10-09d",
		"said on Tuesday that it":                     "on Tuesday=2026-10-06d",
		"said on Wednesday that it":                   "on Wednesday=2026-10-07d",
		"agreed on Tuesday to a pause":                "on Tuesday=2026-10-06d",
		"agreed to meet on Friday":                    "on Friday=2026-10-09d",
		"she will speak on Friday.":                   "on Friday=2026-10-09d",
		"He said he will speak on Tuesday":            "on Tuesday=2026-10-13d",
		"On Monday the party will table a motion":     "On Monday=2026-10-12d",
		"He will go. It ended on Friday":              "on Friday=2026-10-02d",
		"by Monday it is over":                        "by Monday=<2026-10-12d",
		"last Wednesday; next Wednesday":              "last Wednesday=2026-09-30d; next Wednesday=2026-10-14d",
		"this Friday":                                 "this Friday=2026-10-09d",
		"Saturday 17 October 2026":                    "Saturday 17 October 2026=2026-10-17d",
		// Limits and spans.
		"by the end of October":               "by the end of October=<2026-10-31m",
		"by the end of the month":             "by the end of the month=<2026-10-31m",
		"before the end of next year":         "before the end of next year=<2027-12-31y",
		"within two weeks we":                 "within two weeks=<2026-10-07/2026-10-21w",
		"within two weeks of the call":        "",
		"within thirty days":                  "",
		"within 30 days":                      "within 30 days=<2026-10-07/2026-11-06d",
		"by 15 October":                       "by 15 October=<2026-10-15d",
		"before 26 October":                   "before 26 October=<2026-10-26d",
		"by March":                            "by March=<2027-03-01/2027-03-31m",
		"three days ago":                      "three days ago=2026-10-04d",
		"it will follow in two weeks":         "in two weeks=2026-10-21w",
		"the first time in two weeks":         "",
		"over the next three months":          "the next three months=<2026-10-07/2027-01-07m",
		"last week, this month and next year": "last week=2026-09-28/2026-10-04w; this month=2026-10-01/2026-10-31m; next year=2027-01-01/2027-12-31y",
		// Months and years.
		"in April 2023 the war": "in April 2023=2023-04-01/2023-04-30m",
		"since May 2024":        "May 2024=2024-05-01/2024-05-31m",
		"in March it was":       "in March=2026-03-01/2026-03-31m", "faces an election in March": "in March=2027-03-01/2027-03-31m", "last October, next December": "last October=2025-10-01/2025-10-31m; next December=2026-12-01/2026-12-31m",
		"since August":       "August=2026-08-01/2026-08-31m",
		"by 2030 and beyond": "by 2030=<2030-01-01/2030-12-31y",
		// What only looks like a time.
		"May I ask? It may be so.":                  "",
		"Prime Minister May spoke in a march":       "",
		"In 2000 villages 2,100 prisoners 0.8 km":   "",
		"Article 5, 10 to 12 sides, on page 12":     "",
		"the second Sunday paper sat with Jan":      "Sunday=2026-10-04d",
		"They marched on March Street, in the Mays": "",
		// Ukrainian and Russian.
		"7 жовтня 2026 року":                 "7 жовтня 2026 року=2026-10-07d",
		"наступна відбудеться до 26 жовтня.": "до 26 жовтня=<2026-10-26d",
		"у вівторок увечері":                 "у вівторок=2026-10-06d",
		"анонсувала на суботу мітинг":        "на суботу=2026-10-10d",
		"Протягом двох тижнів ми":            "Протягом двох тижнів=<2026-10-07/2026-10-21w",
		"до кінця місяця проєкт":             "до кінця місяця=<2026-10-31m",
		"до кінця жовтня":                    "до кінця жовтня=<2026-10-31m",
		"у квітні 2023 року":                 "у квітні 2023 року=2023-04-01/2023-04-30m",
		"минулого тижня":                     "минулого тижня=2026-09-28/2026-10-04w",
		"у листопаді 2024-го":                "у листопаді 2024-го=2024-11-01/2024-11-30m",
		"в течение двух недель":              "в течение двух недель=<2026-10-07/2026-10-21w",
		"через три дня, до конца года":       "через три дня=2026-10-10d; до конца года=<2026-12-31y",
		"20 октября 2026 года":               "20 октября 2026 года=2026-10-20d",
		"завтра, сегодня и послезавтра":      "завтра=2026-10-08d; сегодня=2026-10-07d; послезавтра=2026-10-09d",
		"о середу":                           "",
	} {
		if got := said(text, published); got != want {
			t.Errorf("%q:\n got  %s\n want %s", text, got, want)
		}
	}
}

func TestWithoutADayOfPublicationOnlyFullDatesAreRead(t *testing.T) {
	text := "On Tuesday, 6 October, tomorrow, within two weeks, by May, on 6 October 2026 and in April 2023"
	if got := said(text, time.Time{}); got != "on 6 October 2026=2026-10-06d; in April 2023=2023-04-01/2023-04-30m" {
		t.Error(got)
	}
}

func TestEveryMomentLiesInTheTextInOrder(t *testing.T) {
	part := rapid.OneOf(rapid.SampledFrom([]string{"by ", "the end of ", "October ", "20", "2026", "-", ".", "Tuesday", " within two weeks", "до ", "кінця ", "року", "\n", "next ", "May ", "в течение ", "час ", "in ", "\xff", "’"}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(part, 0, 30).Draw(t, "parts"), "")
		at := 0
		for _, m := range Find(text, published) {
			if m.Start < at || m.Empty() || m.End > len(text) || m.Last.Before(m.First) || m.Precision == "" {
				t.Fatalf("%+v in %q", m, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(m.In(text)) {
				t.Fatalf("%+v cuts a letter of %q", m, text)
			}
			at = m.End
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("by the end of October 2026, within two weeks, 20.10.2026")
	f.Add("до кінця 99.99.9999 2026-")
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range Find(text, published) {
			if m.In(text) == "" {
				t.Errorf("%+v", m)
			}
		}
	})
}

// statements reads every line as a statement of one speaker.
func statements(lines ...string) (string, data.Reading) {
	text, r := "", data.Reading{Attributions: []data.Attribution{{Speaker: "Ilya Maren"}}}
	for _, l := range lines {
		r.Sentences = append(r.Sentences, data.Sentence{Span: data.Span{Start: len(text), End: len(text) + len(l)}, Kind: data.Body, Lane: data.Statement})
		text += l + "\n"
	}
	return text, r
}

func TestAPromiseHasASpeakerAndADay(t *testing.T) {
	for line, want := range map[string]string{
		`"Within two weeks we will put the complete list on the table," Maren said.`:  "2026-10-21 Within two weeks",
		`The minister said on Tuesday that it would open the crossing by 15 October.`: "2026-10-15 by 15 October",
		`She pledged to hand over, within two weeks, a complete list.`:                "2026-10-21 within two weeks",
		`He promised that a draft would be ready by the end of the month.`:            "2026-10-31 by the end of the month",
		`They agreed to meet on Friday.`:                                              "2026-10-09 on Friday",
		`«Протягом двох тижнів ми покладемо на стіл повний список», — сказала вона.`:  "2026-10-21 Протягом двох тижнів",
		`Він пообіцяв передати список до 20 жовтня.`:                                  "2026-10-20 до 20 жовтня",
		`Министр обязался открыть мост до конца месяца.`:                              "2026-10-31 до конца месяца",
		`"Within two weeks we will do it," she said in her address of 1 October.`:     "2026-10-15 Within two weeks",
		`"Within two weeks we will do it," she said after the first call.`:            "",
		`The pause will hold until Friday.`:                                           "",
		`He thought it unlikely that a draft would come by 15 October.`:               "",
		`We would need to see monitors next year.`:                                    "",
		`He said on Monday that it was over.`:                                         "",
		`It will not open by 15 October.`:                                             "",
		`Will it open by 15 October?`:                                                 "",
		`It would open by 15 October if the shelling ceased.`:                         "",
		`As a sign of good will the bridge was opened before 15 October.`:             "",
		`It will rise again, he said last week.`:                                      "",
		`We will never recognise a change made by force.`:                             "",
	} {
		text, r := statements("The talks went on.", line)
		got := ""
		for _, e := range Promises(text, r, published) {
			got += e.Due.Format("2006-01-02") + " " + e.When.In(text)
			if e.Speaker != "Ilya Maren" || e.Passage.In(text) != line {
				t.Errorf("%q: %+v", line, e)
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestOnlyStatementsOfSomebodyPromise(t *testing.T) {
	const line = "It will open by 15 October."
	for name, change := range map[string]func(*data.Sentence){
		"caveat":   func(s *data.Sentence) { s.Lane = data.Caveat },
		"headline": func(s *data.Sentence) { s.Kind = data.Headline },
		"nobody":   func(s *data.Sentence) { s.Attribution = -1 },
		"condition": func(s *data.Sentence) {
			s.Hedges = []data.Hedge{{Kind: data.Condition}}
		},
	} {
		text, r := statements(line)
		change(&r.Sentences[0])
		if got := Promises(text, r, published); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	text, r := statements(line)
	if got := Promises(text, r, time.Time{}); got != nil {
		t.Errorf("without a day of publication: %+v", got)
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(`"Within two weeks we will put the list on the table," President Ilya Maren said on Tuesday, and promised more by 15 October. `, 33) // 4 KB
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, published)
	}
}

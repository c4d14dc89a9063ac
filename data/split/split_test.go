package split

import (
	"slices"
	"strings"
	"testing"

	"lectern/data"
)

func read(t *testing.T, text string) data.Reading {
	t.Helper()
	return NewRules().Split(text, Hints{})
}

func sentencesOf(text string, r data.Reading) []string {
	var out []string
	for _, s := range r.Sentences {
		out = append(out, s.In(text))
	}
	return out
}

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"titles, initials and firms": {
			"Dr. J. R. Hale Jr. met Mr. Orlo of Tarn Inc. on Jan. 3. They talked.",
			[]string{"Dr. J. R. Hale Jr. met Mr. Orlo of Tarn Inc. on Jan. 3.", "They talked."}},
		"letters with full stops": {
			"The plan came from the U.S. It failed at 5 p.m. on Monday in the U.N. building.",
			[]string{"The plan came from the U.S.", "It failed at 5 p.m. on Monday in the U.N. building."}},
		"a question keeps its speaker": {
			"“Who will pay?” Orlo asked. Nobody knew.",
			[]string{"“Who will pay?” Orlo asked.", "Nobody knew."}},
		"a mark closes after the full stop": {
			"She said, “We go.” Then they went.",
			[]string{"She said, “We go.”", "Then they went."}},
		"a headline, a date and a list": {
			"Envoys meet in Tarn\nMarch 12, 2031\nThe two sides listed what is open:\n- borders and bridges.\n- prisoners.",
			[]string{"Envoys meet in Tarn", "March 12, 2031", "The two sides listed what is open:", "- borders and bridges.", "- prisoners."}},
		"numbers and decimals": {
			"It cost 3.5 million. No. 4 was cheaper.",
			[]string{"It cost 3.5 million.", "No. 4 was cheaper."}},
		"Ukrainian with its marks": {
			"«Ми готові. Ми чекаємо», — сказала вона. Зустріч буде в м. Тарні 3 березня 2031 р. ввечері.",
			[]string{"«Ми готові.", "Ми чекаємо», — сказала вона.", "Зустріч буде в м. Тарні 3 березня 2031 р. ввечері."}},
		"windows line ends": {
			"Short head\r\n\r\nA body sentence stands here. And one more.\r\n",
			[]string{"Short head", "A body sentence stands here.", "And one more."}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := sentencesOf(c.text, read(t, c.text)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestKinds(t *testing.T) {
	text := "Envoys meet in Tarn\nBy Ada Low\nThe envoys met at noon and left at dusk.\nImage: Ada Low.\n- first of the points.\n"
	var got []data.SentenceKind
	for _, s := range read(t, text).Sentences {
		got = append(got, s.Kind)
	}
	want := []data.SentenceKind{data.Headline, data.Notice, data.Body, data.Notice, data.Item}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLinesGiveOneSentenceEach(t *testing.T) {
	text := "One. Two.\n\nThree “and\nfour” here\n"
	r := NewRules().Split(text, Hints{Lines: true})
	if got, want := sentencesOf(text, r), []string{"One. Two.", "", "Three “and", "four” here"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// said is an attribution in words.
type said struct {
	kind                        data.AttributionKind
	source, cue, content, voice string
}

func acts(text string, r data.Reading) []said {
	join := func(spans []data.Span) string {
		var parts []string
		for _, s := range spans {
			parts = append(parts, s.In(text))
		}
		return strings.Join(parts, " … ")
	}
	var out []said
	for _, a := range r.Attributions {
		out = append(out, said{a.Kind, join(a.Source), join(a.Cue), join(a.Content), a.Speaker})
	}
	return out
}

func TestAttributions(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want said
	}{
		"X said that":         {"Mayor Ada Low said that the bridge was safe.", said{data.Indirect, "Mayor Ada Low", "said", "that the bridge was safe", "Ada Low"}},
		"quote, said X":       {"“The bridge is safe,” said Ada Low.", said{data.Direct, "Ada Low", "said", "“The bridge is safe,”", "Ada Low"}},
		"quote, X said":       {"“The bridge is safe,” Ada Low said on Monday.", said{data.Direct, "Ada Low", "said", "“The bridge is safe,”", "Ada Low"}},
		"broken quotation":    {"“The bridge,” Ada Low said, “is safe.”", said{data.Direct, "Ada Low", "said", "“The bridge,” … “is safe.”", "Ada Low"}},
		"according to":        {"The bridge was safe, according to Ada Low.", said{data.Indirect, "Ada Low", "according to", "The bridge was safe", "Ada Low"}},
		"clause, X said":      {"The bridge was quite safe, Ada Low said.", said{data.Indirect, "Ada Low", "said", "The bridge was quite safe", "Ada Low"}},
		"apposition":          {"Ada Low, the mayor of Tarn, said the bridge was safe.", said{data.Indirect, "Ada Low, the mayor of Tarn,", "said", "the bridge was safe", "Ada Low"}},
		"a name after a post": {"The mayor of Tarn, Ada Low, told the hosts that the bridge was safe.", said{data.Indirect, "The mayor of Tarn, Ada Low,", "told", "that the bridge was safe", "Ada Low"}},
		"colon":               {"Ada Low said: “The bridge is safe.”", said{data.Direct, "Ada Low", "said", "“The bridge is safe.”", "Ada Low"}},
		"X's claim that":      {"Few accept Ada Low’s claim that the bridge was safe.", said{data.Indirect, "Ada Low’s", "claim", "that the bridge was safe", "Ada Low"}},
		"passive":             {"The bridge was criticised by Ada Low.", said{data.Indirect, "Ada Low", "was criticised by", "The bridge", "Ada Low"}},
		"unnamed":             {"A senior official said the bridge was safe.", said{data.Indirect, "A senior official", "said", "the bridge was safe", "A senior official"}},
		"occasion before":     {"In a letter on Monday, Ada Low wrote that the bridge was safe.", said{data.Indirect, "Ada Low", "wrote", "that the bridge was safe", "Ada Low"}},
		"told somebody":       {"Ada Low told reporters on Monday that the bridge was safe.", said{data.Indirect, "Ada Low", "told", "that the bridge was safe", "Ada Low"}},
		"mixed":               {"Ada Low said the bridge was “safe as houses” for now.", said{data.Mixed, "Ada Low", "said", "the bridge was “safe as houses” for now", "Ada Low"}},
		"straight marks":      {`"The bridge is safe," Ada Low said.`, said{data.Direct, "Ada Low", "said", `"The bridge is safe,"`, "Ada Low"}},
		"statement of a body": {"The Department of Roads said the bridge was safe.", said{data.Indirect, "The Department of Roads", "said", "the bridge was safe", "Department of Roads"}},
		"Ukrainian":           {"«Ми готові до розмови», — сказала Олена Мороз.", said{data.Direct, "Олена Мороз", "сказала", "«Ми готові до розмови»", "Олена Мороз"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := acts(c.text, read(t, c.text))
			if len(got) != 1 || got[0] != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestNoAttributionInPlainFacts(t *testing.T) {
	for _, text := range []string{
		"The latest talks ended after two hours in the old customs house.",
		"Trains left Tarn on time, and the market opened at nine.",
		"The report was published on Monday.",
	} {
		if got := acts(text, read(t, text)); len(got) != 0 {
			t.Errorf("%q: got %+v", text, got)
		}
	}
}

func TestSpeakersAreResolvedInTheReport(t *testing.T) {
	text := "Talks in Tarn\nTarnian President Ada Low said the talks went well on every point.\n" +
		"“We are close,” Low said.\nShe said the bridge would open.\n" +
		"Later the president said that nothing was signed.\n" +
		"A person close to the talks said that was too early.\n"
	var got []string
	for _, a := range read(t, text).Attributions {
		got = append(got, a.Speaker)
	}
	want := []string{"Ada Low", "Ada Low", "Ada Low", "Ada Low", "A person close to the talks"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestQuotationOverSentencesAndParagraphsKeepsItsSpeaker(t *testing.T) {
	text := "“We met at noon. We talked about bridges.\n“Then we went home,” said Ada Low.\n"
	r := read(t, text)
	if len(r.Attributions) != 1 || r.Attributions[0].Speaker != "Ada Low" || len(r.Attributions[0].Content) != 2 {
		t.Fatalf("got %+v", acts(text, r))
	}
	for i, s := range r.Sentences {
		if s.Lane != data.Statement || !s.Speech {
			t.Errorf("sentence %d %q: lane %q, speech %v", i, s.In(text), s.Lane, s.Speech)
		}
	}
}

// printed is the body of a report, broken at 60 columns.
const printed = `Envoys meet at the old customs house
By Ada Low

The envoys of the two banks met on Monday in the old customs
house by the river. "We are close, and we were close before
the snow fell," the mayor of Tarn, Ivo Brandt, told the
morning briefing. Nothing was signed.

What is open

- The toll, which both sides want to take, and the guards
  who would be needed for that.
- The night.
`

func TestPrintedLinesAreOneParagraph(t *testing.T) {
	want := []string{
		"Envoys meet at the old customs house", "By Ada Low",
		"The envoys of the two banks met on Monday in the old customs\nhouse by the river.",
		"\"We are close, and we were close before\nthe snow fell,\" the mayor of Tarn, Ivo Brandt, told the\nmorning briefing.",
		"Nothing was signed.", "What is open",
		"- The toll, which both sides want to take, and the guards\n  who would be needed for that.", "- The night.",
	}
	for _, ends := range []string{"\n", "\r\n"} {
		text := strings.ReplaceAll(printed, "\n", ends)
		r := read(t, text)
		sound(t, text, r)
		got := sentencesOf(text, r)
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], ends, "\n")
		}
		if !slices.Equal(got, want) {
			t.Errorf("with %q: got  %q\nwant %q", ends, got, want)
		}
		if len(r.Attributions) != 1 || r.Attributions[0].Speaker != "Ivo Brandt" {
			t.Errorf("with %q: got %+v", ends, acts(text, r))
		}
	}
	if r := NewRules().Split(printed, Hints{Lines: true}); len(r.Sentences) != lineCount(printed) {
		t.Errorf("a line a sentence: %d sentences for %d lines", len(r.Sentences), lineCount(printed))
	}
}

package split

import (
	"encoding/json"
	"os"
	"testing"

	"lectern/data"
)

// report puts a sentence in the middle of a report, where nothing else speaks.
func report(sentence string) string {
	return "Envoys meet in Tarn\nThe envoys met in the old customs house on Monday.\n" +
		"The building stands by the river.\nIt was built in 1890.\nSnow fell on the roads all day.\n" + sentence + "\n"
}

func TestLanes(t *testing.T) {
	for _, c := range []struct {
		text, rule string
		lane       data.Lane
	}{
		{"Foreign Minister Ada Low said the sides had agreed on prisoners.", RuleParty, data.Statement},
		{"Ivo Brandt said the sides had agreed on prisoners.", RuleSource, data.Statement},
		{"Low declined to comment.", RuleSource, data.Statement},
		{"Analysts say the deal could fall apart within weeks.", RuleAnalyst, data.Caveat},
		{"“It will not hold,” said Ivo Brandt, a professor of law at Tarn University.", RuleAnalyst, data.Caveat},
		{"It remains unclear who will guard the bridges.", RuleNotKnown, data.Caveat},
		{"- It is almost certain that the talks will go on.", RuleForecast, data.Caveat},
		{"- There is a roughly even chance that the bridge will open.", RuleForecast, data.Caveat},
		{"Whether they would agree to this is uncertain.", RuleNotKnown, data.Caveat},
		{"The bearing is sound, said Ivo Brandt, a bridge engineer who looked at it.", RuleAnalyst, data.Caveat},
		{"Ivo Brandt of Tarn House, who put the chance of that at one in three, said that nothing had changed.", RuleAnalyst, data.Caveat},
		{"A bus weighs less than a lorry, Ada Low pointed out.", RuleSource, data.Statement},
		{"Any lasting peace will require guarantees on both banks.", RuleForecast, data.Caveat},
		{"Residents said they had heard such promises before.", RuleReceiver, data.Reaction},
		{"“I am disappointed by this,” said Ivo Brandt.", RuleReceiver, data.Reaction},
		{"The announcement drew criticism in the southern provinces.", RuleReception, data.Reaction},
		{"In a poll, 61 percent of 900 people backed the talks and 20 percent did not.", RulePoll, data.Reaction},
		{"The two delegations left the building at nine.", RuleFact, data.Background},
		{"Image: Ada Low.", RuleFurniture, data.Background},
	} {
		text := report(c.text)
		r := read(t, text)
		s := r.Sentences[len(r.Sentences)-1]
		if s.Lane != c.lane || s.Reason.Rule != c.rule {
			t.Errorf("%q: lane %q by %q (%q), want %q by %q", c.text, s.Lane, s.Reason.Rule, s.Reason.Evidence, c.lane, c.rule)
		}
	}
}

func TestAnAnalystsPaperJudgesInItsOwnVoice(t *testing.T) {
	text := "What to expect before the spring\nKey judgements\n" +
		"- It is almost certain that the talks will go on.\n- It is likely that a list will be made. We have moderate confidence in this.\n" +
		"- There is an even chance that the bridge will open.\n- It is very unlikely that the guns will fall silent.\n" +
		"We had no access to the lists. The bridge has two spans. That alone would carry the work into the winter.\n" +
		"Mayor Ada Low said that our paper was wrong.\n"
	want := map[string]data.Lane{
		"We had no access to the lists.": data.Caveat, "The bridge has two spans.": data.Background,
		"That alone would carry the work into the winter.": data.Caveat, "Mayor Ada Low said that our paper was wrong.": data.Statement,
	}
	for _, s := range read(t, text).Sentences {
		if lane, ok := want[s.In(text)]; ok && s.Lane != lane || s.Kind == data.Item && s.Lane != data.Caveat {
			t.Errorf("%q: lane %q", s.In(text), s.Lane)
		}
	}
}

func TestHedgesNameTheirKind(t *testing.T) {
	text := "The bridge may open if funds come, about 40 workers are reportedly on site, and it is unclear who pays."
	r := read(t, text)
	var got []string
	for _, h := range r.Sentences[0].Hedges {
		got = append(got, string(h.Kind)+":"+h.In(text))
	}
	want := []string{"modal:may", "condition:if", "approximator:about", "weasel:reportedly", "not-known:is unclear"}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
	if !r.Sentences[0].Uncertain {
		t.Error("a hedged main claim is uncertain")
	}
	if r := read(t, "The bridge opened in May."); len(r.Sentences[0].Hedges) != 0 || r.Sentences[0].Uncertain {
		t.Errorf("May is a month: %+v", r.Sentences[0].Hedges)
	}
}

func TestEveryRuleHasAScoreAndIsPutInWords(t *testing.T) {
	for _, lang := range []string{"en", "uk"} {
		b, err := os.ReadFile("../../assets/translations/" + lang + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]any
		if err := json.Unmarshal(b, &words); err != nil {
			t.Fatal(err)
		}
		for rule, score := range rules {
			if words["reason."+rule] == nil {
				t.Errorf("%s is not in %s", rule, lang)
			}
			if score < 0 || score > 1 || score == 0 && rule != RuleNoLanes {
				t.Errorf("%s: score %v", rule, score)
			}
		}
	}
}

func isRule(word string) bool {
	_, ok := rules[word]
	return ok
}

func TestOtherLanguagesComeWithoutLanes(t *testing.T) {
	text := "Die Gesandten trafen sich am Montag in einem alten Zollhaus am Fluss und sprachen lange über die Brücken. " +
		"Nach drei Stunden gingen sie hinaus und schwiegen. Der Bürgermeister lud danach alle zum Essen ein, doch keiner kam, " +
		"weil Schnee auf den Wegen lag und der letzte Zug schon um neun Uhr fuhr."
	r := read(t, text)
	if r.Lang != "" {
		t.Errorf("taken for %q", r.Lang)
	}
	for _, s := range r.Sentences {
		if s.Lane != data.NoLane || s.Reason.Rule != RuleNoLanes {
			t.Errorf("%q: lane %q by %q", s.In(text), s.Lane, s.Reason.Rule)
		}
	}
}

func TestLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"The envoys met in the old customs house.":    "en",
		"Посланці зустрілися біля річки в понеділок.": "uk",
		"Посланцы встретились у реки, и был снег.":    "ru",
	} {
		if got := read(t, text).Lang; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

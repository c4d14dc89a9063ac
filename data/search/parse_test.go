package search

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lectern/data"
)

func TestWhatIsTypedIsUnderstood(t *testing.T) {
	for typed, want := range map[string]string{
		`ceasefire`:                            `ceasefire`,
		`“long and  difficult”`:                `"long and difficult"`,
		`a OR b c`:                             `a OR b c`,
		`(a OR b) c`:                           `(a OR b) c`,
		`a АБО b`:                              `a OR b`,
		`a AND b ТА c`:                         `a b c`,
		`-(a b)`:                               `-(a b)`,
		`NOT a`:                                `-a`,
		`--a`:                                  `a`,
		`well - known`:                         `well known`,
		`a near/5 b`:                           `a NEAR/5 b`,
		`a NEAR "b c"`:                         `a NEAR/10 "b c"`,
		`near Kharkiv`:                         `near Kharkiv`,
		`ceas*`:                                `ceas*`,
		`ce*`:                                  `ce`,
		`lane:caveats x`:                       `lane:caveat x`,
		`смуга:застереження`:                   `lane:caveat`,
		`мовець:Зеленський`:                    `speaker:Зеленський`,
		`publisher:"The Evening Post"`:         `publisher:"The Evening Post"`,
		`said:2025-08..2025-09`:                `said:2025-08..2025-09`,
		`said:..2025 is:unread has:theme`:      `said:..2025 is:unread has:theme`,
		`grade:b2 marking:amber+strict`:        `grade:b2 marking:amber+strict`,
		`https://example.org/x at 12:30 note:`: `https://example.org/x at 12:30 note:`,
		`!?…`:                                  ``,
	} {
		q, err := Parse(typed)
		if err != nil || q.String() != want {
			t.Errorf("%s is understood as %q, %v; want %q", typed, q, err, want)
		}
	}
}

func TestWhileTypingNothingUnfinishedIsAMistake(t *testing.T) {
	for typed, want := range map[string]string{
		`env`:         `env*`,
		`env `:        `env`,
		`-env`:        `-env`,
		`“long and`:   `"long and*"`,
		`a OR`:        `a`,
		`a OR `:       `a`,
		`(a b`:        `a b*`,
		`a near/5`:    `a`,
		`speaker:`:    ``,
		`x speaker:z`: `x speaker:z*`,
		`lane:cav`:    ``,
		`said:202`:    ``,
		`said:2025-`:  ``,
		`a -`:         `a`,
	} {
		q, err := ParseTyped(typed)
		got := q.String()
		if typed == `(a b` { // one letter is too short to go on from
			want = `a b`
		}
		if err != nil || got != want {
			t.Errorf("%q is understood as %q, %v; want %q", typed, got, err, want)
		}
	}
}

func TestAMistakeSaysWhereAndWhatWasExpected(t *testing.T) {
	for typed, want := range map[string]string{
		`ceasefire said:soon`:   `at 16: a date like 2025-08 was expected after said:`,
		`said:2025-13`:          `at 6: a date like 2025-08 was expected after said:`,
		`said:2025-09..2025-08`: `at 6: the period ends before it begins`,
		`lane:foo x`:            `at 6: statement, caveat, reaction or background was expected after lane:`,
		`is:blue `:              `at 4: unread, read, sample or copy was expected after is:`,
		`a (b`:                  `at 3: a closing bracket was expected`,
		`a b)`:                  `at 4: this bracket closes nothing`,
		`a "b`:                  `at 3: this quotation mark is not closed`,
		`OR a`:                  `at 1: a word was expected before OR`,
		`a OR`:                  `at 3: a word was expected after OR`,
		`х colour:red`:          `at 3: colour: is not a field; put it in quotation marks to search for it`,
		`speaker: x`:            `at 1: a value was expected after speaker:`,
		`a near/3 lane:caveat`:  `at 3: a word or phrase was expected beside near/3`,
		`()`:                    `at 1: a word was expected between the brackets`,
		`grade:G9`:              `at 7: a grade like B2 was expected after grade:`,
		strings.Repeat("(", 50): `at 41: too many brackets in each other`,
	} {
		_, err := Parse(typed)
		var m *Mistake
		if !errors.As(err, &m) || data.FaultOf(err).Code != data.FaultBadQuery {
			t.Errorf("%s gives %v, no mistake", typed, err)
			continue
		}
		if m.Error() != want || m.Start < 0 || m.End > len(typed) || m.End <= m.Start {
			t.Errorf("%s: %s (%v), want %s", typed, m, m.Span, want)
		}
	}
}

// A query that is written and read again is the same query.
func TestAQueryIsReadAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", "ceasefire", "Київ", `"two words"`, `"cut*"`, "ceas*", "(", ")", "-", "OR", "AND", "NOT", "near/3", "NEAR", "АБО",
			"speaker:Zelensky", `publisher:"The Post"`, "lane:caveat", "said:2025-08..", "tag:x*", "is:unread", "lang:uk", "note:",
			"12:30", "!", "has:note", "grade:A1", "--", "«x y»",
		}), 1, 12).Draw(t, "parts")
		typed := strings.Join(parts, " ")
		for _, read := range []func(string) (Query, error){Parse, ParseTyped} {
			q, err := read(typed)
			if err != nil {
				continue
			}
			again, err := Parse(q.String())
			if err != nil || !reflect.DeepEqual(q, again) {
				t.Fatalf("%q is written %q and read as %q, %v", typed, q, again, err)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`a OR (b -"c`, `said:2025-08..x`, "\xff:(", `x near/3 y NEAR z`, `:::`, `тема:"а`, `-−-a*`, `"` + "\xe2\x80", `lang:"a b"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, read := range []func(string) (Query, error){Parse, ParseTyped} {
			q, err := read(typed)
			var m *Mistake
			if err != nil && (!errors.As(err, &m) || m.Start < 0 || m.End > len(typed) || m.Start > m.End) {
				t.Fatalf("%q: %v", typed, err)
			}
			if err != nil {
				continue
			}
			again, err := Parse(q.String())
			if err != nil || again.String() != q.String() {
				t.Fatalf("%q is written %q and read as %q, %v", typed, q, again, err)
			}
		}
	})
}

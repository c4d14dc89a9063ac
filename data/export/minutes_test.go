package export

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"lectern/data"
)

func shownOnce() data.Presentation {
	at := time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)
	quote := func(lane data.Lane, speaker, words string) data.Quote {
		return data.Quote{Report: 1, Span: data.Span{End: len(words)}, Words: words, Lane: lane, Speaker: speaker, Title: "Four hours", Publisher: "Observer",
			Published: time.Date(2026, 10, 17, 0, 0, 0, 0, time.UTC), Marking: data.Green}
	}
	amber := quote(data.Caveat, "", "It may *not* hold.")
	amber.Marking = data.Amber
	return data.Presentation{
		Brief: 3, Title: "The bridge", Began: at, Ended: at.Add(5 * time.Minute), Withheld: 2,
		Display: data.Display{Kind: data.SecondDisplay, Width: 1920, Height: 1080},
		Showings: []data.Showing{
			{At: at, Step: 1, Number: 1, Kind: data.TitleCard, Title: "The bridge", Words: "=what we know"},
			{At: at.Add(30 * time.Second), Step: 2, Number: 2, Kind: data.StatementStep, Quotes: []data.Quote{quote(data.Statement, "Korvath", "The bridge opens."), amber}},
			{At: at.Add(2 * time.Minute), Question: "How many lorries?", Quotes: []data.Quote{quote(data.Statement, "Maren", "Ninety-one.")}},
		},
	}
}

func TestMinutesSayWhatWasShownWhenForHowLongAndWhatWasAsked(t *testing.T) {
	var out bytes.Buffer
	if err := WriteMinutes(&out, shownOnce(), EnglishMinutes()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# Minutes of “The bridge”", "24 November 2026, 09:30–09:35 (5m0s)", "a second display, 1920 × 1080", "Steps withheld: 2",
		"Highest marking shown: **TLP:AMBER**", "**09:30:30** · 1m30s · step 2, statement", "> The bridge opens.\n>\n> — Statement, Korvath, Four hours, Observer, 17 October 2026, TLP:GREEN",
		`> It may \*not\* hold.`, "**09:32:00** · 3m0s · asked: “How many lorries?”", `\=what we know`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, &out)
		}
	}
}

func TestMinutesAsATableAddUp(t *testing.T) {
	rows := Minutes(shownOnce(), EnglishMinutes())
	if len(rows) != 5 {
		t.Fatalf("%d rows: %v", len(rows), rows)
	}
	var out bytes.Buffer
	if err := WriteCSV(&out, CSV{}, rows); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2026-11-24T09:30:00Z,30,1,card,,'=what we know,,,The bridge,,,",
		"2026-11-24T09:30:30Z,90,2,statement,,The bridge opens.,statement,Korvath,Four hours,Observer,2026-10-17,TLP:GREEN",
		"2026-11-24T09:30:30Z,,2,statement,,It may *not* hold.,caveat,,Four hours,Observer,2026-10-17,TLP:AMBER",
		"2026-11-24T09:32:00Z,180,,,How many lorries?,Ninety-one.,statement,Maren,Four hours,Observer,2026-10-17,TLP:GREEN",
	}
	for _, line := range want {
		if !strings.Contains(out.String(), line+"\r\n") {
			t.Errorf("%s is not in\n%s", line, &out)
		}
	}
}

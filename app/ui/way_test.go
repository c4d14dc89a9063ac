package ui

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"lectern/data"
)

// spanOf is where part stands in words.
func spanOf(words, part string) data.Span {
	at := strings.Index(words, part)
	return data.Span{Start: at, End: at + len(part)}
}

func wide(words string) float32 { return fyne.MeasureText(words, 12, fyne.TextStyle{}).Width }

func TestMarksStandUnderTheirWordsInBothDirections(t *testing.T) {
	test.NewTempApp(t)
	place := func(words, part string) (from, to float32) {
		return Place(words, spanOf(words, part), 12, fyne.TextStyle{})
	}
	const first, last = "مبعوثون", "الوادي"
	words := "He said: " + first + " يناقشون وقف إطلاق النار في " + last + " 2995."
	firstFrom, firstTo := place(words, first)
	lastFrom, lastTo := place(words, last)
	numberFrom, numberTo := place(words, "2995")
	if numberFrom < wide("He said: ")-1 || lastFrom < numberTo || lastTo > firstFrom || firstTo > wide(words)+1 {
		t.Errorf("the number stands at %v to %v, the last word at %v to %v, the first at %v to %v",
			numberFrom, numberTo, lastFrom, lastTo, firstFrom, firstTo)
	}
	if from, to := place(words, "said"); from != wide("He ") || to != wide("He said") {
		t.Errorf("the English word stands at %v to %v", from, to)
	}
	hebrew := "הבנק (Bank) הודיע על 40 צעדים"
	if from, to := place(hebrew, "הבנק"); from < wide("(Bank) הודיע על 40 צעדים") || to < from {
		t.Errorf("the first word of a Hebrew line stands at %v to %v", from, to)
	}
}

// Words that do not touch in the text do not lie over each other on paper.
func TestMarksOfDifferentWordsLieApart(t *testing.T) {
	test.NewTempApp(t)
	some := rapid.SampledFrom([]string{"שלום", "עולם", "peace", "40", "3.5%", "(קול)", "«NATO»", "سلام", "٣٠", "—"})
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOfN(some, 2, 8).Draw(t, "words"), " ")
		var at [][2]float32
		start := 0
		for _, w := range strings.Split(words, " ") {
			from, to := Place(words, data.Span{Start: start, End: start + len(w)}, 12, fyne.TextStyle{})
			at, start = append(at, [2]float32{from, to}), start+len(w)+1
		}
		for i, a := range at {
			if a[0] < -0.5 || a[1] < a[0] {
				t.Fatalf("word %d of %q at %v", i, words, a)
			}
			for j, b := range at[:i] {
				if math.Min(float64(a[1]), float64(b[1]))-math.Max(float64(a[0]), float64(b[0])) > 1 && !strings.Contains(words, "(") && !strings.Contains(words, "«") {
					t.Fatalf("words %d and %d of %q at %v and %v", j, i, words, b, a)
				}
			}
		}
	})
}

func TestTitlesFromTheRightStandAtTheRight(t *testing.T) {
	test.NewTempApp(t)
	text := canvas.NewText("", nil)
	for words, right := range map[string]bool{"הכותרת של המאמר": true, "عنوان التقرير": true, "A title with שלום": false} {
		left := WriteLine(text, words, 12, nil, 10, 20, 300)
		if end := text.Position().X + text.Size().Width; right && math.Abs(float64(end-310)) > 0.5 || !right && left != 10 || text.Position().X != left {
			t.Errorf("%q stands from %v to %v", words, left, end)
		}
	}
	WriteLine(text, strings.Repeat("הכותרת של המאמר ", 20), 12, nil, 10, 20, 300)
	if !strings.Contains(text.Text, "…") || text.Size().Width > 300 || strings.HasSuffix(strings.Trim(text.Text, "\u200e"), "…") {
		t.Errorf("shortened to %q, %v wide", text.Text, text.Size().Width)
	}
}

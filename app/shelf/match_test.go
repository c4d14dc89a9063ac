package shelf

import (
	"strings"
	"testing"

	"lectern/app/task/tasktest"
	"lectern/data"
)

// spanOf is where part stands in words.
func spanOf(words, part string) data.Span {
	at := strings.Index(words, part)
	return data.Span{Start: at, End: at + len(part)}
}

func TestMarksStandUnderTheirWordsInBothDirections(t *testing.T) {
	tasktest.NewApp(t)
	const first, last = "مبعوثون", "الوادي"
	words := "He said: " + first + " يناقشون وقف إطلاق النار في " + last + " 2995."
	firstFrom, firstTo := placeOf(words, spanOf(words, first), 12)
	lastFrom, lastTo := placeOf(words, spanOf(words, last), 12)
	left, number := width("He said: ", 12), width(strings.TrimSuffix(words, " 2995."), 12)
	if lastFrom < left-1 || lastTo > firstFrom || firstTo > number+1 {
		t.Errorf("between %v and %v, the first word stands at %v to %v, the last at %v to %v",
			left, number, firstFrom, firstTo, lastFrom, lastTo)
	}
	if from, to := placeOf(words, spanOf(words, "said"), 12); from != width("He ", 12) || to != width("He said", 12) {
		t.Errorf("the English word stands at %v to %v", from, to)
	}
}

func TestTheFirstMarkIsAlwaysInSight(t *testing.T) {
	tasktest.NewApp(t)
	words := strings.Repeat("before ", 60) + "bridge after"
	mark := spanOf(words, "bridge")
	cut, marks := inSight(words, []data.Span{mark}, 12, 400)
	if got := marks[0].In(cut); got != "bridge" {
		t.Errorf("the mark is on %q", got)
	}
	if at := width(cut[:marks[0].End], 12); at > 400 {
		t.Errorf("the mark ends at %v of 400", at)
	}
	if same, _ := inSight("short bridge", []data.Span{{Start: 6, End: 12}}, 12, 400); same != "short bridge" {
		t.Errorf("short words became %q", same)
	}
}

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

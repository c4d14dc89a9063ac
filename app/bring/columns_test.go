package bring

import (
	"maps"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/data/ingest"
)

func TestColumnsAreGuessedShownAndChanged(t *testing.T) {
	test.NewTempApp(t)
	var kept []map[ingest.Field]string
	left := 0
	f := NewColumns(ColumnsConfig{Name: "news.csv", Table: ingest.Table{
		Header: []string{"headline", "words", "", "lead"},
		Guess:  map[ingest.Field]string{ingest.Title: "headline", ingest.Text: "words"},
		Rows:   [][]string{{"The call", "The envoy said so.", "?", "A lead"}, {"", "Nobody knows.", "?", ""}},
	}, Keep: func(c map[ingest.Field]string) { kept = append(kept, c) }, Leave: func() { left++ }})
	show(t, f.Content())
	if !says(f.Content(), "for example “The envoy said so.”") || !says(f.Content(), "news.csv · 4 columns") {
		t.Error("it does not show what stands in the columns")
	}
	text := func() (all []string) {
		for _, b := range f.blocks() {
			all = append(all, b.Text)
		}
		return all
	}
	if got := strings.Join(text(), "|"); got != "The call|The envoy said so.|Row 2|Nobody knows." {
		t.Errorf("the first rows are shown as %q", got)
	}
	f.choices[0].pick.choose("lead")
	if got := strings.Join(text(), "|"); got != "The call|A lead|Row 2" {
		t.Errorf("after a change they are shown as %q", got)
	}
	f.choices[0].pick.SetSelectedIndex(0)
	press(t, f.Content(), "Bring in all rows")
	if len(kept) != 0 || !says(f.Content(), "Choose the column that holds the text") {
		t.Error("it goes on without a text, or does not say why not")
	}
	f.choices[0].pick.choose("words")
	f.choices[0].pick.TypedShortcut(ctrlEnter)
	if len(kept) != 1 || !maps.Equal(kept[0], map[ingest.Field]string{ingest.Title: "headline", ingest.Text: "words"}) {
		t.Errorf("kept %v", kept)
	}
	f.choices[0].pick.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if left != 1 {
		t.Error("Esc does not leave")
	}
}

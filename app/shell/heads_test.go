package shell

import (
	"testing"

	"lectern/data/export"
)

func TestEveryHeadingOfATableHasAWordInTheLanguageOfTheScreen(t *testing.T) {
	heads := tableHeads()
	for _, head := range export.SheetHeads() {
		if heads[head] == "" {
			t.Errorf("%q has none", head)
		}
	}
}

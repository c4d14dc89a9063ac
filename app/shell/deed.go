package shell

import (
	"fyne.io/fyne/v2/lang"

	"lectern/data/library"
)

// deedWords say what of a brief was changed.
func deedWords(step library.Step, what map[string]any) string {
	switch step.Brief {
	case library.DeedPut:
		return lang.X("deed.put", "step added to “{{.Subject}}”", what)
	case library.DeedTaken:
		return lang.X("deed.taken", "step removed from “{{.Subject}}”", what)
	case library.DeedMoved:
		return lang.X("deed.moved", "step moved in “{{.Subject}}”", what)
	case library.DeedNotes:
		return lang.X("deed.notes", "private notes changed in “{{.Subject}}”", what)
	case library.DeedMinutes:
		return lang.X("deed.minutes", "minutes changed in “{{.Subject}}”", what)
	case library.DeedWords:
		return lang.X("deed.words", "words of a card changed in “{{.Subject}}”", what)
	case library.DeedCompany:
		return lang.X("deed.company", "caveats or reactions of a step changed in “{{.Subject}}”", what)
	case library.DeedShown:
		return lang.X("deed.shown", "kind of a step changed in “{{.Subject}}”", what)
	case library.DeedRenamed:
		return lang.X("deed.renamed", "brief “{{.Subject}}” renamed", what)
	case library.DeedLevel:
		return lang.X("deed.level", "level of the room changed for “{{.Subject}}”", what)
	}
	return lang.X("step.change-brief", "brief “{{.Subject}}” changed", what)
}

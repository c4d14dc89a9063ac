package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/brief"
	"lectern/app/compare"
	"lectern/app/help"
	"lectern/app/original"
	"lectern/app/reading"
	"lectern/app/shelf"
	"lectern/data/search"
)

// typedKey gets keys that nothing on screen has the focus for.
func (s *Shell) typedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape && s.closePopup() {
		return
	}
	if ev.Name == fyne.KeyF1 {
		s.showHelp()
		return
	}
	switch front := s.front.(type) {
	case *reading.View:
		front.TypedKey(ev)
	case *shelf.Shelf:
		front.FocusList()
		if f := s.window.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		}
	case *compare.Versions:
		front.TypedKey(ev)
	case *original.View:
		front.TypedKey(ev)
	case *brief.Minutes:
		front.TypedKey(ev)
	case *help.Help:
		front.TypedKey(ev)
	case overForm:
		front.TypedKey(ev)
	case *brief.Editor:
		front.TypedKey(ev)
	case panel:
		if ev.Name == fyne.KeyEscape {
			s.toShelf()
			return
		}
		s.anyKey(ev)
	}
}

// typedRune gets characters that nothing on screen has the focus for.
func (s *Shell) typedRune(r rune) {
	versions, comparing := s.front.(*compare.Versions)
	shown, looking := s.front.(*original.View)
	open, putting := s.front.(*brief.Editor)
	if h, ok := s.helpInFront(); ok {
		h.TypedRune(r)
		return
	}
	switch {
	case putting:
		open.TypedRune(r)
	case comparing:
		versions.TypedRune(r)
	case looking:
		shown.TypedRune(r)
	case s.front == screen(s.reading):
		s.reading.TypedRune(r)
	case r == '/' && s.front == screen(s.shelf):
		s.search()
	default:
		s.anyRune(r)
	}
}

// anyKey handles the keys that mean the same on every screen, and that Fyne
// takes for no shortcut because they go without Ctrl.
func (s *Shell) anyKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyF1:
		s.showHelp()
	case fyne.KeyF5:
		s.presentKey()
	case fyne.KeyF11:
		s.fullScreen()
	default:
		return false
	}
	return true
}

// anyRune does the same for characters.
func (s *Shell) anyRune(r rune) bool {
	if r == '?' {
		s.showKeys()
	}
	return r == '?'
}

// addShortcuts adds the second ways to type what the menu has keys for.
func (s *Shell) addShortcuts() {
	larger := func(fyne.Shortcut) { s.larger(1) }
	for shortcut, do := range map[fyne.Shortcut]func(fyne.Shortcut){
		ctrl(fyne.KeyReturn):     func(fyne.Shortcut) { s.KeepForm() },
		ctrl(fyne.KeyEnter):      func(fyne.Shortcut) { s.KeepForm() },
		ctrl(fyne.KeyPlus):       larger,
		ctrlShift(fyne.KeyEqual): larger,
		ctrlShift(fyne.KeyZ):     func(fyne.Shortcut) { s.redo() },
	} {
		s.window.Canvas().AddShortcut(shortcut, do)
	}
}

// keyLine is one row of the list of keys.
type keyLine struct{ key, does string }

// screenKeys are the keys without Ctrl, screen by screen.
func screenKeys() []struct {
	title string
	lines []keyLine
} {
	return []struct {
		title string
		lines []keyLine
	}{
		{lang.L("While reading"), []keyLine{
			{lang.L("S  C  R  B"), lang.L("put the chosen passage into that lane")},
			{"1  2  3  4", lang.L("the same, on any keyboard")},
			{"0", lang.L("back to Lectern's proposal")},
			{lang.L("N  P"), lang.L("next or previous passage to review, then the next report")},
			{lang.L("A  Enter"), lang.L("accept the lane of a passage that waits for review")},
			{lang.L("A"), lang.L("else add to a brief: what is selected, chosen or open")},
			{lang.L("Shift+A"), lang.L("the same, and ask to which brief")},
			{lang.L("Up  Down"), lang.L("next or previous passage of the column")},
			{lang.L("Left  Right"), lang.L("the same or nearest passage in the next column")},
			{lang.L("O"), lang.L("show or hide the original")},
			{lang.L("PgUp  PgDn  Home  End"), lang.L("scroll the column")},
			{lang.L("E"), lang.L("correct the report's details")},
			{lang.L("M"), lang.L("say how far it may be passed on (TLP)")},
			{lang.L("V"), lang.L("open the original, as it came")},
			{lang.L("Esc"), lang.L("let the passage go, then back to the library")},
		}},
		{lang.L("Comparing versions"), []keyLine{
			{lang.L("N  P"), lang.L("next or previous change, the weightiest first")},
			{lang.L("Left  Right"), lang.L("the versions before, or after")},
			{lang.L("A"), lang.L("add both to a brief, side by side")},
			{lang.L("Esc"), lang.L("back to where you came from")},
		}},
		{lang.L("Following where words come from"), []keyLine{
			{lang.L("Up  Down  Enter"), lang.L("open the report")},
			{lang.L("F"), lang.L("list these reports in the library")},
			{lang.L("A"), lang.L("add to a brief; a copy stands beside what it is from")},
			{lang.L("Esc"), lang.L("back to where you came from")},
		}},
		{lang.L("Looking at an original"), originalKeys()},
		{lang.L("Putting a brief together"), briefKeys()},
		{lang.X("minutes.all", "Minutes of all presentations"), []keyLine{
			{lang.L("Left  Right"), lang.L("to the list of presentations, and to what was shown")},
			{lang.L("Enter"), lang.L("open the quotation at its place in the report; Esc goes back")},
			{lang.L("C"), lang.L("copy the minutes")},
			{lang.L("Esc"), lang.L("back to where you came from")},
		}},
		{lang.L("In the library"), []keyLine{
			{"/", lang.L("search")},
			{lang.L("Up  Down  Enter"), lang.L("choose a report and open it")},
			{lang.L("Space"), lang.L("choose the report, too, or let it go (or click its tick)")},
			{lang.L("Shift+Up  Shift+Down"), lang.L("choose the reports on the way; Shift+click, too")},
			{lang.L("Ctrl") + "+" + lang.L("Up  Down"), lang.L("move and keep what is chosen; Ctrl+click adds one")},
			{keyWords(ctrl(fyne.KeyA)), lang.L("choose all that are listed; Esc lets go")},
			{lang.L("A"), lang.L("add to a brief; two chosen reports side by side")},
			{lang.L("U"), lang.L("mark as read or unread")},
			{lang.L("T"), lang.L("give a tag")},
			{lang.L("M"), lang.L("say how far it may be passed on (TLP)")},
			{lang.L("Del"), lang.L("remove from the library; can be undone")},
		}},
		{lang.L("In the search box"), searchLines()},
		{lang.L("In the help"), helpKeys()},
	}
}

// searchLines are the language of the search box: its marks, then its fields.
func searchLines() []keyLine {
	lines := []keyLine{
		{`"…"`, lang.L("words in a row, in this alphabet")},
		{"-…", lang.L("without it")},
		{"OR  (…)", lang.L("either of the two")},
		{"near/5", lang.L("at most five words between")},
		{"begin*", lang.L("all words that begin so")},
	}
	for _, f := range search.Fields() {
		lines = append(lines, keyLine{string(f) + ":  " + f.Local() + ":", shelf.FieldNote(f)})
	}
	return lines
}

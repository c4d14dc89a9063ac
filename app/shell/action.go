package shell

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// action is one thing a person can do anywhere: it stands in the menu, in the
// command palette and in the list of keys, all from this one place.
type action struct {
	title string
	key   fyne.Shortcut // nil for none
	do    func()
}

// group is a menu of actions. A zero action is a separator.
type group struct {
	title   string
	actions []action
}

// ctrl is Ctrl, or Cmd on a Mac, with a key.
func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// groups are all actions, in menu order.
func (s *Shell) groups() []group {
	return []group{
		{lang.L("File"), []action{
			{lang.L("Bring in a file…"), ctrl(fyne.KeyO), s.pickFile},
			{lang.L("Bring in a folder…"), ctrlShift(fyne.KeyO), s.pickFolder},
			{lang.L("Bring in pasted text…"), ctrlShift(fyne.KeyV), s.pasteText},
			{},
			{lang.L("Watched folders…"), nil, s.showFolders},
			{lang.L("Past imports"), nil, s.showPast},
			{},
			{lang.L("Bring in the sample reports"), nil, s.bringSamples},
			{lang.L("Remove the sample reports"), nil, s.removeSamples},
			{},
			{lang.L("Export…"), ctrlShift(fyne.KeyE), s.export},
			{},
			{lang.L("New library…"), nil, s.newLibrary},
			{lang.L("Open library…"), nil, s.openLibrary},
			{lang.L("Open a recent library…"), nil, s.showRecent},
			{lang.L("Back up library…"), nil, s.backUp},
			{lang.L("Restore from a backup…"), nil, s.restore},
			{},
			{lang.L("Settings…"), ctrl(fyne.KeyComma), s.ShowSettings},
			{},
			{lang.L("Quit"), ctrl(fyne.KeyQ), s.Quit},
		}},
		{lang.L("Edit"), []action{
			{lang.L("Undo"), &fyne.ShortcutUndo{}, s.undo},
			{lang.L("Redo"), &fyne.ShortcutRedo{}, s.redo},
			{},
			{lang.L("Search the library"), ctrl(fyne.KeyF), s.search},
			{lang.L("Run a list of searches…"), nil, s.pickQueries},
			{lang.L("Answers to the last list of searches"), nil, s.showAnswers},
			{lang.L("Correct this report's details…"), ctrl(fyne.KeyE), s.editOpen},
			{lang.L("Copy the citation of this report"), ctrlShift(fyne.KeyC), s.copyCitation},
			{lang.L("Add to brief"), nil, s.addToBrief},
			{lang.L("Add to another brief…"), nil, s.addToAnother},
			{},
			{lang.L("Marking of what is chosen…"), nil, s.mark},
			{lang.L("Themes…"), nil, s.showThemes},
			{},
			{lang.L("Open the original"), ctrl(fyne.KeyD), s.showOriginal},
			{},
			{lang.L("Compare the versions of this report"), nil, s.compareVersions},
			{lang.L("Is a version of…"), nil, s.isVersion},
			{lang.L("Not a version of this article"), nil, s.notVersion},
			{lang.L("Who has it from whom"), nil, func() { s.showOrigins(0) }},
			{lang.L("Names and themes in order…"), nil, s.showTidy},
		}},
		{lang.L("View"), append([]action{
			{lang.L("Library"), ctrl(fyne.KeyL), s.toShelf},
			{lang.L("Briefs"), ctrl(fyne.KeyB), s.showBriefs},
			{},
			{lang.L("Larger type"), ctrl(fyne.KeyEqual), func() { s.larger(1) }},
			{lang.L("Smaller type"), ctrl(fyne.KeyMinus), func() { s.larger(-1) }},
			{lang.L("Reset type and line length"), ctrl(fyne.Key0), func() { s.larger(0) }},
			{},
		}, append(append(s.modeActions(), append([]action{{}}, s.reviewActions()...)...), action{},
			action{lang.L("Split all reports again"), nil, s.splitAgain},
			action{lang.L("Present…"), &desktop.CustomShortcut{KeyName: fyne.KeyF5}, s.present},
			action{lang.L("Present from the chosen step…"), &desktop.CustomShortcut{KeyName: fyne.KeyF5, Modifier: fyne.KeyModifierShift}, s.presentFromStep},
			action{lang.X("minutes.action", "Minutes of presentations"), nil, s.showMinutes},
			action{lang.L("Full screen"), &desktop.CustomShortcut{KeyName: fyne.KeyF11}, s.fullScreen})...)},
		{lang.L("Help"), []action{
			{lang.L("Find an action…"), ctrl(fyne.KeyK), s.showPalette},
			{},
			{lang.X("help.action", "Help on this screen"), &desktop.CustomShortcut{KeyName: fyne.KeyF1}, s.showHelp},
			{lang.L("All keys"), nil, s.showKeys},
			{lang.L("Self-check"), nil, s.showCheck},
			{},
			{lang.L("Credits and licences"), nil, s.showCredits},
		}},
	}
}

// menu is the window's menu.
func (s *Shell) menu() *fyne.MainMenu {
	main := fyne.NewMainMenu()
	for _, g := range s.groups() {
		menu := fyne.NewMenu(g.title)
		for _, a := range g.actions {
			if a.do == nil {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
				continue
			}
			item := fyne.NewMenuItem(a.title, a.do)
			item.Shortcut = a.key
			item.IsQuit = a.title == lang.L("Quit")
			menu.Items = append(menu.Items, item)
		}
		main.Items = append(main.Items, menu)
	}
	return main
}

// keyWords writes a shortcut as it is said: "Ctrl+Shift+Z", "⇧⌘Z".
func keyWords(s fyne.Shortcut) string {
	switch s.(type) { // the driver sends these two by their own names
	case *fyne.ShortcutUndo:
		return keyWords(ctrl(fyne.KeyZ))
	case *fyne.ShortcutRedo:
		return keyWords(ctrl(fyne.KeyY))
	}
	c, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return ""
	}
	key := strings.NewReplacer("=", "+").Replace(string(c.KeyName))
	if runtime.GOOS == "darwin" {
		out := ""
		if c.Modifier&fyne.KeyModifierShift != 0 {
			out += "⇧"
		}
		if c.Modifier&fyne.KeyModifierShortcutDefault != 0 {
			out += "⌘"
		}
		return out + key
	}
	out := ""
	if c.Modifier&fyne.KeyModifierShortcutDefault != 0 {
		out += lang.L("Ctrl") + "+"
	}
	if c.Modifier&fyne.KeyModifierShift != 0 {
		out += lang.L("Shift") + "+"
	}
	return out + key
}

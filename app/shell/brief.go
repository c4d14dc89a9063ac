package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"lectern/app/brief"
	"lectern/data"
)

// showBriefs opens the screen where briefs are put together, as it was left.
func (s *Shell) showBriefs() {
	if s.unkept() {
		s.tell(lang.L("Keep or cancel what is in front first."))
		return
	}
	s.window.SetTitle(lang.L("Briefs") + " – Lectern")
	if s.briefs == nil {
		s.briefs = s.newBriefs(0)
	} else {
		s.briefs.Changed(data.Change{}) // it was not told of anything meanwhile
	}
	s.panelUp(s.briefs)
}

// ShowBrief opens a brief at one of its steps; 0 is its first.
func (s *Shell) ShowBrief(id data.BriefID, step data.StepID) {
	if s.briefs == nil {
		s.briefs = s.newBriefs(id)
	}
	s.showBriefs()
	if s.front == screen(s.briefs) {
		s.briefs.Open(id, step)
	}
}

func (s *Shell) newBriefs(id data.BriefID) *brief.Editor {
	return brief.New(brief.Config{
		Context: s.ctx, Library: s.config.Desk.Library(), Changes: s.changes, Faces: s.config.Faces,
		Menu: s.showMenu, Popup: func(body fyne.CanvasObject) { s.openPopup(body, nil) }, Fit: s.replacePopup,
		Close: func() { s.closePopup() }, Roomy: s.roomy, Report: s.chooseReport,
		Open: s.openFromBrief, Present: s.present, PresentFrom: s.presentFromStep, Export: s.export, Minutes: s.showMinutesOf, Leave: s.toShelf,
		Said: s.say, Failed: s.fail, Key: s.anyKey, Rune: s.anyRune,
	}, id)
}

// openFromBrief opens a report at a place, and leads back to the brief from it.
func (s *Shell) openFromBrief(id data.ReportID, at int) {
	s.Open(id, at, nil)
	s.reading.BackTo(lang.L("Brief"))
	s.back = func() {
		s.reading.Close()
		s.showBriefs()
	}
}

// leaveReport leads back to where the report in front was opened from.
func (s *Shell) leaveReport() {
	if back := s.back; back != nil {
		s.closePopup()
		s.back = nil
		back()
		return
	}
	s.toShelf()
}

// addBriefKeys adds the keys that move a step of a brief.
func (s *Shell) addBriefKeys() {
	for key, by := range map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1} {
		alt := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
		s.window.Canvas().AddShortcut(alt, func(fyne.Shortcut) {
			if s.front == screen(s.briefs) && s.briefs != nil {
				s.briefs.Move(by)
			}
		})
	}
}

// briefKeys are the keys of the screen of briefs.
func briefKeys() []keyLine {
	return []keyLine{
		{lang.L("Up  Down"), lang.L("choose a step")},
		{lang.L("Alt") + "+" + lang.L("Up  Down"), lang.L("move the step; it can be dragged, too")},
		{"+", lang.L("add a step below it")},
		{"T", lang.L("add a title card")},
		{lang.L("Enter"), lang.L("write: the card's words, your notes, the minutes; Esc goes back")},
		{"O", lang.L("open the quotation at its place in the report; Esc goes back")},
		{"D", lang.L("duplicate the step, or the brief")},
		{lang.L("Del"), lang.L("remove it; can be undone")},
		{"F5  " + lang.L("Shift") + "+F5", lang.L("present it, or from the chosen step on")},
		{"<  >", lang.L("the view before, or after, where a step takes several")},
		{lang.L("Left  Right"), lang.L("to the list of briefs, and back to the steps")},
		{"N  F2", lang.L("a new brief; rename this one")},
	}
}

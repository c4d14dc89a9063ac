package shell

import (
	"fyne.io/fyne/v2/lang"

	"lectern/app/original"
	"lectern/data"
)

// showOriginal opens what the report in front came as. It leads back to exactly
// where a person was.
func (s *Shell) showOriginal() {
	id := s.current()
	if id == 0 {
		s.tell(lang.L("Choose a report first."))
		return
	}
	from, at := s.front, -1
	back := s.toShelf
	if from == screen(s.reading) {
		at = s.reading.At()
		back = func() {
			s.closePopup()
			s.show(from)
			s.reading.Changed(data.Change{}) // it may have changed meanwhile
		}
	}
	s.panelUp(original.New(original.Config{
		Context: s.ctx, Store: s.config.Desk.Library(), Painter: s.config.Painter, Faces: s.config.Faces,
		Leave: back, Save: s.saveAs, Copy: s.config.App.Clipboard().SetContent, Tell: s.tell, Failed: s.fail,
		Key: s.anyKey, Rune: s.anyRune,
	}, id, at))
}

// larger makes the pages in front a step larger, or else the type; -1 is smaller
// and 0 as it was.
func (s *Shell) larger(by int) {
	if v, ok := s.front.(*original.View); ok && v.Zoom(by) {
		return
	}
	switch {
	case by > 0:
		s.wear(s.settings.Larger())
	case by < 0:
		s.wear(s.settings.Smaller())
	default:
		s.plainType()
	}
}

// originalKeys are the keys of an original.
func originalKeys() []keyLine {
	return []keyLine{
		{lang.L("PgUp  PgDn"), lang.L("on by what is in sight, then to the next page")},
		{lang.L("Left  Right"), lang.L("the page before, or after, and its text")},
		{lang.L("Home  End"), lang.L("the first or the last page")},
		{lang.L("Up  Down"), lang.L("next or previous passage, and its page")},
		{lang.L("Ctrl") + "  +  −  0", lang.L("larger or smaller pages, or as wide as there is room")},
		{lang.L("Esc  V"), lang.L("back to where you came from")},
	}
}

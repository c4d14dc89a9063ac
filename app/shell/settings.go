package shell

import (
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/settings"
	"lectern/data/library"
)

// ShowSettings shows what can be set.
func (s *Shell) ShowSettings() {
	if s.unkept() {
		s.tell(lang.L("Keep or cancel what is in front first."))
		return
	}
	p, path := s.config.App.Preferences(), s.config.Desk.Library().Path()
	s.panelUp(settings.New(settings.Config{
		Canvas: s.window.Canvas(), Face: s.config.Faces.Body, Leave: s.toShelf,
		Language: look.LanguageChosen(p), Speak: s.speak,
		Look: func() look.Settings { return s.settings }, Wear: s.wear,
		Library: path, New: s.newLibrary, Open: s.openLibrary, Move: s.move, Recent: s.showRecent,
		Resume:    func() bool { return p.BoolWithFallback(keyResume, true) },
		SetResume: func(on bool) { p.SetBool(keyResume, on) },
		BackUp:    s.backUp, Restore: s.restore, Backups: library.UpdateBackups(path),
		Reset: s.resetSettings,
	}))
}

// speak shows everything anew in a language.
func (s *Shell) speak(code string) {
	s.another(func() { s.config.Program.Speak(code) })
}

// resetSettings goes back to the language, the look and the start of the first day.
func (s *Shell) resetSettings() {
	s.another(func() {
		p := s.config.App.Preferences()
		p.RemoveValue(keyResume)
		s.wear(look.Defaults())
		if look.LanguageChosen(p) != "" {
			s.config.Program.Speak("")
			return
		}
		s.ShowSettings()
	})
}

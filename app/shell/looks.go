package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"lectern/app/look"
	"lectern/app/ui"
)

// wear takes on settings at once and remembers them.
func (s *Shell) wear(settings look.Settings) {
	s.settings = settings
	settings.Save(s.config.App.Preferences())
	s.wearTheme()
	s.restyle()
}

// wearTheme gives Fyne the theme of the settings.
func (s *Shell) wearTheme() {
	dark := s.config.App.Settings().ThemeVariant() == theme.VariantDark
	s.config.App.Settings().SetTheme(look.NewTheme(s.settings, dark))
}

// restyle tells every screen about a new look.
func (s *Shell) restyle() {
	s.shelf.Refresh()
	s.reading.Restyle()
	if dressed, ok := s.front.(interface{ Restyle() }); ok && s.front != screen(s.reading) {
		dressed.Restyle()
	}
	s.notice.dress()
	s.jobBar.dress()
	s.offers.dress()
	s.root.Refresh()
	s.replacePopup()
}

// followSystem takes on the desktop's new light or dark, where that was asked for.
func (s *Shell) followSystem() {
	dark := s.config.App.Settings().ThemeVariant() == theme.VariantDark
	if s.settings.Mode == look.System && look.Current().Palette != look.PaletteOf(look.System, dark) {
		s.wearTheme()
		s.restyle()
	}
}

// plainType goes back to the type size and line width of the first day.
func (s *Shell) plainType() {
	next := s.settings
	next.Scale, next.Measure = 100, 75
	s.wear(next)
}

func (s *Shell) fullScreen() { s.window.SetFullScreen(!s.window.FullScreen()) }

func (s *Shell) modeActions() []action {
	var out []action
	for _, m := range look.Modes() {
		out = append(out, action{title: lang.X("action.mode", "Colours: {{.Mode}}", map[string]any{"Mode": look.ModeName(m)}), do: func() {
			next := s.settings
			next.Mode = m
			s.wear(next)
		}})
	}
	return out
}

// showLooks opens the panel for colours, type size and line width beside a button.
func (s *Shell) showLooks(beside fyne.CanvasObject) {
	looks := ui.NewLooks(func() look.Settings { return s.settings }, s.wear)
	s.openPopup(ui.Column(10, 330,
		ui.NewLine(ui.Section, lang.L("Colours")), looks.Modes, ui.Space(2),
		ui.NewLine(ui.Section, lang.L("Type size")), looks.Sizes, ui.Space(2),
		ui.NewLine(ui.Section, lang.L("Longest line of the original")), looks.Widths,
	), beside)
}

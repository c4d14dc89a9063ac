package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
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

// modeName is what a mode is called.
func modeName(m look.Mode) string {
	switch m {
	case look.System:
		return lang.L("Follow the system")
	case look.Dark:
		return lang.L("Dark")
	case look.Sepia:
		return lang.L("Sepia")
	case look.Contrast:
		return lang.L("High contrast")
	case look.Projector:
		return lang.L("Projector")
	}
	return lang.L("Light")
}

func (s *Shell) modeActions() []action {
	var out []action
	for _, m := range look.Modes() {
		out = append(out, action{title: lang.X("action.mode", "Colours: {{.Mode}}", map[string]any{"Mode": modeName(m)}), do: func() {
			next := s.settings
			next.Mode = m
			s.wear(next)
		}})
	}
	return out
}

// showLooks opens the panel for colours, type size and line width beside a button.
func (s *Shell) showLooks(beside fyne.CanvasObject) {
	var marks []func()
	pill := func(words string, on func(look.Settings) bool, set func(*look.Settings)) fyne.CanvasObject {
		t := ui.NewToggle(data.NoLane, "", words, func() {
			next := s.settings
			set(&next)
			s.wear(next)
			for _, mark := range marks {
				mark()
			}
		})
		marks = append(marks, func() { t.Set(on(s.settings), words) })
		return t
	}
	modes := container.New(ui.Flowing(6))
	for _, m := range look.Modes() {
		modes.Add(pill(modeName(m), func(n look.Settings) bool { return n.Mode == m }, func(n *look.Settings) { n.Mode = m }))
	}
	widths := container.New(ui.Flowing(6))
	for _, m := range look.Measures() {
		widths.Add(pill(measureName(m), func(n look.Settings) bool { return n.Measure == m }, func(n *look.Settings) { n.Measure = m }))
	}
	size := ui.NewLine(ui.Plain, "")
	marks = append(marks, func() { size.Set(ui.Plain, look.Percent(s.settings.Scale)) })
	step := func(words string, next func(look.Settings) look.Settings) fyne.CanvasObject {
		return ui.NewButton(ui.Outlined, words, "", func() {
			s.wear(next(s.settings))
			for _, mark := range marks {
				mark()
			}
		})
	}
	sizes := container.NewHBox(step("A−", look.Settings.Smaller), step("A+", look.Settings.Larger), container.NewCenter(size))
	for _, mark := range marks {
		mark()
	}
	body := ui.Column(10, 330,
		ui.NewLine(ui.Section, lang.L("Colours")), modes, ui.Space(2),
		ui.NewLine(ui.Section, lang.L("Type size")), sizes, ui.Space(2),
		ui.NewLine(ui.Section, lang.L("Longest line of the original")), widths,
	)
	s.openPopup(body, beside)
}

// measureName says a line width in characters.
func measureName(m int) string {
	if m == 0 {
		return lang.L("Whole column")
	}
	return lang.XN("measure.characters", "{{.Count}} characters", m, map[string]any{"Count": m})
}

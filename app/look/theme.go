package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"lectern/assets"
)

// Theme shows Settings as a Fyne theme, so that stock widgets fit the palette.
type Theme struct {
	Settings Settings
	Palette  Palette
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme makes the theme of s; dark is what the desktop asks for, which only
// the System mode listens to.
func NewTheme(s Settings, dark bool) *Theme {
	return &Theme{Settings: s, Palette: PaletteOf(s.Mode, dark)}
}

// Color gives stock widgets the palette's colours by their meaning.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := t.Palette
	switch name {
	case theme.ColorNameBackground:
		return p.Paper
	case theme.ColorNameForeground:
		return p.Ink
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return p.Dim
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Accent
	case theme.ColorNameForegroundOnPrimary:
		return p.OnAcc
	case theme.ColorNameButton, theme.ColorNameHeaderBackground:
		return p.Raised
	case theme.ColorNameDisabledButton:
		return p.Paper
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return p.Sheet
	case theme.ColorNameInputBorder, theme.ColorNameSeparator:
		return p.Line
	case theme.ColorNameHover:
		return Fade(p.Ink, 0.06)
	case theme.ColorNamePressed:
		return Fade(p.Ink, 0.14)
	case theme.ColorNameFocus:
		return Fade(p.Accent, 0.35)
	case theme.ColorNameSelection:
		return p.Select
	case theme.ColorNameScrollBar:
		return Fade(p.Dim, 0.7)
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameError:
		return p.Alarm
	case theme.ColorNameShadow:
		return Fade(p.Ink, 0.4) // also the ink of the keys in menus; in the dark, the edge of what lies above
	}
	if p.Dark {
		return theme.DefaultTheme().Color(name, theme.VariantDark)
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

// sans is the interface's type. Reports are read in another, which the reading
// view gives its pages itself.
var (
	sans     = fyne.NewStaticResource("sans.ttf", assets.SansRegular)
	sansBold = fyne.NewStaticResource("sans-bold.ttf", assets.SansBold)
)

// Font is the interface's type; code and symbols are left to Fyne.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol || style.Italic:
	case style.Bold:
		return sansBold
	default:
		return sans
	}
	return theme.DefaultTheme().Font(style)
}

// Icon leaves the stock icons as they are.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size scales text with the chosen type size. The interface grows at half the
// pace of what is read, so that at 200 % there is still room to read in.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	grow := t.growth()
	switch name {
	case theme.SizeNameText:
		return 13.5 * grow
	case theme.SizeNameCaptionText:
		return 11.5 * grow
	case theme.SizeNameSubHeadingText:
		return 17 * grow
	case theme.SizeNameHeadingText:
		return 24 * grow
	case theme.SizeNameInlineIcon:
		return 18 * grow
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 8
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	}
	return theme.DefaultTheme().Size(name)
}

func (t *Theme) growth() float32 {
	return 1 + (float32(t.Settings.Scale)/100-1)/2
}

// ReadingSize is the size of a report's text in pixels.
func (t *Theme) ReadingSize() float32 {
	return 15 * float32(t.Settings.Scale) / 100
}

// Current is the theme the app wears now. An app that wears a foreign one (a
// test, say) gets Lectern's light look.
func Current() *Theme {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t
	}
	return NewTheme(Settings{Mode: Light, Scale: 100, Measure: 75}, false)
}

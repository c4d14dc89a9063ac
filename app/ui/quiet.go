package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// WithoutBars shows a field without the scroll bar and the shadow that a stock
// entry lays over words that are longer than it is.
func WithoutBars(field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(field, quiet{bars: true})
}

// WithoutShadow shows a scrolling thing without the shadow at its edges.
func WithoutShadow(scroll fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(scroll, quiet{})
}

// quiet is the theme worn now, less shadows and perhaps scroll bars.
type quiet struct{ bars bool }

// Color is for Fyne.
func (q quiet) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameShadow || q.bars && name == theme.ColorNameScrollBar {
		return color.Transparent
	}
	return worn().Color(name, v)
}

// Font is for Fyne.
func (q quiet) Font(style fyne.TextStyle) fyne.Resource { return worn().Font(style) }

// Icon is for Fyne.
func (q quiet) Icon(name fyne.ThemeIconName) fyne.Resource { return worn().Icon(name) }

// Size is for Fyne.
func (q quiet) Size(name fyne.ThemeSizeName) float32 { return worn().Size(name) }

func worn() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

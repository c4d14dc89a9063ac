package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// WithoutShadow shows a scroll without the shadow at its edges, or a split without
// the line in its middle.
func WithoutShadow(thing fyne.CanvasObject) fyne.CanvasObject {
	s := &still{content: thing}
	s.ExtendBaseWidget(s)
	return s
}

// still keeps what is around its content quiet, also when that is drawn anew after
// it was out of sight for long.
type still struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// CreateRenderer is for Fyne.
func (s *still) CreateRenderer() fyne.WidgetRenderer {
	hush(s.content, quiet{})
	return widget.NewSimpleRenderer(s.content)
}

// Refresh is for Fyne.
func (s *still) Refresh() {
	s.content.Refresh()
	s.BaseWidget.Refresh()
}

// hush has the edges and bars of a scroll or split drawn in another theme, and
// spares what is inside: Fyne reads all fonts anew for each stretch of text under a
// theme of its own, at each refresh of it, and keeps them for good.
func hush(thing fyne.CanvasObject, t fyne.Theme) {
	var inside []*fyne.CanvasObject
	switch x := thing.(type) {
	case *container.Scroll:
		inside = append(inside, &x.Content)
	case *container.Split:
		inside = append(inside, &x.Leading, &x.Trailing)
	default:
		return
	}
	if slices.ContainsFunc(inside, func(at *fyne.CanvasObject) bool { return *at == nil }) {
		return
	}
	was := make([]fyne.CanvasObject, len(inside))
	for i, at := range inside {
		was[i], *at = *at, spared{*at}
	}
	thing.Refresh()
	container.NewThemeOverride(thing, t)
	for i, at := range inside {
		*at = was[i]
	}
	thing.Refresh()
}

// spared is what a theme put on around it passes over. Fyne takes it for something
// with a theme of its own.
type spared struct{ fyne.CanvasObject }

// SetDeviceIsMobile is what Fyne knows such a thing by.
func (spared) SetDeviceIsMobile(bool) {}

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

package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
)

// Ground is a plain surface behind other things, coloured by the look worn.
type Ground struct {
	widget.BaseWidget
	fill, edge func(Style) color.Color
	radius     float32
}

// NewGround makes a surface of the colour that fill names.
func NewGround(fill func(Style) color.Color) *Ground { return NewCard(fill, nil, 0) }

// NewCard makes a surface with an edge and rounded corners; a nil edge has none.
func NewCard(fill, edge func(Style) color.Color, radius float32) *Ground {
	g := &Ground{fill: fill, edge: edge, radius: radius}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is for Fyne.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := canvas.NewRectangle(nil)
	return newPainter([]fyne.CanvasObject{r}, func() fyne.Size { return fyne.NewSize(1, 1) }, func(size fyne.Size) {
		s := Worn()
		r.FillColor, r.CornerRadius = g.fill(s), g.radius
		if g.edge != nil {
			r.StrokeColor, r.StrokeWidth = g.edge(s), 1
		}
		r.Resize(size)
	})
}

// The surfaces: Paper is the room, Sheet what is read, Raised a bar, Rule a line.
func Paper(s Style) color.Color  { return s.Palette.Paper }
func Sheet(s Style) color.Color  { return s.Palette.Sheet }
func Raised(s Style) color.Color { return s.Palette.Raised }
func Rule(s Style) color.Color   { return s.Palette.Line }

// Firm is the edge of what floats above other things.
func Firm(s Style) color.Color { return s.Palette.Dim }

// Hint and HintEdge set apart softly what a person may want to look at.
func Hint(s Style) color.Color     { return look.Fade(s.Select, 0.55) }
func HintEdge(s Style) color.Color { return look.Fade(s.Accent, 0.3) }

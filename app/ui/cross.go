package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
)

// Cross is a small round button that clears or closes what it stands in. The
// keyboard passes it by: Esc does the same there.
type Cross struct {
	widget.BaseWidget
	tapped func()
	over   bool
}

// NewCross makes a cross.
func NewCross(tapped func()) *Cross {
	c := &Cross{tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped is for Fyne.
func (c *Cross) Tapped(*fyne.PointEvent) { c.tapped() }

// MouseIn is for Fyne.
func (c *Cross) MouseIn(*desktop.MouseEvent) { c.over = true; c.Refresh() }

// MouseMoved is for Fyne.
func (c *Cross) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (c *Cross) MouseOut() { c.over = false; c.Refresh() }

// Cursor is for Fyne.
func (c *Cross) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel says what it does.
func (c *Cross) AccessibilityLabel() string { return lang.L("Clear") }

// AccessibilityRole is button.
func (c *Cross) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (c *Cross) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	disc, words := canvas.NewRectangle(nil), newText(false)
	return newPainter([]fyne.CanvasObject{disc, words},
		func() fyne.Size { return fyne.NewSquareSize(Worn().Wide(24)) },
		func(size fyne.Size) {
			s := Worn()
			side := fyne.Min(size.Width, s.Wide(20))
			disc.FillColor, disc.CornerRadius = look.Fade(s.Ink, 0), side/2
			if c.over {
				disc.FillColor = look.Fade(s.Ink, 0.1)
			}
			disc.Resize(fyne.NewSquareSize(side))
			disc.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
			width := fyne.MeasureText("×", s.Lead, words.TextStyle).Width
			Write(words, "×", s.Lead, s.Dim, (size.Width-width)/2, size.Height/2-1, size.Width)
		})
}

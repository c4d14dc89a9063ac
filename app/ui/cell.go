package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/data"
)

// Cell draws a lane's letter and a count on the lane's wash: "S 12". It is no
// widget, so that a long list can have four a row at no cost.
type Cell struct {
	box           *canvas.Rectangle
	letter, count *canvas.Text
}

// NewCell makes an empty cell.
func NewCell() *Cell {
	return &Cell{box: canvas.NewRectangle(nil), letter: newText(true), count: newText(false)}
}

// Objects are what the cell is drawn with, bottom to top.
func (c *Cell) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.box, c.letter, c.count}
}

// CellSize is the room a cell needs for a count of four digits.
func CellSize(s Style) fyne.Size {
	return fyne.NewSize(s.Wide(46), s.Wide(21))
}

// Set shows count passages of a lane at a place. A count of nothing is set back,
// and a count below 0 shows the letter alone, in the middle. A size without a
// width hides the cell.
func (c *Cell) Set(s Style, lane data.Lane, count int, at fyne.Position, size fyne.Size) {
	colours := s.Lane(lane)
	if c.box.Hidden = size.Width == 0; c.box.Hidden {
		c.letter.Hidden, c.count.Hidden = true, true
		return
	}
	c.box.Move(at)
	c.box.Resize(size)
	c.box.CornerRadius = s.Wide(5)
	c.box.FillColor = colours.Wash
	c.letter.Hidden, c.count.Hidden = false, count < 0
	middle, pad := at.Y+size.Height/2, s.Wide(6)
	if count < 0 {
		width := fyne.MeasureText(lane.Letter(), s.Small, c.letter.TextStyle).Width
		Write(c.letter, lane.Letter(), s.Small, colours.Ink, at.X+(size.Width-width)/2, middle, size.Width)
		return
	}
	if count == 0 {
		c.box.FillColor = nil
		c.letter.Hidden = true
	}
	Write(c.letter, lane.Letter(), s.Small, colours.Ink, at.X+pad, middle, size.Width)
	ink, words := colours.Ink, strconv.Itoa(count)
	if count == 0 {
		ink, words = s.Dim, "–"
	}
	if count > 9999 {
		words = strconv.Itoa(count/1000) + "k"
	}
	width := fyne.MeasureText(words, s.Small, c.count.TextStyle).Width
	Write(c.count, words, s.Small, ink, at.X+size.Width-pad-width, middle, size.Width)
}

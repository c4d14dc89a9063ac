package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/data"
)

var _ fyne.Accessible = (*LaneBadge)(nil)

// LaneBadge is a lane's letter in its colours, with a count unless that is
// below 0.
type LaneBadge struct {
	widget.BaseWidget
	lane  data.Lane
	count int
}

// NewLaneBadge makes a badge; a count below 0 shows the letter alone.
func NewLaneBadge(lane data.Lane, count int) *LaneBadge {
	b := &LaneBadge{lane: lane, count: count}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows another lane or count.
func (b *LaneBadge) Set(lane data.Lane, count int) {
	b.lane, b.count = lane, count
	b.Refresh()
}

// AccessibilityLabel says the lane's whole name and the count.
func (b *LaneBadge) AccessibilityLabel() string {
	if b.count < 0 {
		return look.LaneName(b.lane)
	}
	return look.LaneName(b.lane) + ": " + strconv.Itoa(b.count)
}

// AccessibilityRole is text.
func (b *LaneBadge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (b *LaneBadge) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	c := NewCell()
	p := newPainter(c.Objects(), func() fyne.Size {
		size := CellSize(Worn())
		if b.count < 0 {
			size.Width = size.Height
		}
		return size
	}, func(size fyne.Size) { c.Set(Worn(), b.lane, b.count, fyne.Position{}, size) })
	return p
}

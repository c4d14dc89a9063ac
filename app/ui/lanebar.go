package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/data"
)

var _ fyne.Accessible = (*LaneBar)(nil)

// LaneBar is a slim bar divided between the four lanes by their counts, always
// in the same order.
type LaneBar struct {
	widget.BaseWidget
	counts data.LaneCounts
}

// NewLaneBar makes a bar of counts.
func NewLaneBar(counts data.LaneCounts) *LaneBar {
	b := &LaneBar{counts: counts}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows other counts.
func (b *LaneBar) Set(counts data.LaneCounts) {
	b.counts = counts
	b.Refresh()
}

// AccessibilityLabel says the counts by their lanes' names.
func (b *LaneBar) AccessibilityLabel() string {
	var words []string
	for _, l := range data.Lanes() {
		words = append(words, look.LaneName(l)+": "+strconv.Itoa(b.counts.Of(l)))
	}
	return strings.Join(words, ", ")
}

// AccessibilityRole is text.
func (b *LaneBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (b *LaneBar) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	var parts []fyne.CanvasObject
	for range data.Lanes() {
		parts = append(parts, canvas.NewRectangle(nil))
	}
	return newPainter(parts,
		func() fyne.Size { return fyne.NewSize(Worn().Wide(80), 4) },
		func(size fyne.Size) { b.paint(parts, size) })
}

// paint divides size; a lane with anything in it gets at least three units.
func (b *LaneBar) paint(parts []fyne.CanvasObject, size fyne.Size) {
	const gap, least = 2, 3
	s, total, used := Worn(), 0, 0
	for _, l := range data.Lanes() {
		total += b.counts.Of(l)
		if b.counts.Of(l) > 0 {
			used++
		}
	}
	room := size.Width - float32(max(used-1, 0))*gap - float32(used)*least
	x := float32(0)
	for i, l := range data.Lanes() {
		part, n := parts[i].(*canvas.Rectangle), b.counts.Of(l)
		part.Hidden = n == 0
		if n == 0 {
			continue
		}
		width := least + max(room, 0)*float32(n)/float32(total)
		part.FillColor, part.CornerRadius = s.Lane(l).Edge, 2
		part.Move(fyne.NewPos(x, 0))
		part.Resize(fyne.NewSize(width, size.Height))
		x += width + gap
	}
}

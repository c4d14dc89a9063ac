package shelf

import (
	"fyne.io/fyne/v2"

	"lectern/app/ui"
)

// beside puts the summary at the left and the tools at the right or, where the
// summary would be cut short, above them. It must be given its width before it
// can tell its height.
type beside struct{ width float32 }

// MinSize is for Fyne.
func (b *beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	words, tools := o[0].MinSize(), o[1].MinSize()
	if b.stacked(o) {
		return fyne.NewSize(tools.Width, words.Height+ui.Worn().Wide(4)+tools.Height)
	}
	return fyne.NewSize(tools.Width, max(words.Height, tools.Height))
}

// Layout is for Fyne.
func (b *beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	words, tools := o[0].MinSize(), o[1].MinSize()
	if b.stacked(o) {
		o[0].Move(fyne.Position{})
		o[0].Resize(fyne.NewSize(size.Width, words.Height))
		o[1].Move(fyne.NewPos(size.Width-tools.Width, words.Height+ui.Worn().Wide(4)))
	} else {
		o[0].Move(fyne.NewPos(0, (size.Height-words.Height)/2))
		o[0].Resize(fyne.NewSize(max(size.Width-tools.Width, 0), words.Height))
		o[1].Move(fyne.NewPos(size.Width-tools.Width, (size.Height-tools.Height)/2))
	}
	o[1].Resize(tools)
}

func (b *beside) stacked(o []fyne.CanvasObject) bool {
	said := fyne.MeasureText(o[0].(*ui.Line).Words(), ui.Worn().Small, fyne.TextStyle{}).Width
	return b.width > 0 && said+ui.Worn().Wide(12)+o[1].MinSize().Width > b.width
}

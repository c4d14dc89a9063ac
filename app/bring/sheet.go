package bring

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/page"
)

// Blocks cuts a text into paragraphs to be shown on a page, a line each, under a
// title unless the text begins with it.
func Blocks(title, text string) (blocks []page.Block) {
	if title != "" && !strings.HasPrefix(strings.TrimSpace(text), title) {
		blocks = append(blocks, page.Block{Key: -1, Kind: page.Heading, Base: len(text), Text: title})
	}
	at := 0
	for line := range strings.Lines(text) {
		if words := strings.TrimRight(line, "\n "); strings.TrimSpace(words) != "" {
			kind := page.Paragraph
			if len(blocks) == 0 && words == title {
				kind = page.Heading
			}
			blocks = append(blocks, page.Block{Key: at, Kind: kind, Base: at, Text: words})
		}
		at += len(line)
	}
	return blocks
}

// sheet shows a page in the look worn, and follows when that changes.
type sheet struct {
	widget.BaseWidget
	page *page.Page
}

func newSheet(p *page.Page) *sheet {
	s := &sheet{page: p}
	s.ExtendBaseWidget(s)
	s.dress()
	return s
}

// Refresh takes on the look worn.
func (s *sheet) Refresh() {
	s.dress()
	s.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(ui.NewGround(ui.Sheet), s.page))
}

func (s *sheet) dress() {
	t := look.Current()
	p := t.Palette
	s.page.SetLook(page.Look{
		Size: t.ReadingSize(), Measure: t.Settings.Measure, Leading: 1.5, Margin: 28,
		Colours: page.Colours{
			Ink: p.Ink, Quiet: p.Dim, Dim: p.Dim, Accent: p.Accent, Chosen: p.Select, Selection: p.Select,
			Cue: p.Dim, Hedge: p.Caveat.Ink, Found: p.Found, Bar: look.Fade(p.Dim, 0.6), Tint: p.Found,
			Hover: look.Fade(p.Ink, 0.04),
		},
	})
}

// halves puts two things beside each other on a ground: the left as wide as a
// form is, the right in the rest; under each other where that is too narrow.
type halves struct{}

// Layout is for Fyne.
func (halves) Layout(all []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	all[0].Resize(size)
	left := fyne.Max(s.Wide(390), size.Width*0.36)
	if size.Width-left < s.Wide(300) {
		high := size.Height * 0.6
		all[1].Resize(fyne.NewSize(size.Width, high))
		all[2].Move(fyne.NewPos(0, high))
		all[2].Resize(fyne.NewSize(size.Width, size.Height-high))
		return
	}
	left = fyne.Min(left, s.Wide(560))
	all[1].Resize(fyne.NewSize(left, size.Height))
	all[2].Move(fyne.NewPos(left, 0))
	all[2].Resize(fyne.NewSize(size.Width-left, size.Height))
}

// MinSize is for Fyne.
func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 300) }

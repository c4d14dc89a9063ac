package bring

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/page"
)

// Blocks cuts a text into paragraphs to be shown on a page, under a title unless
// the text begins with it. Lines that were broken to be printed are joined.
func Blocks(title, text string) (blocks []page.Block) {
	if title != "" && !strings.HasPrefix(strings.TrimSpace(text), title) {
		blocks = append(blocks, page.Block{Key: -1, Kind: page.Heading, Base: len(text), Text: title})
	}
	at := 0
	for at < len(text) {
		end := paragraphEnd(text, at)
		words := strings.TrimRight(text[at:end], "\n ")
		kind := page.Paragraph
		if len(blocks) == 0 && words == title {
			kind = page.Heading
		}
		if strings.TrimSpace(words) != "" {
			joined := strings.ReplaceAll(words, "\n", " ") // as long as before: places stay
			blocks = append(blocks, page.Block{Key: at, Kind: kind, Base: at, Text: joined})
		}
		at = end
	}
	return blocks
}

// paragraphEnd is where the paragraph that begins at start ends.
func paragraphEnd(text string, start int) int {
	for at := start; ; {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		line, rest := text[at:at+n], text[at+n+1:]
		if at += n + 1; !goesOn(line, rest) {
			return at
		}
	}
}

// goesOn tells whether a line was only broken for its length: the next one
// begins small, or it is as long as printed lines are.
func goesOn(line, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	long := utf8.RuneCountInString(line)
	return unicode.IsLower(next) || long >= 60 && long <= 90 && !unicode.IsSpace(next) && rest != ""
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

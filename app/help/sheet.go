package help

import (
	"bytes"
	"image"
	_ "image/png" // the pictures
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
	"lectern/assets"
)

const (
	measure = 70 // characters a line, on average
	leading = 1.5
	margin  = 36
)

var (
	_ fyne.Tappable      = (*sheet)(nil)
	_ desktop.Hoverable  = (*sheet)(nil)
	_ desktop.Cursorable = (*sheet)(nil)
	_ fyne.Accessible    = (*sheet)(nil)
)

// sheet lays one topic out: text of one measure, with links, key caps and
// pictures. It is as high as its text is at the width it was given.
type sheet struct {
	widget.BaseWidget
	topic  topic
	sought []string // words that stand out
	follow func(target string)

	wide    float32
	high    float32
	links   []place
	chosen  int // of the links, by the keyboard; -1 for none
	over    int // of the links, under the pointer; -1 for none
	objects []fyne.CanvasObject
}

// place is where a link stands; one that goes on in the next line has two.
type place struct {
	at     fyne.Position
	size   fyne.Size
	number int // of the link on the page
	target string
	words  string
}

func newSheet(follow func(string)) *sheet {
	s := &sheet{follow: follow, chosen: -1, over: -1}
	s.ExtendBaseWidget(s)
	return s
}

// show sets another topic.
func (s *sheet) show(t topic, sought []string) {
	s.topic, s.sought, s.chosen, s.over = t, sought, -1, -1
	s.wide = 0
	s.Refresh()
}

// fit lays the text out anew where the width is another.
func (s *sheet) fit(width float32) {
	if s.wide != width {
		s.wide = width
		s.write()
	}
}

// write makes all objects.
func (s *sheet) write() {
	p := newPen(s)
	for i, b := range s.topic.blocks {
		p.block(i, b)
	}
	s.objects, s.links = p.all(), p.links
	s.high = p.y + p.style.Wide(48)
}

// nextLink chooses the link that many further; it returns where it stands.
func (s *sheet) nextLink(by int) (top, bottom float32, ok bool) {
	if len(s.links) == 0 {
		return 0, 0, false
	}
	most := s.links[len(s.links)-1].number
	s.chosen = min(max(s.chosen+by, 0), most)
	s.wide = 0
	s.Refresh()
	for _, l := range s.links {
		if l.number == s.chosen {
			return l.at.Y, l.at.Y + l.size.Height, true
		}
	}
	return 0, 0, false
}

// openLink follows the link that the keyboard chose.
func (s *sheet) openLink() bool {
	for _, l := range s.links {
		if l.number == s.chosen {
			s.follow(l.target)
			return true
		}
	}
	return false
}

func (s *sheet) linkAt(at fyne.Position) (place, bool) {
	for _, l := range s.links {
		if at.X >= l.at.X && at.Y >= l.at.Y && at.X < l.at.X+l.size.Width && at.Y < l.at.Y+l.size.Height {
			return l, true
		}
	}
	return place{number: -1}, false
}

// Tapped is for Fyne.
func (s *sheet) Tapped(ev *fyne.PointEvent) {
	if l, ok := s.linkAt(ev.Position); ok {
		s.follow(l.target)
	}
}

// MouseIn is for Fyne.
func (s *sheet) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved is for Fyne.
func (s *sheet) MouseMoved(ev *desktop.MouseEvent) {
	l, _ := s.linkAt(ev.Position)
	s.over = l.number
}

// MouseOut is for Fyne.
func (s *sheet) MouseOut() { s.over = -1 }

// Cursor is for Fyne.
func (s *sheet) Cursor() desktop.Cursor {
	if s.over >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel is the whole text: a screen reader reads it out.
func (s *sheet) AccessibilityLabel() string {
	all := ""
	for _, b := range s.topic.blocks {
		all += b.text() + "\n"
	}
	return all
}

// AccessibilityRole is text.
func (s *sheet) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r *sheetRenderer) Layout(size fyne.Size)        { r.s.fit(size.Width) }
func (r *sheetRenderer) MinSize() fyne.Size           { return fyne.NewSize(ui.Worn().Wide(200), r.s.high) }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r *sheetRenderer) Destroy()                     {}
func (r *sheetRenderer) Refresh() {
	r.s.wide = 0
	r.s.fit(r.s.Size().Width)
	canvas.Refresh(r.s)
}

// pictureOf reads a picture of the help; nil where there is none.
func pictureOf(file string) image.Image {
	words, err := fs.ReadFile(assets.Help, "help/pictures/"+file)
	if err != nil {
		return nil
	}
	img, _, err := image.Decode(bytes.NewReader(words))
	if err != nil {
		return nil
	}
	return img
}

// scrolled holds a sheet that it lets be as high as it is at the width there is.
type scrolled struct {
	sheet *sheet
}

// MinSize is for Fyne.
func (l *scrolled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// Layout is for Fyne.
func (l *scrolled) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.sheet.fit(size.Width)
	o[0].Resize(size)
	o[0].Refresh()
}

package original

import (
	"bytes"
	"context"
	"image/color"
	"image/png"
	"math"
	"slices"
	"sort"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data/ingest/worker"
)

// sheets shows the pages of a PDF below each other, as pictures that are painted
// when they come into sight and let go when they are far.
type sheets struct {
	sizes  []worker.PageSize
	paint  func(ctx context.Context, page, width int) (png []byte, err error)
	onTurn func(page int) // a person has turned to a page
	onSeen func()         // something else is in sight

	root   *fyne.Container
	scroll *container.Scroll
	box    *fyne.Container

	view     fyne.Size
	zoom     int       // index in zooms
	tops     []float32 // of each page, and where the last one ends
	at       int       // the page in sight
	painted  map[int]*picture
	failed   map[int]bool
	slot     *task.Slot
	busy     bool
	stopWait func()
	steering bool // scrolling is ours, not a person's
}

// picture is a painted page.
type picture struct {
	image  *canvas.Image
	width  int // that was asked for, in pixels
	pixels int
}

const (
	gap        = 12       // between pages, and around them
	maxPainted = 12       // pictures kept
	maxPixels  = 24 << 20 // in all of them: 96 MB
	widest     = 2400     // pixels of a picture
	restPause  = 120 * time.Millisecond
	flattest   = 0.1 // height to width of the flattest page that is believed
	tallest    = 8
	narrowest  = 0.1 // of the widest page
)

var zooms = []float32{0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3}

const fitWidth = 3 // in zooms

func newSheets(ctx context.Context, sizes []worker.PageSize, paint func(context.Context, int, int) ([]byte, error)) *sheets {
	s := &sheets{sizes: sizes, paint: paint, zoom: fitWidth, painted: map[int]*picture{}, failed: map[int]bool{}, slot: task.NewSlot(ctx)}
	s.box = container.New(&sheetLayout{s})
	s.scroll = container.NewScroll(s.box)
	s.scroll.OnScrolled = func(fyne.Position) { s.seen() }
	s.root = container.New(&window{s}, ui.WithoutShadow(s.scroll))
	return s
}

func (s *sheets) close() {
	s.slot.Cancel()
	if s.stopWait != nil {
		s.stopWait()
	}
	s.busy = true // no more pictures
}

func (s *sheets) dress() { s.fill() }

// scale is how many pixels a unit has on this screen.
func (s *sheets) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.scroll); c != nil && c.Scale() > 0 {
		return c.Scale()
	}
	return 1
}

// measure is the size of a page on screen, on whole pixels so that its picture
// need not be stretched.
func (s *sheets) measure(n int) (size fyne.Size, pixels int) {
	most := 1.0
	for _, one := range s.sizes[max(0, n-50):min(len(s.sizes), n+50)] {
		most = max(most, one.Width)
	}
	share := float32(max(narrowest, s.sizes[n].Width/most))
	ratio := float32(max(flattest, min(s.sizes[n].Height/max(s.sizes[n].Width, 1), tallest)))
	scale := s.scale()
	width := math.Floor(float64(max(s.view.Width-2*gap, 40) * zooms[s.zoom] * share * scale))
	height := math.Floor(width * float64(ratio))
	return fyne.NewSize(float32(width)/scale, float32(height)/scale), min(int(width), widest)
}

// resize lays all pages out anew and keeps the place.
func (s *sheets) resize(view fyne.Size) {
	n, share := s.at, s.share()
	s.view = view
	s.tops = make([]float32, len(s.sizes)+1)
	y := float32(gap)
	for i := range s.sizes {
		s.tops[i] = y
		size, _ := s.measure(i)
		y += size.Height + gap
	}
	s.tops[len(s.sizes)] = y
	s.box.Resize(s.box.MinSize().Max(view))
	s.put(s.tops[n] - gap + share*(s.tops[n+1]-s.tops[n]))
	s.fill()
}

// share is how far down its page the upper edge of the view is.
func (s *sheets) share() float32 {
	if s.tops == nil {
		return 0
	}
	return (s.scroll.Offset.Y - s.tops[s.at] + gap) / (s.tops[s.at+1] - s.tops[s.at])
}

// put scrolls there; nobody is told that a page was turned.
func (s *sheets) put(y float32) {
	s.steering = true
	defer func() { s.steering = false }()
	x := max(0, (s.box.MinSize().Width-s.view.Width)/2)
	if s.scroll.Offset.X > 0 && zooms[s.zoom] > 1 {
		x = s.scroll.Offset.X
	}
	most := max(0, s.box.MinSize().Height-s.view.Height)
	s.scroll.ScrollToOffset(fyne.NewPos(x, max(0, min(y, most))))
	s.seen()
}

// current is the page in sight, counted from 0.
func (s *sheets) current() int { return s.at }

// percent is how large a page is shown, where 100 fills the width.
func (s *sheets) percent() int { return int(zooms[s.zoom]*100 + 0.5) }

// seen finds which page is in sight now.
func (s *sheets) seen() {
	if s.tops == nil {
		return
	}
	line := s.scroll.Offset.Y + s.view.Height/3
	at := sort.Search(len(s.sizes), func(i int) bool { return s.tops[i+1] > line })
	at = min(at, len(s.sizes)-1)
	turned := at != s.at
	s.at = at
	s.fill()
	if turned && !s.steering && s.onTurn != nil {
		s.onTurn(at)
	}
	if turned && s.onSeen != nil {
		s.onSeen()
	}
}

// inSight are the pages of which something is in sight.
func (s *sheets) inSight() (first, end int) {
	if s.tops == nil {
		return 0, 0
	}
	top, foot := s.scroll.Offset.Y, s.scroll.Offset.Y+s.view.Height
	first = sort.Search(len(s.sizes), func(i int) bool { return s.tops[i+1] > top })
	for end = first; end < len(s.sizes) && s.tops[end] < foot; end++ {
	}
	return first, end
}

// fill puts the pages in sight on screen: a sheet for each, and its picture once
// it is painted.
func (s *sheets) fill() {
	pal := look.Current().Palette
	var things []fyne.CanvasObject
	for n, end := s.inSight(); n < end; n++ {
		size, _ := s.measure(n)
		at := fyne.NewPos(s.left(size.Width), s.tops[n])
		sheet := canvas.NewRectangle(color.White)
		sheet.StrokeColor, sheet.StrokeWidth = pal.Line, 1
		sheet.Move(at.SubtractXY(1, 1))
		sheet.Resize(size.AddWidthHeight(2, 2))
		things = append(things, sheet)
		switch p := s.painted[n]; {
		case p != nil:
			p.image.Move(at)
			p.image.Resize(size)
			things = append(things, p.image)
		case s.failed[n]:
			words := canvas.NewText(lang.L("This page cannot be shown."), color.Gray{Y: 90})
			words.Move(at.AddXY((size.Width-words.MinSize().Width)/2, size.Height/2))
			things = append(things, words)
		}
	}
	if !slices.Equal(things, s.box.Objects) {
		s.box.Objects = things
		canvas.Refresh(s.box)
	}
	s.rest()
}

// left is where a page of a width begins: in the middle.
func (s *sheets) left(width float32) float32 {
	room := max(s.view.Width, s.box.MinSize().Width)
	scale := s.scale()
	return float32(math.Floor(float64((room-width)/2*scale))) / scale
}

// rest waits until nothing moves any more, then has pictures painted.
func (s *sheets) rest() {
	if s.stopWait != nil {
		s.stopWait()
	}
	if !s.busy && s.next() >= 0 {
		s.stopWait = task.After(restPause, s.work)
	}
}

// wanted are the pages to have pictures of, the most wanted first: those in
// sight, then one after and one before them.
func (s *sheets) wanted() []int {
	first, end := s.inSight()
	var all []int
	for n := first; n < end; n++ {
		all = append(all, n)
	}
	slices.SortStableFunc(all, func(a, b int) int { return abs(a-s.at) - abs(b-s.at) })
	for _, n := range []int{end, first - 1} {
		if n >= 0 && n < len(s.sizes) {
			all = append(all, n)
		}
	}
	return all[:min(len(all), maxPainted)]
}

func abs(n int) int { return max(n, -n) }

// next is the page to paint next, -1 for none.
func (s *sheets) next() int {
	for _, n := range s.wanted() {
		_, width := s.measure(n)
		if p := s.painted[n]; !s.failed[n] && (p == nil || p.width != width) {
			return n
		}
	}
	return -1
}

// work paints one page, then the next, until all that are wanted are there.
func (s *sheets) work() {
	n := s.next()
	if s.busy || n < 0 {
		return
	}
	s.busy = true
	_, width := s.measure(n)
	task.Load(s.slot, func(ctx context.Context) (*picture, error) {
		b, err := s.paint(ctx, n, width)
		if err != nil {
			return nil, err
		}
		return decode(b, width)
	}, func(p *picture, err error) {
		s.busy = false
		if err != nil {
			s.failed[n] = true
			delete(s.painted, n)
		} else {
			s.painted[n] = p
			s.forget()
		}
		s.fill()
	})
}

// decode makes a picture of a PNG, which came from a process that has read what
// nobody trusts.
func decode(b []byte, width int) (*picture, error) {
	head, err := png.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	if head.Width*head.Height > maxPixels || head.Width < 1 || head.Height < 1 {
		return nil, errLarge
	}
	m, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	shown := canvas.NewImageFromImage(m)
	shown.FillMode = canvas.ImageFillStretch
	return &picture{image: shown, width: width, pixels: head.Width * head.Height}, nil
}

// forget lets pictures go that are far from what is in sight.
func (s *sheets) forget() {
	wanted := s.wanted()
	for {
		sum, far := 0, -1
		for n, p := range s.painted {
			sum += p.pixels
			if !slices.Contains(wanted, n) && (far < 0 || abs(n-s.at) > abs(far-s.at)) {
				far = n
			}
		}
		if far < 0 || len(s.painted) <= maxPainted && sum <= maxPixels {
			return
		}
		delete(s.painted, far)
	}
}

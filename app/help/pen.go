package help

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/ui"
)

// pen writes blocks from top to bottom.
type pen struct {
	s     *sheet
	style ui.Style
	left  float32
	right float32 // end of the lines
	x, y  float32
	from  float32 // where lines of this block begin
	size  float32
	under []fyne.CanvasObject // grounds, behind the words
	words []fyne.CanvasObject
	links []place
	link  int
	first bool // nothing stands in the line yet
}

func newPen(s *sheet) *pen {
	p := &pen{s: s, style: ui.Worn(), first: true}
	p.size = p.style.Body * 1.1
	const sample = "the quick brown fox jumps over a lazy dog and goes on"
	letter := fyne.MeasureText(sample, p.size, fyne.TextStyle{}).Width / float32(len(sample))
	p.left = min(p.style.Wide(margin), s.wide/12)
	p.right = min(p.left+letter*measure, s.wide-p.left)
	p.y = p.style.Wide(22)
	return p
}

func (p *pen) all() []fyne.CanvasObject { return append(p.under, p.words...) }

// lead is the height of a line.
func (p *pen) lead() float32 { return p.size * leading }

// block writes one block and the room around it.
func (p *pen) block(i int, b block) {
	w := p.style.Wide
	if i > 0 && p.s.topic.blocks[i-1].kind == item && b.kind == paragraph {
		p.y += w(7)
	}
	p.from, p.size = p.left, p.style.Body*1.1
	switch b.kind {
	case title:
		p.size = p.style.Big
		p.run(b.pieces, true)
		p.y += w(12)
	case heading:
		p.y += w(12)
		p.size = p.style.Lead
		p.run(b.pieces, true)
		p.y += w(5)
	case item:
		p.from = p.left + w(18)
		dot := canvas.NewCircle(p.style.Dim)
		dot.Resize(fyne.NewSize(w(4), w(4)))
		dot.Move(fyne.NewPos(p.left+w(4), p.y+p.lead()/2-w(2)))
		p.words = append(p.words, dot)
		p.run(b.pieces, false)
		p.y += w(4)
	case picture:
		p.picture(b)
	case row:
		p.columns(b)
	case state:
		p.state(b)
	default:
		p.run(b.pieces, false)
		p.y += w(10)
	}
}

// columns writes keys at the left and what they do at the right.
func (p *pen) columns(b block) {
	top := p.y
	p.size = p.style.Body
	column, right := p.left+min(p.style.Wide(215), (p.right-p.left)*0.42), p.right
	p.right = column - p.style.Wide(8)
	p.run(b.pieces[:1], false)
	bottom := p.y
	p.y, p.from, p.right = top, column, right
	p.run(b.pieces[1:], false)
	p.y = max(p.y, bottom) + p.style.Wide(5)
	p.from = p.left
}

// state writes the word for a state at the left, on a ground of its own, and what
// was found at the right.
func (p *pen) state(b block) {
	first := b.pieces[0]
	ground, ink := p.style.Statement.Wash, p.style.Statement.Ink
	switch first.target {
	case "1":
		ground, ink = p.style.Caveat.Wash, p.style.Caveat.Ink
	case "2":
		ground, ink = p.style.Paper, p.style.Alarm
	}
	text := fyne.MeasureText(first.words, p.style.Small, fyne.TextStyle{Bold: true})
	box := canvas.NewRectangle(ground)
	box.StrokeColor, box.StrokeWidth, box.CornerRadius = ink, 1, 4
	box.Move(fyne.NewPos(p.left, p.y+(p.lead()-text.Height)/2-1))
	box.Resize(fyne.NewSize(text.Width+p.style.Wide(12), text.Height+2))
	t := canvas.NewText(first.words, ink)
	t.TextSize, t.TextStyle.Bold = p.style.Small, true
	t.Move(fyne.NewPos(p.left+p.style.Wide(6), p.y+(p.lead()-text.Height)/2))
	p.under, p.words = append(p.under, box), append(p.words, t)
	p.from = p.left + p.style.Wide(110)
	p.run(b.pieces[1:3], false)
	if len(b.pieces) > 3 { // what to do
		p.run(b.pieces[3:], false)
	}
	p.y += p.style.Wide(7)
}

// picture sets a picture as wide as the text, and its caption.
func (p *pen) picture(b block) {
	img := pictureOf(b.file)
	if img == nil {
		return
	}
	size := img.Bounds().Size()
	wide := min(p.s.wide-2*p.left, float32(size.X))
	high := wide * float32(size.Y) / float32(size.X)
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = p.style.Line, 1
	frame.Move(fyne.NewPos(p.left-1, p.y+3))
	frame.Resize(fyne.NewSize(wide+2, high+2))
	shown := canvas.NewImageFromImage(img)
	shown.ScaleMode = canvas.ImageScaleSmooth
	shown.Move(fyne.NewPos(p.left, p.y+4))
	shown.Resize(fyne.NewSize(wide, high))
	p.under = append(p.under, shown, frame)
	p.y += high + p.style.Wide(10)
	p.size = p.style.Small
	p.run(b.pieces, false)
	p.y += p.style.Wide(12)
}

// run writes pieces as lines of words.
func (p *pen) run(all []piece, bold bool) {
	p.x, p.first = p.from, true
	for _, part := range all {
		number := -1
		if part.kind == link {
			number = p.link
			p.link++
		}
		p.piece(part, number, bold)
	}
	p.y += p.lead()
}

// piece writes a piece word by word. Words that stand side by side in one face
// become one object.
func (p *pen) piece(part piece, number int, bold bool) {
	style := fyne.TextStyle{Bold: bold || part.kind == strong || part.kind == name}
	if part.kind == code || strings.HasPrefix(part.target, find) {
		style.Monospace = true
	}
	size := p.size
	if style.Monospace {
		size *= 0.94
	}
	if part.kind == key {
		p.cap(part.words)
		return
	}
	width := func(words string) float32 { return fyne.MeasureText(words, size, style).Width }
	text := part.words
	if p.first {
		text = strings.TrimLeft(text, " ")
	}
	stretch := ""
	for len(text) > 0 {
		end := strings.IndexByte(text[1:], ' ') + 1
		if end == 0 {
			end = len(text)
		}
		word := text[:end]
		text = text[end:]
		if p.x+width(stretch+strings.TrimRight(word, " ")) > p.right && (!p.first || stretch != "") {
			p.put(stretch, size, style, part, number)
			stretch, word = "", strings.TrimLeft(word, " ")
			p.newLine()
		}
		stretch += word
	}
	p.put(stretch, size, style, part, number)
}

func (p *pen) newLine() {
	p.y += p.lead()
	p.x, p.first = p.from, true
}

// put sets words into the line.
func (p *pen) put(words string, size float32, style fyne.TextStyle, part piece, number int) {
	if words == "" {
		return
	}
	ink := p.style.Ink
	switch part.kind {
	case link:
		ink = p.style.Accent
	case quiet:
		ink = p.style.Dim
	}
	t := canvas.NewText(words, ink)
	t.TextSize, t.TextStyle = size, style
	min := fyne.MeasureText(words, size, style)
	at := fyne.NewPos(p.x, p.y+(p.lead()-min.Height)/2)
	p.found(words, size, style)
	t.Move(at)
	t.Resize(min)
	p.words = append(p.words, t)
	if part.kind == link {
		p.linked(place{at: at, size: min, number: number, target: part.target, words: words})
	}
	p.x, p.first = p.x+min.Width, false
}

// linked draws the line under a link, and a box around the one that the keyboard chose.
func (p *pen) linked(l place) {
	p.links = append(p.links, l)
	lead := fyne.MeasureText(l.words[:len(l.words)-len(strings.TrimLeft(l.words, " "))], p.size, fyne.TextStyle{}).Width
	line := canvas.NewRectangle(p.style.Accent)
	line.Move(fyne.NewPos(l.at.X+lead, l.at.Y+l.size.Height-2))
	line.Resize(fyne.NewSize(l.size.Width-lead, 1))
	p.words = append(p.words, line)
	if l.number == p.s.chosen {
		ring := canvas.NewRectangle(color.Transparent)
		ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = p.style.Accent, 2, 4
		ring.Move(l.at.SubtractXY(3, 1))
		ring.Resize(l.size.AddWidthHeight(6, 3))
		p.words = append(p.words, ring)
	}
}

// found puts a ground behind each word that is looked for.
func (p *pen) found(words string, size float32, style fyne.TextStyle) {
	if len(p.s.sought) == 0 {
		return
	}
	at := 0
	for _, word := range strings.Fields(words) {
		begin := at + strings.Index(words[at:], word)
		at = begin + len(word)
		parts := wordsOf(word)
		for _, typed := range p.s.sought {
			if !begins(parts, typed) {
				continue
			}
			x := fyne.MeasureText(words[:begin], size, style).Width
			ground := canvas.NewRectangle(p.style.Found)
			ground.CornerRadius = 3
			ground.Move(fyne.NewPos(p.x+x-1, p.y+p.lead()*0.12))
			ground.Resize(fyne.NewSize(fyne.MeasureText(word, size, style).Width+2, p.lead()*0.76))
			p.under = append(p.under, ground)
			break
		}
	}
}

// cap draws keys as they look on a keyboard: parts joined by + are pressed
// together, those apart by two spaces are keys of their own.
func (p *pen) cap(words string) {
	aside := false // in brackets: the letters that stand on other keyboards' caps
	for i, k := range strings.Split(words, "  ") {
		if i > 0 {
			p.x += p.style.Wide(4)
		}
		k = strings.TrimSpace(k)
		if aside = aside || len([]rune(k)) > 1 && k[0] == '(' && k != "(…)"; aside {
			p.put(k, p.style.Small, fyne.TextStyle{}, piece{kind: quiet}, -1)
			aside = !strings.HasSuffix(k, ")")
			continue
		}
		for j, part := range splitKeys(k) {
			if j > 0 {
				p.put("+", p.style.Small, fyne.TextStyle{}, piece{kind: quiet}, -1)
			}
			p.oneCap(part)
		}
	}
}

func splitKeys(k string) []string {
	if k == "+" {
		return []string{k}
	}
	return strings.Split(k, "+")
}

func (p *pen) oneCap(words string) {
	size := p.style.Small
	text := fyne.MeasureText(words, size, fyne.TextStyle{})
	wide := max(text.Width+p.style.Wide(11), p.style.Wide(20))
	if p.x+wide > p.right && !p.first {
		p.newLine()
	}
	high := text.Height + p.style.Wide(3)
	top := p.y + (p.lead()-high)/2
	box := canvas.NewRectangle(p.style.Raised)
	box.StrokeColor, box.StrokeWidth, box.CornerRadius = p.style.Dim, 1, 4
	box.Move(fyne.NewPos(p.x+1, top))
	box.Resize(fyne.NewSize(wide, high))
	foot := canvas.NewRectangle(p.style.Dim)
	foot.CornerRadius = 4
	foot.Move(fyne.NewPos(p.x+1, top+1))
	foot.Resize(fyne.NewSize(wide, high+1))
	t := canvas.NewText(words, p.style.Ink)
	t.TextSize = size
	t.Move(fyne.NewPos(p.x+1+(wide-text.Width)/2, top+(high-text.Height)/2))
	t.Resize(text)
	p.under = append(p.under, foot, box)
	p.words = append(p.words, t)
	p.x, p.first = p.x+wide+2, false
}

package stage

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/app/ui/scene"
	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
	"lectern/data/search"
)

// hit is a passage found for a question, with the caveats that go with it.
type hit struct {
	quote   data.Quote
	caveats []data.Quote
	slide   brief.Slide
}

func (h hit) quotes() []data.Quote { return append([]data.Quote{h.quote}, h.caveats...) }

// drawer is where the presenter looks for an answer while the room sees what it
// saw.
type drawer struct {
	stage *Stage
	root  fyne.CanvasObject
	field *ui.Field
	rows  *ui.Rows
	word  *ui.Line
	slot  *task.Slot
	hits  []hit
	open  bool
	over  bool // with one window: it came up over the room's view
}

// mostHits is how many passages are offered: more than a presenter can weigh
// while a room waits.
const mostHits = 12

func newDrawer(s *Stage) *drawer {
	d := &drawer{stage: s, field: ui.NewField(lang.L("What was asked")), rows: ui.NewRows(), word: ui.NewShortLine(ui.Quiet, "")}
	d.slot = task.NewSlot(s.ctx)
	d.rows.Name = lang.L("Answers")
	d.rows.Length = func() int { return len(d.hits) }
	d.rows.Height = func() float32 { return ui.Worn().Wide(112) }
	d.rows.Label = func(i int) string { return d.hits[i].quote.Words + ", " + scene.Source(d.hits[i].quote) }
	d.rows.Create = func() ui.Row { return newHitRow(d) }
	d.rows.OnOpen = d.send
	d.field.OnChanged = d.ask
	d.field.OnSubmitted = func(string) { d.send(d.rows.Current()) }
	d.field.OnDown, d.field.OnUp = func() { d.rows.SetCurrent(d.rows.Current() + 1) }, func() { d.rows.SetCurrent(d.rows.Current() - 1) }
	d.field.OnEscape = d.close
	d.root = container.NewBorder(ui.Column(8, 240, d.field, d.word), nil, nil, nil, d.rows)
	return d
}

// show opens the drawer in the place of the notes.
func (d *drawer) show() {
	s := d.stage
	if !d.open {
		d.over = s.windows.front
	}
	d.open, s.console.listing, s.windows.front = true, false, false
	if s.session.Looking() {
		s.session.Do(brief.Overview)
	}
	s.console.beside(d.root)
	s.render()
	d.field.SetText("")
	d.hits = nil
	d.word.Set(ui.Quiet, lang.L("The room does not see this. Enter shows it the one chosen, with its caveats."))
	d.rows.Refresh()
	w := s.windows.main
	if s.windows.swapped {
		w = s.windows.other
	}
	task.After(30*time.Millisecond, func() { // once it is on the canvas
		if d.open && !s.closed {
			w.Canvas().Focus(d.field)
		}
	})
}

// close puts the notes back.
func (d *drawer) close() {
	s := d.stage
	d.open = false
	d.slot.Cancel()
	for _, w := range []fyne.Window{s.windows.main, s.windows.other} {
		if w != nil {
			w.Canvas().Unfocus()
		}
	}
	s.console.beside(s.console.scroll)
	if !s.windows.apart() {
		s.windows.front = d.over // back to what was there before
	}
	s.render()
}

// ask looks for passages while the presenter types.
func (d *drawer) ask(typed string) {
	if strings.TrimSpace(typed) == "" {
		d.slot.Cancel()
		d.hits = nil
		d.rows.Refresh()
		return
	}
	lib := d.stage.config.Library
	task.Load(d.slot, func(ctx context.Context) ([]hit, error) { return find(ctx, lib, typed) }, func(hits []hit, err error) {
		d.hits = hits
		switch {
		case err != nil:
			d.hits = nil // half a query; the next letter asks again
		case len(hits) == 0:
			d.word.Set(ui.Quiet, lang.L("Nothing in the library says that."))
		default:
			d.word.Set(ui.Quiet, lang.L("Up and Down choose, Enter shows it to the room, Esc goes back"))
		}
		d.rows.SetCurrent(0)
		d.rows.SetOffset(0)
		d.rows.Refresh()
	})
}

// find finds passages with the caveats that belong to each.
func find(ctx context.Context, lib *library.Library, typed string) ([]hit, error) {
	q, err := search.Parse(typed)
	if err != nil {
		return nil, err
	}
	found, err := search.Passages(ctx, lib, q, search.Ask{}, mostHits)
	if err != nil {
		return nil, err
	}
	themes, err := lib.Themes(ctx)
	if err != nil {
		return nil, err
	}
	documents := make(map[data.ReportID]data.Document)
	r := brief.NewResolver(lib)
	now := time.Now()
	var hits []hit
	for _, snippet := range found.Passages {
		d, ok := documents[snippet.Report]
		if !ok {
			if d, err = lib.Document(ctx, snippet.Report); err != nil {
				return nil, err
			}
			documents[snippet.Report] = d
		}
		for _, p := range d.Passages {
			if p.ID != snippet.Passage {
				continue
			}
			h := hit{quote: brief.QuoteOf(d, p, now)}
			caveats, _ := brief.Belongings(d, p.ID, themes)
			for _, c := range caveats {
				if p.Shown() == data.Statement {
					h.caveats = append(h.caveats, brief.QuoteOf(d, c.Passage, now))
				}
			}
			if h.slide, err = r.AnswerSlide(ctx, brief.Answer{Quotes: h.quotes()}); err != nil {
				return nil, err
			}
			hits = append(hits, h)
		}
	}
	return hits, nil
}

// send shows the room the hit at index, with its caveats, unless it may not see it.
func (d *drawer) send(index int) {
	s := d.stage
	if index < 0 || index >= len(d.hits) {
		return
	}
	h := d.hits[index]
	if s.tooHigh(h.slide.Marking) {
		d.word.Set(ui.Alert, lang.L("{{.Marking}} is above what this room may see.", map[string]any{"Marking": string(h.slide.Marking)}))
		return
	}
	s.answered = h.slide
	s.session.Answer(brief.Answer{Question: strings.TrimSpace(d.field.Text), Quotes: h.quotes()})
	d.over = true
	d.close()
}

// typedKey gets keys while the drawer is open and the field does not have them.
func (d *drawer) typedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		d.send(d.rows.Current())
		return true
	}
	return false
}

// hitRow shows a hit: what was said, by whom and when, and how many caveats go
// with it.
type hitRow struct {
	drawer *drawer
	lines  [3]*canvas.Text
	source *canvas.Text
	under  *canvas.Text
}

func newHitRow(d *drawer) *hitRow {
	r := &hitRow{drawer: d, source: canvas.NewText("", nil), under: canvas.NewText("", nil)}
	for i := range r.lines {
		r.lines[i] = canvas.NewText("", nil)
	}
	return r
}

// Objects is for the list.
func (r *hitRow) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.lines[0], r.lines[1], r.lines[2], r.source, r.under}
}

// Show draws the hit at index.
func (r *hitRow) Show(index int, size fyne.Size) {
	s, h := ui.Worn(), r.drawer.hits[index]
	x, wide := s.Wide(12), size.Width-s.Wide(28)
	lines := r.drawer.stage.setter.Set(h.quote.Words, s.Body, wide*0.94, false)
	for i, t := range r.lines {
		words := ""
		if i < lines.Len() {
			at := lines.Span(i)
			words = h.quote.Words[at.Start:at.End]
			if i == len(r.lines)-1 && lines.Len() > len(r.lines) {
				words += "…"
			}
		}
		ui.WriteLine(t, words, s.Body, s.Ink, x, s.Wide(16+20*float32(i)), wide)
	}
	ui.WriteLine(r.source, scene.Source(h.quote), s.Small, s.Dim, x, s.Wide(78), wide)
	under := look.LaneName(h.quote.Lane)
	if h.quote.Lane == data.Statement {
		under += "  ·  " + lang.XN("stage.caveats", "{{.Count}} caveats go with it", len(h.caveats), map[string]any{"Count": len(h.caveats)})
	}
	ink := s.Palette.Lane(data.Caveat).Ink
	if h.slide.Marking != data.Unmarked {
		under += "  ·  " + string(h.slide.Marking)
	}
	if r.drawer.stage.tooHigh(h.slide.Marking) {
		under, ink = lang.L("{{.Marking}} is above what this room may see.", map[string]any{"Marking": string(h.slide.Marking)}), s.Alarm
	}
	ui.Write(r.under, under, s.Small, ink, x, s.Wide(96), wide)
}

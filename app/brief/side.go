package brief

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	briefs "lectern/data/brief"
)

// side is what stands beside the steps: the chosen one as the room will see it,
// and what can be written about it.
type side struct {
	e       *Editor
	picture *picture
	kept    data.BriefStep // what the fields show, as it was kept last
	shown   bool           // a step is shown at all
	filling bool           // the fields are being set, not typed in
	stop    func()         // of the pause after which what is typed is kept

	title, words, notes, minutes *ui.Field
	card                         *fyne.Container // of title and words
	belong                       *fyne.Container // of the ticks
	ticks                        *ticks
	another                      fyne.CanvasObject // adds to them
	belongs                      *task.Slot
	form                         *fyne.Container
	scroll                       *container.Scroll
	root                         *fyne.Container
}

func newSide(e *Editor) *side {
	s := &side{e: e, stop: func() {}, ticks: newTicks(), belongs: task.NewSlot(e.c.Context)}
	s.picture = newPicture(e)
	s.title = s.field(lang.L("What the room reads, large"), 0)
	s.words = s.field(lang.L("And below it; may stay empty"), 3)
	s.notes = s.field(lang.L("What you want to say. It stands on your console and nowhere else."), 5)
	s.minutes = s.field("", 0)
	s.minutes.OnUp, s.minutes.OnDown = func() { s.longer(1) }, func() { s.longer(-1) }
	s.ticks.onChange = s.accompany
	s.ticks.onFocus = s.see
	s.ticks.onShape = func() { s.form.Refresh() }
	s.ticks.onKey = s.escape
	s.build()
	return s
}

// field makes a field of so many lines, 0 for one that has only one, whose words
// are kept when the keyboard leaves it or rests.
func (s *side) field(hint string, lines int) *ui.Field {
	f := ui.NewField(hint)
	if lines > 0 {
		f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
		f.SetMinRowsVisible(lines)
	}
	f.OnEscape = func() { s.e.Focus() }
	f.OnConfirm = f.OnEscape
	f.OnSubmitted = func(string) { s.e.Focus() }
	f.OnFocus = func(on bool) {
		if !on {
			s.keep()
		}
	}
	f.OnChanged = func(string) { s.typed() }
	return f
}

func (s *side) build() {
	s.card = ui.Column(4, 200, ui.NewShortLine(ui.Section, lang.L("On the screen")), s.title, s.words, ui.Space(4))
	less := ui.NewButton(ui.Bare, "−", "", func() { s.longer(-1) })
	more := ui.NewButton(ui.Bare, "+", "", func() { s.longer(1) })
	less.OnKey(s.escape)
	more.OnKey(s.escape)
	minutes := container.NewHBox(container.NewCenter(ui.NewLine(ui.Section, lang.L("Minutes"))),
		container.NewCenter(less), container.New(&wide{52}, s.minutes), container.NewCenter(more))
	s.belong = ui.Column(2, 200)
	another := ui.NewButton(ui.Bare, lang.L("Another caveat or reaction…"), "", s.bring)
	another.OnKey(s.escape)
	s.another = container.NewHBox(another)
	notes := container.NewBorder(nil, nil, nil, minutes, ui.NewShortLine(ui.Section, lang.L("Private notes: only you see this")))
	s.form = ui.Column(5, 220, s.card, notes, s.notes, s.belong)
	s.scroll = container.NewVScroll(ui.Inset(10, 16, 20, 20, s.form))
	s.root = container.New(&above{}, s.picture.root, ui.WithoutShadow(s.scroll))
}

// show shows the chosen step. Words that somebody types stay while it is the same
// step and nobody else has changed them.
func (s *side) show() {
	step, ok := s.e.step()
	fresh := !ok || step.ID != s.kept.ID
	was := s.kept
	s.kept, s.shown = step, ok
	setVisible(s.root, ok)
	if fresh {
		s.picture.view = 0
		s.stop()
	}
	s.filling = true
	set := func(f *ui.Field, was, now string) {
		if (fresh || was != now) && f.Text != now {
			f.SetText(now)
			if fresh {
				f.CursorRow, f.CursorColumn = 0, 0
			}
		}
	}
	set(s.title, was.Title, step.Title)
	set(s.words, was.Words, step.Words)
	set(s.notes, was.Notes, step.Notes)
	set(s.minutes, minuteText(was.Minutes), minuteText(step.Minutes))
	s.filling = false
	setVisible(s.card, step.Kind == data.TitleCard || step.Kind == data.NoteCard)
	s.company(fresh)
	if fresh {
		s.scroll.ScrollToTop()
	}
	s.form.Refresh()
	s.preview()
}

func minuteText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// step is what the fields say now.
func (s *side) step() data.BriefStep {
	now := s.kept
	if now.Kind == data.TitleCard || now.Kind == data.NoteCard {
		now.Title, now.Words = s.title.Text, s.words.Text
	}
	now.Notes = s.notes.Text
	if n, err := strconv.Atoi(strings.TrimSpace(s.minutes.Text)); err == nil {
		now.Minutes = max(0, min(n, 999))
	} else if strings.TrimSpace(s.minutes.Text) == "" {
		now.Minutes = 0
	}
	return now
}

// rest is how long the keyboard has to rest until what is typed is kept.
const rest = 1500 * time.Millisecond

func (s *side) typed() {
	if s.filling || !s.shown {
		return
	}
	s.preview()
	s.stop()
	s.stop = task.After(rest, s.keep)
}

// keep keeps what is typed.
func (s *side) keep() {
	s.stop()
	if !s.shown {
		return
	}
	now, was := s.step(), s.kept
	if now.Title == was.Title && now.Words == was.Words && now.Notes == was.Notes && now.Minutes == was.Minutes {
		return
	}
	s.kept = now
	s.e.edit(now, "")
	s.e.frame.show()
}

// longer gives the step more minutes, or fewer.
func (s *side) longer(by int) {
	s.minutes.SetText(minuteText(max(0, s.step().Minutes+by)))
}

// preview draws the step as the room will see it; what is typed shows at once.
func (s *side) preview() {
	if !s.shown {
		return
	}
	known, ok := s.e.seen[s.kept.ID]
	slide := known.slide
	switch now := s.step(); {
	case now.Kind == data.TitleCard || now.Kind == data.NoteCard:
		slide, ok = briefs.Slide{Kind: now.Kind, Title: now.Title, Words: now.Words}, true
	case !alike(known.step, s.kept):
		ok = false
	}
	s.picture.show(slide, ok, s.e.warning(s.kept))
}

// escape leads back to the steps.
func (s *side) escape(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		s.e.Focus()
		return true
	}
	return false
}

// see gives something below the picture the keyboard and brings it into sight,
// once it has been laid out.
func (s *side) see(w fyne.Focusable) {
	task.After(drawn, func() {
		o, ok := w.(fyne.CanvasObject)
		d := fyne.CurrentApp().Driver()
		if !ok || d.CanvasForObject(o) == nil {
			return
		}
		focus(w)
		top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.scroll).Y
		room, air := s.scroll.Size().Height, ui.Worn().Wide(14)
		switch {
		case top < air:
			s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+top-air))
		case top+o.Size().Height+air > room:
			s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+top+o.Size().Height+air-room))
		}
	})
}

// focus puts the keyboard into what is most likely written next.
func (s *side) focus() {
	if s.shown {
		if s.card.Visible() {
			focus(s.title)
		} else {
			focus(s.notes)
		}
	}
}

// above sets the picture above the rest, in the proportion of a projector, and
// leaves the rest room enough.
type above struct{}

// MinSize is for Fyne.
func (above) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Worn().Wide(300), ui.Worn().Wide(320))
}

// Layout is for Fyne.
func (above) Layout(o []fyne.CanvasObject, size fyne.Size) {
	foot := ui.Worn().Wide(captionHigh)
	high := min((size.Width-2*ui.Worn().Wide(20))*9/16+foot, size.Height*0.58)
	o[0].Resize(fyne.NewSize(size.Width, high))
	o[1].Move(fyne.NewPos(0, high))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-high))
}

// wide gives a thing a width at 100 %.
type wide struct{ width float32 }

// MinSize is for Fyne.
func (w *wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Worn().Wide(w.width), o[0].MinSize().Height)
}

// Layout is for Fyne.
func (w *wide) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

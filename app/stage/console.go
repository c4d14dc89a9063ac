package stage

import (
	"image/color"
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
	"lectern/data/brief"
)

// console is what only the presenter sees: what the room sees and what comes
// next, notes, time and where the brief stands. Nothing on it takes the focus, so
// that every key leads the presentation.
type console struct {
	stage *Stage
	root  fyne.CanvasObject
	desk  *fyne.Container
	room  fyne.Size // that the desk is laid out for
	keys  fyne.CanvasObject

	now, next                  *scene.View
	title, place, state, after *ui.Line
	withheld, plan, status     *ui.Line
	clock, elapsed, pace       *canvas.Text
	notes                      *notes
	scroll                     *container.Scroll
	frame                      *canvas.Rectangle
	side                       *fyne.Container // notes, or the question drawer
	message                    string
	unsay                      func()
	listing                    bool // the list of keys is up
	noted                      int  // the step whose notes are shown
}

func newConsole(s *Stage) *console {
	c := &console{stage: s, now: s.plans.View(), next: s.plans.View(), unsay: func() {}, noted: -1}
	line := func(tone ui.Tone) *ui.Line { return ui.NewShortLine(tone, "") }
	c.title, c.place, c.state, c.after = line(ui.Heading), line(ui.Heading), line(ui.Section), line(ui.Section)
	c.withheld, c.plan, c.status = line(ui.Plain), line(ui.Quiet), line(ui.Quiet)
	c.clock, c.elapsed, c.pace = canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewText("", nil)
	for _, t := range []*canvas.Text{c.clock, c.elapsed, c.pace} {
		t.TextStyle.Bold = true
	}
	c.notes = newNotes(s.setter)
	c.scroll = container.NewVScroll(c.notes)
	c.frame = canvas.NewRectangle(color.Transparent)
	c.side = container.NewStack(c.scroll)
	c.desk = container.New(&desk{c},
		c.title, c.place, c.withheld, c.clock, c.elapsed, c.pace, c.plan, c.frame, c.now, c.state, c.next, c.after, c.side, c.status)
	c.root = container.NewStack(ui.NewGround(ui.Paper), c.desk)
	c.keys = container.NewStack(ui.NewGround(ui.Paper), keyList())
	return c
}

// front is what the presenter looks at.
func (c *console) front() fyne.CanvasObject {
	switch {
	case c.stage.session == nil:
		return c.stage.check.root
	case c.listing:
		return c.keys
	case c.stage.session.Looking():
		return c.stage.over.root
	}
	return c.root
}

// show shows where the presentation stands.
func (c *console) show() {
	s := c.stage
	at := s.session.At()
	size := s.windows.roomSize()
	if size != c.room { // pictures have the proportions of the room's display
		c.room = size
		c.desk.Refresh()
	}
	s.show(c.now, s.session.Preview(), size)
	c.coming()
	c.title.Set(ui.Heading, s.shown.Title)
	c.place.Set(ui.Heading, c.stands())
	c.withheld.Set(ui.Plain, "")
	if n := s.session.Withheld(); n > 0 {
		c.withheld.Set(ui.Plain, lang.XN("stage.withheld", "{{.Count}} withheld", n, map[string]any{"Count": n}))
	}
	tone, state := c.seen()
	c.state.Set(tone, state)
	c.dress()
	c.note(at.Step)
	c.time()
}

// coming shows what comes next. Where that is not laid out yet, the room is served
// first, and this is called again.
func (c *console) coming() {
	s := c.stage
	p, ok := s.session.Next()
	at := brief.Scene{Kind: brief.StepScene, Place: p}
	size := s.windows.roomSize()
	words := lang.L("Next")
	if !ok {
		words = lang.L("This is the end")
	}
	c.after.Set(ui.Section, words)
	c.next.Show()
	if ok {
		if slide, _, o := s.picture(at); s.plans.Has(slide, size, o) {
			s.show(c.next, at, size)
			return
		}
	}
	c.next.Set(brief.Slide{}, 0, scene.Options{Cover: scene.Black})
	if !ok {
		c.next.Hide()
	}
}

// beside puts notes or drawer at the side. Its size is said here, as nothing lays
// the console out while the room's view is in front.
func (c *console) beside(o fyne.CanvasObject) {
	c.side.Objects = []fyne.CanvasObject{o}
	o.Show()
	o.Move(fyne.NewPos(0, 0))
	o.Resize(c.side.Size())
	c.side.Refresh()
}

// stands says which step of how many, and which view of it.
func (c *console) stands() string {
	s := c.stage
	at, n := s.session.At(), len(s.shown.Steps)
	if n == 0 {
		return lang.L("No steps")
	}
	words := lang.L("Step {{.At}} of {{.All}}", map[string]any{"At": at.Step + 1, "All": n})
	if views := s.session.Views(at.Step); views > 1 {
		words += "  ·  " + lang.L("view {{.At}} of {{.All}}", map[string]any{"At": at.View + 1, "All": views})
	}
	return words
}

// seen says in words what the room sees.
func (c *console) seen() (ui.Tone, string) {
	s := c.stage.session
	switch {
	case s.Blacked():
		return ui.Heading, lang.L("BLACK: the room sees nothing. B brings it back.")
	case s.Covered():
		return ui.Heading, lang.L("HIDDEN: the room sees the title alone. H brings it back.")
	case s.Frozen():
		return ui.Heading, lang.L("FROZEN: the room keeps what it saw. F lets it go.")
	}
	if w := c.stage.windows; !w.apart() {
		return ui.Section, lang.L("T shows this to the room")
	}
	switch p := s.Preview(); {
	case p.Kind == brief.AnswerScene:
		return ui.Section, lang.L("The room sees the answer. Esc returns.")
	case p.Kind == brief.OriginalScene:
		return ui.Section, lang.L("The room sees the original. O returns.")
	case p.Zoom:
		return ui.Section, lang.L("The room sees this, zoomed. Z returns.")
	case p.Spotlight:
		return ui.Section, lang.L("The room sees this, in the spotlight. S returns.")
	}
	return ui.Section, lang.L("The room sees this")
}

// note shows the notes of a step from their beginning.
func (c *console) note(step int) {
	words := ""
	if step < len(c.stage.shown.Steps) {
		words = c.stage.shown.Steps[step].Notes
		if fates := c.stage.fates(step); fates != "" {
			words = fates + "\n\n" + words
		}
	}
	if c.notes.words != words || c.noted != step {
		c.noted = step
		c.notes.set(words)
		c.scroll.ScrollToTop()
		c.scroll.Refresh()
	}
}

// time shows clock, elapsed time and pace.
func (c *console) time() {
	s := c.stage
	if s.session == nil {
		return
	}
	p := s.session.Pace()
	w := ui.Worn()
	set := func(t *canvas.Text, words string, size float32, ink color.NRGBA) {
		if t.Text != words || t.Color != color.Color(ink) || t.TextSize != size {
			t.Text, t.Color, t.TextSize = words, ink, size
			t.Refresh()
		}
	}
	set(c.clock, s.config.Clock().Local().Format("15:04"), w.Wide(30), w.Ink)
	set(c.elapsed, span(p.Elapsed), w.Wide(30), w.Ink)
	set(c.pace, paceWord(p), w.Lead, paceInk(p.Word))
	c.plan.Set(ui.Quiet, "")
	if p.Planned > 0 {
		c.plan.Set(ui.Quiet, lang.L("this step until {{.Due}}, all {{.All}}", map[string]any{"Due": span(p.Due), "All": span(p.Planned)}))
	}
	c.status.Set(ui.Quiet, c.hint())
}

// hint is what was said last, or what the keys do.
func (c *console) hint() string {
	switch {
	case c.stage.keys.going:
		return lang.L("Go to step: {{.Number}}   Enter goes, Esc stays", map[string]any{"Number": c.stage.keys.number + "_"})
	case c.message != "":
		return c.message
	}
	return lang.L("Space next   Backspace back   B black   F freeze   H hide   Tab overview   O original   Z zoom   S spotlight   Q question   ? all keys")
}

// say says something for some seconds.
func (s *Stage) say(words string) {
	c := s.console
	c.unsay()
	c.message = words
	c.unsay = task.After(7*time.Second, func() {
		c.message = ""
		c.time()
	})
	c.time()
}

// paceWord says how time runs.
func paceWord(p brief.Pace) string {
	switch p.Word {
	case brief.Ahead:
		return lang.L("Ahead of the plan")
	case brief.OnTime:
		return lang.L("On time")
	case brief.Behind:
		return lang.L("Behind by {{.Time}}", map[string]any{"Time": span(p.Elapsed - p.Due)})
	case brief.Over:
		return lang.L("Over time by {{.Time}}", map[string]any{"Time": span(-p.Left)})
	}
	return ""
}

// paceInk is the colour of a pace's word.
func paceInk(p brief.PaceWord) color.NRGBA {
	w := ui.Worn()
	switch p {
	case brief.Ahead:
		return w.Accent
	case brief.Behind:
		return w.Palette.Caveat.Ink
	case brief.Over:
		return w.Alarm
	}
	return w.Ink
}

// span is a time as a stopwatch shows it.
func span(d time.Duration) string {
	d = d.Round(time.Second)
	if d < 0 {
		d = -d
	}
	if d >= time.Hour {
		return time.Time{}.Add(d).Format("15:04:05")
	}
	return time.Time{}.Add(d).Format("04:05")
}

// fates tells the presenter what has become of what a step quotes.
func (s *Stage) fates(step int) (words string) {
	if step >= len(s.slides) {
		return ""
	}
	for _, p := range s.slides[step].Parts {
		if p.Fate == brief.AsItWas || p.Fate == "" {
			continue
		}
		line := "! " + fateWord(p.Fate) + ": " + ui.Shortened(p.Title, 60) + ", " + look.Day(p.Taken.Local())
		if strings.Contains(words, line) { // several quotations of one report
			continue
		}
		if words != "" {
			words += "\n"
		}
		words += line
	}
	return words
}

func fateWord(f brief.Fate) string {
	switch f {
	case brief.Corrected:
		return lang.L("corrected since it was quoted")
	case brief.Moved:
		return lang.L("brought in again since it was quoted")
	case brief.Renewed:
		return lang.L("a newer version is in the library")
	}
	return lang.L("no longer in the library")
}

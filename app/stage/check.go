package stage

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/scene"
	"lectern/data"
	"lectern/data/brief"
)

// roomCheck is what a presenter sees before going live: what will appear, what
// would leak, and how far it can be read.
type roomCheck struct {
	stage *Stage
	root  *fyne.Container
	first *scene.View
	ready bool
}

func newRoomCheck(s *Stage) *roomCheck {
	c := &roomCheck{stage: s, first: s.plans.View()}
	c.root = container.NewStack(ui.NewGround(ui.Paper), container.NewCenter(ui.NewLine(ui.Quiet, lang.L("Looking the brief up…"))))
	return c
}

// fact is one line of the check.
type fact struct {
	name, words string
	warn        bool
}

// facts are what the presenter should know.
func (c *roomCheck) facts() []fact {
	s := c.stage
	found := brief.CheckRoom(s.brief, s.config.Users)
	count := func(n int) map[string]any { return map[string]any{"Count": n} }
	all := []fact{{lang.L("What will appear"), lang.XN("stage.steps", "{{.Count}} steps", found.Steps, count(found.Steps)), found.Steps == 0}}
	if found.Minutes > 0 {
		all[0].words += ", " + lang.XN("stage.minutes", "{{.Count}} minutes planned", found.Minutes, count(found.Minutes))
	}
	if at := s.begins(); at > 0 {
		all = append(all, fact{lang.L("Begins at"), lang.L("step {{.Step}}; Home begins at the first", map[string]any{"Step": at + 1}), false})
	}
	level := lang.L("no limit")
	if s.brief.Level != data.Unmarked {
		level = string(s.brief.Level)
	}
	all = append(all, fact{lang.L("The room may see"), level, false})
	withheld := lang.L("nothing")
	if found.Withheld > 0 {
		withheld = lang.XN("stage.above", "{{.Count}} steps above that; only you see their number", found.Withheld, count(found.Withheld))
	}
	all = append(all, fact{lang.L("Withheld"), withheld, false})
	highest := string(found.Highest)
	if found.Highest == data.Unmarked {
		highest = lang.L("nothing is marked")
	}
	all = append(all, fact{lang.L("Highest marking"), highest, false})
	if found.Unmarked > 0 && (found.Highest != data.Unmarked || s.brief.Level != data.Unmarked) { // who marks nothing needs no warning
		all = append(all, fact{lang.L("Unmarked"), lang.XN("stage.unmarked", "{{.Count}} quotations of reports without a marking", found.Unmarked, count(found.Unmarked)), true})
	}
	all = append(all, c.leaks(found)...)
	if n := c.gone(); n > 0 {
		all = append(all, fact{lang.L("Not as it was"), lang.XN("stage.changed", "{{.Count}} quotations changed or went since they were taken", n, count(n)), true})
	}
	return append(all, c.reads()...)
}

// leaks names what would leak, or says that nothing was found.
func (c *roomCheck) leaks(found brief.RoomCheck) (all []fact) {
	if len(found.Leaks) == 0 {
		return []fact{{lang.L("Leaks"), lang.L("no private notes, file paths, addresses or account names"), false}}
	}
	for i, l := range found.Leaks {
		if i == 4 {
			all = append(all, fact{"", lang.XN("stage.more", "and {{.Count}} more", len(found.Leaks)-4, map[string]any{"Count": len(found.Leaks) - 4}), true})
			break
		}
		all = append(all, fact{lang.L("Leak"), lang.L("step {{.Step}}, {{.Kind}}: {{.Words}}", map[string]any{
			"Step": l.Step + 1, "Kind": leakWord(l.Kind), "Words": ui.Shortened(l.What, 50)}), true})
	}
	return all
}

func leakWord(k brief.LeakKind) string {
	switch k {
	case brief.LeakedPath:
		return lang.L("a file's place")
	case brief.LeakedUser:
		return lang.L("an account's name")
	case brief.LeakedMail:
		return lang.L("an address")
	}
	return lang.L("private notes")
}

// gone counts what is not as it was quoted.
func (c *roomCheck) gone() (n int) {
	for _, s := range c.stage.slides {
		for _, p := range s.Parts {
			if p.Fate != brief.AsItWas {
				n++
			}
		}
	}
	return n
}

// reads says how large type is, how far it can be read, and where it is shown.
func (c *roomCheck) reads() []fact {
	s := c.stage
	metres := func(share float32) string { return fmt.Sprintf("%.0f", brief.Reads(float64(share), s.height)) }
	display := lang.L("one display: room and console take turns, T turns them")
	if s.config.Displays.Second() {
		display = lang.L("the second display; T swaps if it is the wrong one")
	}
	return []fact{
		{lang.L("Words"), lang.L("1/{{.Part}} of the height, read from {{.Metres}} m", map[string]any{
			"Part": fmt.Sprintf("%.0f", 1/s.share), "Metres": metres(s.share)}), false},
		{lang.L("Smallest type"), lang.L("source lines, read from {{.Metres}} m where the picture is {{.Height}} m high", map[string]any{
			"Metres": metres(scene.SmallestShare(s.share)), "Height": look.Tenths(s.height)}), false},
		{lang.L("Display"), display, false},
	}
}

// show shows the check of what has been looked up.
func (c *roomCheck) show() {
	c.ready = true
	s := c.stage
	rows := []fyne.CanvasObject{ui.NewShortLine(ui.Title, s.brief.Title), ui.NewShortLine(ui.Quiet, lang.L("Room check: what will be shown, before it is shown")), ui.Space(10)}
	for _, f := range c.facts() {
		tone := ui.Plain
		words := f.words
		if f.warn {
			tone, words = ui.Alert, "! "+words
		}
		rows = append(rows, container.New(&pair{150}, ui.NewLine(ui.Section, f.name), ui.NewShortLine(tone, words)))
	}
	again := func(do func()) func() {
		return func() {
			do()
			s.windows.main.Canvas().Unfocus()
			c.show()
		}
	}
	live := ui.NewButton(ui.Strong, lang.L("Go live"), lang.L("Enter"), s.GoLive)
	live.Enable(len(s.slides) > 0)
	rehearse := ui.NewButton(ui.Outlined, lang.L("Rehearse"), lang.L("R"), s.Rehearse)
	rehearse.Enable(len(s.slides) > 0)
	rows = append(rows, ui.Space(12), container.New(ui.Flowing(8),
		live, rehearse, ui.NewButton(ui.Outlined, lang.L("Not now"), lang.L("Esc"), s.Close)),
		ui.Space(4), container.New(ui.Flowing(8),
			ui.NewButton(ui.Bare, lang.L("Larger type"), "+", again(func() { c.share(1.1) })),
			ui.NewButton(ui.Bare, lang.L("Smaller type"), "-", again(func() { c.share(1 / 1.1) })),
			ui.NewButton(ui.Bare, lang.L("Higher picture"), lang.L("Up"), again(func() { c.higher(0.1) })),
			ui.NewButton(ui.Bare, lang.L("Lower picture"), lang.L("Down"), again(func() { c.higher(-0.1) }))))
	if len(s.slides) > 0 {
		c.first.Set(s.slides[s.begins()], 0, scene.Options{Share: s.share, As: fyne.NewSize(1920, 1080)})
	}
	body := container.New(&halves{}, container.NewVScroll(ui.Column(7, 380, rows...)), c.first)
	c.root.Objects = []fyne.CanvasObject{ui.NewGround(ui.Paper), ui.Inset(30, 24, 36, 36, body)}
	c.root.Refresh()
}

func (c *roomCheck) share(by float32) {
	c.stage.share = min(max(c.stage.share*by, scene.Floor), scene.Largest)
}

// higher changes how high the picture on the wall is.
func (c *roomCheck) higher(by float64) { c.stage.height = min(max(c.stage.height+by, 0.3), 12) }

func (c *roomCheck) typedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		c.stage.Close()
		return
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF5:
		c.stage.GoLive()
		return
	case fyne.KeyHome:
		c.stage.config.From = 0
	case fyne.KeyUp:
		c.higher(0.1)
	case fyne.KeyDown:
		c.higher(-0.1)
	default:
		return
	}
	if c.ready {
		c.show()
	}
}

func (c *roomCheck) typedRune(r rune) {
	switch ui.Letter(r) {
	case 'r':
		c.stage.Rehearse()
		return
	case '+', '=':
		c.share(1.1)
	case '-':
		c.share(1 / 1.1)
	default:
		return
	}
	if c.ready {
		c.show()
	}
}

// halves sets two things side by side, the second one in its proportion.
type halves struct{}

// MinSize is for Fyne.
func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 360) }

// Layout is for Fyne.
func (halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	gap := ui.Worn().Wide(28)
	w := float32(int((size.Width - gap) * 0.58))
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w+gap, ui.Worn().Wide(6)))
	o[1].Resize(fyne.NewSize(size.Width-w-gap, (size.Width-w-gap)*9/16))
}

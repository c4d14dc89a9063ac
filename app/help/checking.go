package help

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
)

// checking is the self-check as a page that fills while it runs.
type checking struct {
	h       *Help
	slot    *task.Slot
	found   []Finding
	running bool
	done    int
	total   int
	again   *ui.Button
	copy    *ui.Button
}

func newChecking(h *Help) *checking {
	c := &checking{h: h, slot: task.NewSlot(h.c.Context)}
	c.again = ui.NewButton(ui.Bare, lang.L("Check again"), "", func() {
		if c.running {
			c.cancel()
			c.say(Finding{Name: lang.L("Every byte"), Found: lang.L("stopped before the end"), State: Attention})
			return
		}
		c.start()
	})
	c.copy = ui.NewButton(ui.Outlined, lang.L("Copy for support"), "", func() { h.c.Copy(Text(c.found)) })
	return c
}

func (c *checking) buttons() []fyne.CanvasObject { return []fyne.CanvasObject{c.again, c.copy} }

// news is what the check has to say while it runs.
type news struct {
	finding     *Finding
	done, total int
}

func (c *checking) start() {
	c.found, c.running, c.done, c.total = nil, true, 0, 0
	display := Display{}
	if c.h.c.System.Display != nil {
		display = c.h.c.System.Display()
	}
	system := c.h.c.System
	relay := task.NewRelay(func(all []news) {
		if c.running {
			c.hear(all)
		}
	})
	task.Load(c.slot, func(ctx context.Context) ([]Finding, error) {
		return RunCheck(ctx, system, display,
			func(f Finding) { relay.Send(news{finding: &f}) },
			func(done, total int) { relay.Send(news{done: done, total: total}) }), nil
	}, func(all []Finding, _ error) {
		c.found, c.running = all, false
		c.show()
	})
	c.show()
}

func (c *checking) hear(all []news) {
	for _, n := range all {
		if n.finding != nil {
			c.found = append(c.found, *n.finding)
		} else {
			c.done, c.total = n.done, n.total
		}
	}
	c.show()
}

func (c *checking) say(f Finding) {
	c.found = append(c.found, f)
	c.show()
}

func (c *checking) cancel() {
	c.slot.Cancel()
	c.running = false
}

// show writes the page anew, if it is in front.
func (c *checking) show() {
	h := c.h
	if h.at < 0 || h.all[h.at].name != Check {
		return
	}
	words := lang.L("Check again")
	if c.running {
		words = lang.L("Stop")
	}
	c.again.SetWords(words)
	c.copy.Enable(!c.running)
	h.all[h.at].blocks = c.blocks()
	h.sheet.show(h.all[h.at], wordsOf(h.box.Text))
	h.scroll.Refresh()
}

func (c *checking) blocks() []block {
	all := []block{
		{kind: title, pieces: []piece{{words: lang.L("Self-check")}}},
		{pieces: []piece{{words: lang.L("How Lectern is on this computer. What is copied for support holds no titles, no texts and no names of yours.")}}},
	}
	for _, f := range c.found {
		b := block{kind: state, pieces: []piece{
			{kind: quiet, words: f.State.Word(), target: string(rune('0' + f.State))},
			{kind: strong, words: f.Name + "  "}, {words: f.Found},
		}}
		if f.Do != "" {
			b.pieces = append(b.pieces, piece{kind: quiet, words: f.Do})
		}
		all = append(all, b)
	}
	if c.running {
		words := lang.L("Looking…")
		if c.total > 0 {
			words = lang.X("job.count", "{{.Done}} of {{.Total}}", map[string]any{"Done": c.done, "Total": c.total})
		}
		all = append(all, block{pieces: []piece{{kind: quiet, words: words}}})
	}
	return all
}

package shell

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"lectern/app/brief"
	"lectern/app/compare"
	"lectern/app/help"
	"lectern/app/original"
	"lectern/app/reading"
	"lectern/app/send"
	"lectern/app/shelf"
	"lectern/app/stage"
	"lectern/app/tidy"
)

// overForm is the help in front of a form that holds what is not kept yet: nothing
// else may take its place until it is left.
type overForm struct {
	*help.Help
	form screen
}

// Keep is for keeper; what is to be kept lies behind.
func (overForm) Keep() {}

// helpTopic is what the help has about the screen in front.
func (s *Shell) helpTopic() string {
	switch s.front.(type) {
	case *reading.View:
		return "reading"
	case *compare.Versions, *compare.Origins:
		return "versions"
	case *original.View:
		return "reading"
	case *brief.Editor:
		return "briefs"
	case *brief.Minutes:
		return "presenting"
	case *send.Form:
		return "exporting"
	case *tidy.Tidy:
		return "names"
	case *shelf.Shelf:
		if s.shelf.Searching() {
			return "searching"
		}
	}
	return "getting-in"
}

// showHelp opens the help at what the screen in front is about.
func (s *Shell) showHelp() {
	if _, already := s.helpInFront(); !already {
		s.ShowHelp(s.helpTopic())
	}
}

func (s *Shell) showKeys()    { s.ShowHelp(help.Keys) }
func (s *Shell) showCheck()   { s.ShowHelp(help.Check) }
func (s *Shell) showCredits() { s.ShowHelp(help.Credits) }

// ShowHelp opens the help at a topic.
func (s *Shell) ShowHelp(topic string) {
	if h, ok := s.helpInFront(); ok {
		h.Show(topic)
		return
	}
	s.closePopup()
	from, title := s.front, s.window.Title()
	back := s.comeBack()
	leave := func() {
		s.window.SetTitle(title)
		back()
		if p, ok := from.(interface{ Focus() }); ok {
			s.focusSoon(from, p.Focus)
		}
	}
	h := help.New(help.Config{
		Context: s.ctx, Keys: s.keyGroups(), Notices: s.config.Notices, System: s.system(),
		Search: func(query string) {
			if s.unkept() {
				s.tell(lang.L("Keep or cancel what is in front first."))
				return
			}
			s.toShelf()
			s.Search(query)
		},
		Copy: func(words string) {
			s.config.App.Clipboard().SetContent(words)
			s.tell(lang.L("Copied. Read it before you send it."))
		},
		Save: s.saveAs, Leave: leave, Failed: s.fail, Menu: s.anyKey,
	}, topic)
	if s.unkept() {
		s.panelUp(overForm{h, from})
	} else {
		s.panelUp(h)
	}
	s.window.SetTitle(lang.L("Help") + " – Lectern")
}

func (s *Shell) helpInFront() (*help.Help, bool) {
	switch front := s.front.(type) {
	case *help.Help:
		return front, true
	case overForm:
		return front.Help, true
	}
	return nil, false
}

// keyGroups are all keys: those of each screen, then those of the menu.
func (s *Shell) keyGroups() []help.KeyGroup {
	var all []help.KeyGroup
	for _, part := range screenKeys() {
		all = append(all, group1(part.title, part.lines))
	}
	presenting := help.KeyGroup{Title: lang.L("Keys while presenting")}
	for _, l := range stage.KeyLines() {
		presenting.Lines = append(presenting.Lines, help.KeyLine{Key: l[0], Does: l[1]})
	}
	all = append(all, presenting)
	everywhere := []keyLine{{lang.L("Ctrl") + "+" + lang.L("Enter"), lang.L("keep what a form shows")}, {"?", lang.L("this list")}}
	for _, g := range s.groups() {
		for _, a := range g.actions {
			if a.key != nil {
				everywhere = append(everywhere, keyLine{keyWords(a.key), a.title})
			}
		}
	}
	return append(all, group1(lang.L("Everywhere"), everywhere))
}

func group1(title string, lines []keyLine) help.KeyGroup {
	g := help.KeyGroup{Title: title}
	for _, l := range lines {
		g.Lines = append(g.Lines, help.KeyLine{Key: l.key, Does: l.does})
	}
	return g
}

// helpKeys are the keys of the help.
func helpKeys() []keyLine {
	return []keyLine{
		{lang.L("N  P"), lang.L("next or previous link; Enter follows it")},
		{lang.L("Alt") + "+" + lang.L("Left  Right"), lang.L("back and forward")},
		{lang.L("Left  Right"), lang.L("to the contents, and to the page")},
		{"/", lang.L("search the help")},
		{lang.L("Esc"), lang.L("back to where you came from")},
	}
}

// addHelpKeys adds the keys that go back and forward in the help.
func (s *Shell) addHelpKeys() {
	for key, by := range map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1} {
		alt := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
		s.window.Canvas().AddShortcut(alt, func(fyne.Shortcut) {
			if h, ok := s.helpInFront(); ok {
				h.Walk(by)
			}
		})
	}
}

const keyBackedUp = "backup.last"

// system is what the self-check looks at.
func (s *Shell) system() help.System {
	lib := s.config.Desk.Library()
	c := s.config.System
	c.Version, c.Library, c.Path = s.config.Version, lib, lib.Path()
	if last := s.config.App.Preferences().String(keyBackedUp); last != "" {
		c.Backup, _ = time.Parse(time.RFC3339, last)
	}
	c.Display = s.display
	return c
}

// display is what is known of where the window is drawn.
func (s *Shell) display() help.Display {
	size := s.window.Canvas().Size()
	d := help.Display{Window: fmt.Sprintf("%.0f × %.0f", size.Width, size.Height), Scale: s.window.Canvas().Scale()}
	d.Renderer, d.OpenGL, d.Monitors = painter(s.window)
	return d
}

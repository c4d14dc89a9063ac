package bring

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
	"lectern/app/ui/page"
	"lectern/data/desk"
	"lectern/data/wrap"
)

// typable is how many characters can be typed and changed by hand. A stock entry
// takes seconds to lay out much more, so longer text is shown on a page.
const typable = 2000

// PasteConfig is what the paste window needs. Its functions are called on the UI
// goroutine.
type PasteConfig struct {
	Clipboard func() string
	Read      func(text string) // go on to the form
	Leave     func()
}

// Paste takes text from the clipboard, or as much as a person cares to type.
type Paste struct {
	c       PasteConfig
	content fyne.CanvasObject
	typed   *typing
	page    *page.Page
	long    fyne.CanvasObject
	short   fyne.CanvasObject
	count   *ui.Line
	read    *ui.Button
	empty   *ui.Button
	text    string // of the page; "" while text is typed
}

// NewPaste makes a paste window.
func NewPaste(c PasteConfig) *Paste {
	p := &Paste{c: c, page: page.New(), count: ui.NewShortLine(ui.Quiet, "")}
	p.typed = newTyping(p)
	p.page.Name = lang.L("Text")
	p.page.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			p.Leave()
		}
		return ev.Name == fyne.KeyEscape
	}
	p.read = ui.NewButton(ui.Strong, lang.L("Read it"), lang.L("Ctrl+Enter"), p.Keep)
	p.empty = ui.NewButton(ui.Bare, lang.L("Start again"), "", func() { p.set("") })
	top := ui.Column(6, 300,
		ui.NewShortLine(ui.Title, lang.L("Paste a report")),
		ui.NewShortLine(ui.Quiet, lang.L("Copy the whole article, with its headline and date: Lectern finds them by itself.")),
		ui.Space(4),
		container.NewHBox(ui.NewButton(ui.Outlined, lang.L("Paste from clipboard"), lang.L("Ctrl+V"), p.FromClipboard), p.empty),
	)
	bottom := container.NewBorder(nil, nil, nil, container.NewHBox(
		ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), p.Leave), p.read), p.count)
	p.short = p.typed
	p.long = container.NewStack(ui.NewCard(ui.Sheet, ui.Rule, 8), ui.Inset(2, 2, 2, 2, newSheet(p.page)))
	p.content = container.NewStack(ui.NewGround(ui.Paper),
		ui.Inset(18, 16, 24, 24, container.NewBorder(ui.Inset(0, 12, 0, 0, top), ui.Inset(12, 0, 0, 0, bottom), nil, nil,
			container.NewStack(p.short, p.long))))
	p.set("")
	return p
}

// Content is what to put into a window.
func (p *Paste) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard where text can be pasted.
func (p *Paste) Focus() { p.focus(p.typed) }

// FromClipboard takes what is in the clipboard, however long it is. A long text,
// which cannot be changed here, gives way to it.
func (p *Paste) FromClipboard() {
	if p.text != "" {
		p.set(p.c.Clipboard())
		return
	}
	p.set(p.Text() + p.c.Clipboard())
}

// Text is what has been pasted and typed so far.
func (p *Paste) Text() string {
	if p.text != "" {
		return p.text
	}
	return p.typed.Text
}

// Draft is what would be lost, nil for nothing.
func (p *Paste) Draft() *desk.Draft {
	if strings.TrimSpace(p.Text()) == "" {
		return nil
	}
	return &desk.Draft{Text: p.Text()}
}

// SetText shows text in place of what was there.
func (p *Paste) SetText(text string) { p.set(text) }

// Keep goes on to the form, where there is anything to go on with.
func (p *Paste) Keep() {
	if strings.TrimSpace(p.Text()) != "" {
		p.c.Read(p.Text())
	}
}

// Leave gives the text up.
func (p *Paste) Leave() { p.c.Leave() }

// set shows text where it can be changed while it is short, else on the page.
func (p *Paste) set(text string) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	long := utf8.RuneCountInString(text) > typable
	p.text = ""
	if long {
		p.text = text
		p.page.SetBlocks(Blocks("", wrap.Flow(text)))
		p.page.SetOffset(0)
		p.typed.SetText("")
		p.long.Show()
		p.short.Hide()
		p.focus(p.page)
	} else {
		p.short.Show()
		p.long.Hide()
		if p.typed.Text != text {
			p.typed.SetText(text)
		}
		p.focus(p.typed)
	}
	p.tell()
}

// tell shows how much there is.
func (p *Paste) tell() {
	text := p.Text()
	some := strings.TrimSpace(text) != ""
	p.read.Enable(some)
	if some {
		p.empty.Show()
	} else {
		p.empty.Hide()
	}
	words := ""
	if some {
		n := len(strings.Fields(text))
		words = lang.XN("paste.words", "{{.Count}} words", n, map[string]any{"Count": n})
	}
	if p.text != "" {
		words += " · " + lang.L("long text is shown as it will be read, and cannot be changed here")
	}
	p.count.Set(ui.Quiet, words)
}

func (p *Paste) focus(thing fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(thing.(fyne.CanvasObject)); c != nil {
		c.Focus(thing)
	}
}

// typing is the box for text that is short enough to be typed. A paste goes to
// its owner, who knows what to do with much of it.
type typing struct {
	widget.Entry
	owner *Paste
}

func newTyping(owner *Paste) *typing {
	t := &typing{owner: owner}
	t.MultiLine, t.Wrapping = true, fyne.TextWrapWord
	t.PlaceHolder = lang.L("Paste text here, or type a little")
	t.OnChanged = func(words string) {
		if utf8.RuneCountInString(words) > typable {
			owner.set(words)
		} else if words != "" || owner.text == "" {
			owner.tell()
		}
	}
	t.ExtendBaseWidget(t)
	return t
}

// TypedShortcut is for Fyne.
func (t *typing) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		pasted := t.owner.c.Clipboard()
		if utf8.RuneCountInString(pasted)+utf8.RuneCountInString(t.Text) > typable {
			t.owner.FromClipboard()
			return
		}
	case *desktop.CustomShortcut:
		if (s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter) && s.Modifier&fyne.KeyModifierShortcutDefault != 0 {
			t.owner.Keep()
			return
		}
	}
	t.Entry.TypedShortcut(s)
}

// TypedKey is for Fyne.
func (t *typing) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		t.owner.Leave()
		return
	}
	t.Entry.TypedKey(ev)
}

// Package original shows what a report came as: the pages of a PDF as pictures
// beside the report's text, and of every other format what it is and the
// characters it is written in. Nothing is fetched, and nothing in it runs.
package original

import (
	"bytes"
	"cmp"
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/ingest/worker"
)

// Store is what the screen needs of the library.
type Store interface {
	Document(ctx context.Context, id data.ReportID) (data.Document, error)
	Original(ctx context.Context, id data.ReportID) ([]byte, error)
}

// Painter reads originals where they can do no harm: in another process.
type Painter interface {
	Each(ctx context.Context, name string, b []byte, o ingest.Options, use func(ingest.Part) error) error
	Words(ctx context.Context, original []byte) (words string, ok bool, err error)
	Pages(ctx context.Context, original []byte) ([]worker.PageSize, error)
	Page(ctx context.Context, original []byte, page, width int) (png []byte, err error)
}

// Config is what the screen is made of.
type Config struct {
	Context context.Context
	Store   Store
	Painter Painter    // nil shows no pages
	Faces   page.Faces // the reading type
	Leave   func()
	Save    func(name string, write func(context.Context, io.Writer) error) // asks where to
	Copy    func(words string)                                              // puts words on the clipboard
	Tell    func(words string)
	Failed  func(error)
	Key     func(*fyne.KeyEvent) bool // keys that mean the same on every screen
	Rune    func(rune) bool
}

// View shows one original. It is used from the UI goroutine only.
type View struct {
	c      Config
	id     data.ReportID
	at     int // the byte of the text to begin at, -1 for its beginning
	doc    data.Document
	bytes  []byte
	starts []int // where in the text each page begins; nil while nobody knows
	chosen int   // index in doc.Passages, or none

	text   *page.Page // what was kept
	source *page.Page // what it was made from, for all but PDF
	sheets *sheets    // nil for all but PDF
	frame  frame
	load   *task.Slot
	again  *task.Slot // reads the original again, to learn where its pages begin
}

const none = -1

// New opens the original of a report, at a byte of its text or, with -1, at its
// beginning.
func New(c Config, id data.ReportID, at int) *View {
	v := &View{c: c, id: id, at: at, chosen: none, load: task.NewSlot(c.Context), again: task.NewSlot(c.Context)}
	ruler := page.NewRuler()
	v.text, v.source = page.Sharing(ruler), page.Sharing(ruler)
	v.text.Name, v.source.Name = lang.L("The text that was kept"), lang.L("The original")
	for _, p := range []*page.Page{v.text, v.source} {
		p.OnKey, p.OnRune = v.TypedKey, v.TypedRune
	}
	v.text.OnTapped = func(_, offset int) { v.choose(v.passageAt(offset)) }
	v.frame.build(v)
	v.Restyle()
	task.Load(v.load, v.read, v.show)
	return v
}

// Content is what to put into a window.
func (v *View) Content() fyne.CanvasObject { return v.frame.root }

// Focus puts the keyboard onto the text of a PDF, or the source of another.
func (v *View) Focus() {
	on := v.source
	if v.isPDF() {
		on = v.text
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(on); c != nil {
		c.Focus(on)
	}
}

// found is what opening an original brings.
type found struct {
	doc   data.Document
	bytes []byte
	words string
	cut   bool
}

func (v *View) read(ctx context.Context) (f found, err error) {
	if f.doc, err = v.c.Store.Document(ctx, v.id); err != nil {
		return f, err
	}
	if f.bytes, err = v.c.Store.Original(ctx, v.id); err != nil {
		return f, err
	}
	if f.doc.Format != "pdf" && v.c.Painter != nil {
		f.words, f.cut = sourceOf(ctx, v.c.Painter, f.bytes)
	}
	return f, nil
}

func (v *View) isPDF() bool { return v.doc.Format == "pdf" }

func (v *View) show(f found, err error) {
	if err != nil {
		v.c.Failed(err)
		v.leave()
		return
	}
	v.doc, v.bytes = f.doc, f.bytes
	v.text.SetBlocks(textBlocks(f.doc))
	if v.isPDF() {
		v.source.SetBlocks([]page.Block{{Text: lang.L("Opening the pages…")}})
		v.openPages()
	} else {
		v.source.SetBlocks(sourceBlocks(f.words, f.cut))
	}
	v.frame.show(v)
	v.Restyle()
	v.Focus()
	if v.at >= 0 {
		v.choose(v.passageAt(v.at))
	}
}

// openPages asks how many pages there are. The first time on a machine the
// reader of PDFs gets ready first, which takes a while.
func (v *View) openPages() {
	b, painter := v.bytes, v.c.Painter
	task.Load(v.load, func(ctx context.Context) ([]worker.PageSize, error) {
		if painter == nil {
			return nil, &data.Fault{Code: data.FaultUnsupported, Subject: v.doc.FileName}
		}
		return painter.Pages(ctx, b)
	}, func(sizes []worker.PageSize, err error) {
		if err != nil || len(sizes) == 0 {
			v.source.SetBlocks([]page.Block{{Text: look.FaultText(cmp.Or(err, errNoPages))}})
			return
		}
		v.sheets = newSheets(v.c.Context, sizes, func(ctx context.Context, n, width int) ([]byte, error) {
			return painter.Page(ctx, b, n, width)
		})
		v.sheets.onTurn, v.sheets.onSeen = v.turned, func() { v.frame.count(v) }
		v.frame.show(v)
		v.findPages()
	})
}

var errNoPages error = &data.Fault{Code: data.FaultBroken}

// findPages reads the original again, to learn where in the text its pages begin:
// the library keeps no pages.
func (v *View) findPages() {
	body, b := v.doc.Body, v.bytes
	task.Load(v.again, func(ctx context.Context) (starts []int, err error) {
		err = v.c.Painter.Each(ctx, "original.pdf", b, ingest.Options{}, func(p ingest.Part) error {
			if p.Err == nil {
				starts = pagesIn(body, p.Document)
			}
			return p.Err
		})
		return starts, err
	}, func(starts []int, err error) {
		if err != nil {
			return // pages and text are still shown, side by side
		}
		v.starts = starts
		if v.chosen != none {
			v.goToPage(v.doc.Passages[v.chosen].Start)
		} else if v.sheets.current() > 0 {
			v.turned(v.sheets.current())
		}
	})
}

// Changed follows news of the library: a report that was removed has no original.
func (v *View) Changed(c data.Change) {
	for _, id := range c.Reports {
		if id == v.id && v.doc.ID != 0 {
			task.Load(v.load, func(ctx context.Context) (data.Document, error) {
				return v.c.Store.Document(ctx, v.id)
			}, func(doc data.Document, err error) {
				if err != nil {
					v.leave()
					return
				}
				v.doc.Report = doc.Report
				v.frame.show(v)
			})
		}
	}
}

// leave goes back and stops what is being painted.
func (v *View) leave() {
	v.load.Cancel()
	v.again.Cancel()
	if v.sheets != nil {
		v.sheets.close()
	}
	v.c.Leave()
}

// save writes the original as it came, byte for byte.
func (v *View) save() {
	if v.doc.ID == 0 {
		return
	}
	b := v.bytes
	v.c.Save(fileName(v.doc.Report), func(_ context.Context, to io.Writer) error {
		_, err := io.Copy(to, bytes.NewReader(b))
		return err
	})
}

// Restyle follows the look.
func (v *View) Restyle() {
	t := look.Current()
	v.text.SetLook(setting(t, v.c.Faces))
	plain := setting(t, page.Faces{})
	if v.isPDF() {
		plain = setting(t, v.c.Faces)
	}
	plain.Size, plain.Measure = t.ReadingSize()*0.85, 0
	v.source.SetLook(plain)
	if v.sheets != nil {
		v.sheets.dress()
	}
	v.frame.root.Refresh()
}

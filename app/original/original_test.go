package original

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/ingest/worker"
	"lectern/data/library"
	"lectern/data/split"
)

const body = "The first page says that talks began.\n\nThe envoy said they would go on.\n\nThe second page says that talks ended.\n\nNothing was signed, she said."

// painter stands for the child process: it paints white sheets, and reads the
// body with its pages.
type painter struct {
	pages   int
	painted []int
	wide    int
}

func (p *painter) Each(_ context.Context, _ string, b []byte, _ ingest.Options, use func(ingest.Part) error) error {
	return use(ingest.Part{Document: ingest.Document{Text: body, Pages: []int{0, strings.Index(body, "The second")}}, Bytes: b})
}

func (p *painter) Pages(context.Context, []byte) ([]worker.PageSize, error) {
	sizes := make([]worker.PageSize, p.pages)
	for i := range sizes {
		sizes[i] = worker.PageSize{Width: 595, Height: 842}
	}
	return sizes, nil
}

func (p *painter) Words(_ context.Context, b []byte) (string, bool, error) {
	words, ok := ingest.SourceText(b)
	return words, ok, nil
}

func (p *painter) Page(_ context.Context, _ []byte, n, width int) ([]byte, error) {
	p.painted, p.wide = append(p.painted, n), width
	if n == 30 {
		return nil, &data.Fault{Code: data.FaultCrashed}
	}
	var out bytes.Buffer
	err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, width*842/595)))
	return out.Bytes(), err
}

// room is the screen over a real library with one report.
type room struct {
	*View
	t       *testing.T
	driver  *tasktest.Driver
	painter *painter
	left    bool
	saved   map[string][]byte
}

func open(t *testing.T, format string, source []byte, pages, at int) *room {
	t.Helper()
	lib, err := library.Open(context.Background(), library.Config{Path: filepath.Join(t.TempDir(), "l.lectern")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	added, err := lib.Add(context.Background(), []library.NewReport{{
		Report: data.Report{Title: "Talks: over?", Format: format, FileName: "../talks." + format},
		Body:   body, Source: source, Reading: split.NewRules().Split(body, split.Hints{Lang: "en"}),
	}})
	if err != nil {
		t.Fatal(err)
	}
	r := &room{t: t, driver: tasktest.NewApp(t), painter: &painter{pages: pages}, saved: map[string][]byte{}}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	r.View = New(Config{
		Context: ctx, Store: lib, Painter: r.painter, Leave: func() { r.left = true }, Copy: func(string) {}, Tell: func(string) {},
		Failed: func(err error) { t.Error(err) },
		Save: func(name string, write func(context.Context, io.Writer) error) {
			var b bytes.Buffer
			if err := write(ctx, &b); err != nil {
				t.Error(err)
			}
			r.saved[name] = b.Bytes()
		},
	}, added[0].ID, at)
	test.NewTempWindow(t, r.Content()).Resize(fyne.NewSize(1280, 800))
	r.until("the original is there", func() bool { return r.doc.ID != 0 && (format != "pdf" || r.starts != nil) })
	return r
}

func (r *room) until(what string, done func() bool) {
	r.t.Helper()
	for end := time.Now().Add(8 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		for show := r.driver.Next(); show != nil; show = r.driver.Next() {
			show()
		}
		if done() {
			return
		}
	}
	r.t.Fatal("never happened: " + what)
}

func (r *room) key(name fyne.KeyName) { r.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestAPassageGoesToItsPageAndAPageToItsText(t *testing.T) {
	r := open(t, "pdf", []byte("%PDF-1.4 of a test"), 2, strings.Index(body, "Nothing"))
	if r.sheets.current() != 1 || r.doc.Passages[r.chosen].In(body) != "Nothing was signed, she said." {
		t.Errorf("opened at page %d with passage %d", r.sheets.current()+1, r.chosen)
	}
	r.key(fyne.KeyHome)
	if r.sheets.current() != 0 || r.chosen != none {
		t.Errorf("Home leads to page %d with passage %d", r.sheets.current()+1, r.chosen)
	}
	r.key(fyne.KeyDown)
	if r.chosen != 0 || r.sheets.current() != 0 {
		t.Errorf("Down chooses %d on page %d", r.chosen, r.sheets.current()+1)
	}
	r.text.OnTapped(0, strings.Index(body, "second"))
	if r.sheets.current() != 1 {
		t.Error("a click on the second page's words left the first page in sight")
	}
	r.key(fyne.KeyPageUp)
	r.key(fyne.KeyPageUp)
	if r.sheets.current() != 0 {
		t.Error("PgUp did not turn back")
	}
	if r.key(fyne.KeyEscape); !r.left {
		t.Error("Esc did not leave")
	}
}

func TestOnlyPagesNearTheOneInSightAreKept(t *testing.T) {
	r := open(t, "pdf", []byte("%PDF-1.4 of a test"), 15_000, -1)
	for n := range 40 {
		r.sheets.turn(n)
		r.until("the page is painted", func() bool { return r.sheets.painted[n] != nil || r.sheets.failed[n] })
		if len(r.sheets.painted) > maxPainted {
			t.Fatalf("%d pictures are kept", len(r.sheets.painted))
		}
	}
	if !r.sheets.failed[30] || r.sheets.painted[39] == nil || r.sheets.painted[0] != nil {
		t.Error("a page that failed, or one far away, has a picture")
	}
	r.key(fyne.KeyEnd)
	r.until("the last page is painted", func() bool { return r.sheets.painted[14_999] != nil })
	wide := r.painter.wide
	r.Zoom(1)
	r.until("it is painted again, larger", func() bool { return r.sheets.next() < 0 && r.sheets.painted[14_999].width > wide })
	if r.sheets.current() != 14_999 || r.sheets.percent() != 125 {
		t.Errorf("page %d at %d %%", r.sheets.current()+1, r.sheets.percent())
	}
}

func TestASavedCopyIsTheOriginalByteForByte(t *testing.T) {
	for format, source := range map[string]string{"pdf": "%PDF-1.4\x00\xff", "html": "<p>The\r\n\xef\xbb\xbf</p>", "docx": "PK\x03\x04\x00"} {
		r := open(t, format, []byte(source), 2, -1)
		r.save()
		if got := r.saved["talks."+format]; string(got) != source || data.HashOf(got) != r.doc.Original {
			t.Errorf("%s: %q saved as %v", format, got, r.saved)
		}
		if words := r.frame.proof.Words(); !strings.Contains(words, data.HashOf([]byte(source)).String()) {
			t.Errorf("%s: told is %q", format, words)
		}
	}
}

func TestASourceIsShownAsCharactersOnly(t *testing.T) {
	const page = "<script src=\"https://tracker.example/x.js\"></script>\n<img src=x>\u202Egnirts\n"
	r := open(t, "html", []byte(page), 0, -1)
	var shown []string
	for _, b := range r.source.Blocks() {
		shown = append(shown, b.Text)
	}
	if got := strings.Join(shown, "\n"); got != "<script src=\"https://tracker.example/x.js\"></script>\n<img src=x>⟨202E⟩gnirts" {
		t.Errorf("%q", got)
	}
	if r.sheets != nil || r.Zoom(1) || len(r.painter.painted) > 0 {
		t.Error("HTML was painted")
	}
	large := bytes.Repeat([]byte("ї long line without an end "), maxSource/10)
	words, cut := sourceOf(t.Context(), r.painter, large)
	if len(words) > maxSource || !cut || strings.ContainsRune(words, '\uFFFD') {
		t.Errorf("%d bytes, cut %v", len(words), cut)
	}
	for _, b := range sourceBlocks(words, cut) {
		if len(b.Text) > maxLine {
			t.Fatalf("a line of %d bytes", len(b.Text))
		}
	}
	for format, source := range map[string]string{"docx": "PK\x03\x04\x00\x01", "rtf": `{\rtf1 words}`} {
		if words, _ := sourceOf(t.Context(), r.painter, []byte(source)); (words == "") != (format == "docx") {
			t.Errorf("%s: %q", format, words)
		}
	}
}

func TestPagesAreFoundAlsoInATextThatWasReadOtherwise(t *testing.T) {
	again := ingest.Document{Text: "x\n" + body, Pages: []int{0, 2 + strings.Index(body, "The second")}}
	if got := pagesIn(body, again); len(got) != 2 || got[0] != 0 || got[1] != strings.Index(body, "The second") {
		t.Error(got)
	}
}

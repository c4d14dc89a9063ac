package worker_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/ingest/worker"
)

func TestMain(m *testing.M) {
	worker.BeChild(func(string) worker.Readers { return worker.Readers{Each: hostile, PDF: fatal{}} })
	os.Exit(m.Run())
}

// hostile reads files whose words say what becomes of their reader; all others
// are read as ever.
func hostile(ctx context.Context, name string, in io.ReaderAt, size int64, o ingest.Options, use func(ingest.Part) error) error {
	b, err := io.ReadAll(io.NewSectionReader(in, 0, size))
	if err != nil {
		return err
	}
	switch string(b) {
	case "loop":
		for i := 0; ; i++ {
			_ = i
		}
	case "panic":
		panic("a reader's mistake")
	case "overflow":
		return errors.New(strconv.Itoa(overflow(0)))
	case "hunger":
		var all [][]byte
		for {
			piece := make([]byte, 8<<20)
			for i := 0; i < len(piece); i += 4096 {
				piece[i] = 1
			}
			all = append(all, piece)
			if len(all) > 1<<20 {
				return errors.New("there was no end to the memory")
			}
		}
	case "mutter":
		_, _ = os.Stdout.WriteString("not a frame")
	case "exit":
		os.Exit(0)
	}
	return ingest.EachIn(ctx, name, in, size, o, use)
}

func overflow(n int) int {
	if n < 0 {
		return 0
	}
	return overflow(n+1) + overflow(n+2)
}

func pool(t *testing.T) *worker.Pool {
	p := worker.NewPool(worker.Config{Size: 1, Time: 4 * time.Second, Memory: 200 << 20, Cache: t.TempDir()})
	t.Cleanup(p.Close)
	return p
}

func TestADocumentCannotTakeTheProgramDown(t *testing.T) {
	p := pool(t)
	patient := worker.NewPool(worker.Config{Size: 1, Time: 2 * time.Minute, Memory: 200 << 20, Cache: t.TempDir()}) // only memory ends its children
	t.Cleanup(patient.Close)
	for what, code := range map[string]data.FaultCode{
		"loop": data.FaultTookTooLong, "panic": data.FaultCrashed, "overflow": data.FaultCrashed,
		"hunger": data.FaultTooHungry, "exit": data.FaultCrashed,
	} {
		started := time.Now()
		var got []ingest.Part
		use := func(part ingest.Part) error { got = append(got, part); return nil }
		reader := p
		if what == "hunger" {
			reader = patient
		}
		if err := reader.Each(t.Context(), what+".txt", []byte(what), ingest.Options{}, use); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if len(got) != 1 || data.FaultOf(got[0].Err).Code != code || data.FaultOf(got[0].Err).Subject != what+".txt" {
			t.Errorf("%s: %+v, want %s", what, got, code)
		}
		if spent := time.Since(started); spent > time.Minute { // 4 s of its own, on a machine that has time
			t.Errorf("%s took %v", what, spent)
		}
		// The next file is read as if nothing had been.
		good(t, reader)
	}
}

func good(t *testing.T, p *worker.Pool) {
	t.Helper()
	const text = "The envoys met on Thursday. Nothing was agreed.\n"
	var got []ingest.Part
	err := p.Each(t.Context(), "a.txt", []byte(text), ingest.Options{}, func(part ingest.Part) error { got = append(got, part); return nil })
	if err != nil || len(got) != 1 || got[0].Err != nil || got[0].Document.Text != strings.TrimSpace(text) || string(got[0].Bytes) != text {
		t.Fatalf("%+v, %v", got, err)
	}
}

func TestWhatAReaderPrintsIsNoAnswer(t *testing.T) {
	p := pool(t)
	var got []ingest.Part
	err := p.Each(t.Context(), "m.txt", []byte("mutter"), ingest.Options{}, func(part ingest.Part) error { got = append(got, part); return nil })
	if err != nil || len(got) != 1 || got[0].Document.Text != "mutter" {
		t.Fatalf("%+v, %v", got, err)
	}
}

func TestWhatAnOriginalIsWrittenInIsReadByAChild(t *testing.T) {
	p := pool(t)
	for b, want := range map[string]string{"<p>The\xe9</p>": "<p>Theé</p>", "PK\x03\x04\x00\x01": "", "": "", "\xff\xfea\x00": "a"} {
		words, ok, err := p.Words(t.Context(), []byte(b))
		if err != nil || words != want || ok != (want != "") {
			t.Errorf("%q is written in %q, %v, %v", b, words, ok, err)
		}
	}
}

func TestCancellingEndsTheReading(t *testing.T) {
	p := pool(t)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	err := p.Each(ctx, "loop.txt", []byte("loop"), ingest.Options{}, func(ingest.Part) error { return nil })
	if data.FaultOf(err) == nil || data.FaultOf(err).Code != data.FaultStopped {
		t.Fatal(err)
	}
	good(t, p)
}

func TestTheCallersErrorStopsAndComesBack(t *testing.T) {
	p, enough := pool(t), errors.New("enough")
	if err := p.Each(t.Context(), "a.txt", []byte("Some words."), ingest.Options{}, func(ingest.Part) error { return enough }); !errors.Is(err, enough) {
		t.Fatal(err)
	}
	good(t, p)
}

func TestAFileIsReadByItsPath(t *testing.T) {
	p := pool(t)
	path := t.TempDir() + "/notes.txt"
	if err := os.WriteFile(path, []byte("Some words."), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]data.FaultCode{path: "", path + ".no": data.FaultNotFound, t.TempDir(): data.FaultUnsupported} {
		var got []ingest.Part
		err := p.EachFile(t.Context(), name, ingest.Options{}, func(part ingest.Part) error { got = append(got, part); return nil })
		if err != nil || len(got) != 1 {
			t.Fatalf("%s: %+v, %v", name, got, err)
		}
		if f := data.FaultOf(got[0].Err); (f == nil) != (want == "") || f != nil && f.Code != want {
			t.Errorf("%s: %v, want %q", name, got[0].Err, want)
		}
	}
}

// fatal reads PDFs and does not live to tell what it read.
type fatal struct{}

func (fatal) Read(context.Context, []byte) (ingest.Document, error) { os.Exit(3); panic("gone") }

func (fatal) Pages(context.Context, []byte) ([]worker.PageSize, error) { os.Exit(3); panic("gone") }

func (fatal) Page(context.Context, []byte, int, int) ([]byte, error) { os.Exit(3); panic("gone") }

func TestAPDFInAnArchiveThatKillsItsChildCostsNobodyElse(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{{"a.txt", "The envoys met."}, {"b.pdf", "%PDF-1.4\n%%EOF\n"}, {"c.txt", "Nothing was agreed."}, {"d.txt", "They will meet again."}} {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	p := pool(t)
	var got []string
	err := p.Each(t.Context(), "box.zip", b.Bytes(), ingest.Options{}, func(part ingest.Part) error {
		said := part.Name + ": " + part.Document.Text
		if part.Err != nil {
			said = part.Name + ": " + string(data.FaultOf(part.Err).Code)
		}
		got = append(got, said)
		return nil
	})
	want := []string{"box.zip › a.txt: The envoys met.", "box.zip › b.pdf: " + string(data.FaultCrashed), "box.zip › c.txt: Nothing was agreed.", "box.zip › d.txt: They will meet again."}
	if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%v\n%s", err, strings.Join(got, "\n"))
	}
	if _, err := p.Pages(t.Context(), []byte("%PDF-1.4")); data.FaultOf(err) == nil || data.FaultOf(err).Code != data.FaultCrashed {
		t.Errorf("pages: %v", err)
	}
	good(t, p)
}

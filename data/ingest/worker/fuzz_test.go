package worker

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lectern/data"
	"lectern/data/ingest"
)

// noProcess stands for a child's process where only its words matter.
type noProcess struct{}

func (noProcess) kill()                 {}
func (noProcess) wait() error           { return nil }
func (noProcess) resident() int64       { return 0 }
func (noProcess) end() *os.ProcessState { return nil }

type nobody struct{}

func (nobody) Write(b []byte) (int, error) { return len(b), nil }
func (nobody) Close() error                { return nil }

// saying is a child that says b, and nothing after it.
func saying(b []byte) *child {
	c := &child{settings: settings{Memory: 1 << 30}, run: noProcess{}, in: nobody{}, frames: make(chan frame), quit: make(chan struct{}), limit: 5 * time.Second}
	go c.listen(bytes.NewReader(b))
	return c
}

// said are frames, one after the other.
func said(t testing.TB, frames ...any) []byte {
	var b bytes.Buffer
	for _, f := range frames {
		var err error
		switch f := f.(type) {
		case partHead:
			err = writeJSON(&b, part, f)
		case answer:
			err = writeJSON(&b, done, f)
		case settings:
			err = writeJSON(&b, hello, f)
		case request:
			err = writeJSON(&b, ask, f)
		case string:
			err = writeBlob(&b, []byte(f))
		case frame:
			err = writeFrame(&b, f.kind, f.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// Whatever a child says, its parent gets sound parts and plain faults.
func FuzzLyingChild(f *testing.F) {
	f.Add(said(f, frame{alive, []byte("a.txt")}, partHead{Name: "a.txt", Text: 5, Same: true}, "words", answer{}))
	f.Add(said(f, partHead{Name: "a › b", Text: 5, Bytes: 3, Document: ingest.Document{Pages: []int{0, 3}}}, "words", "raw", answer{}))
	f.Add(said(f, partHead{Name: "a", Fault: &wireFault{Code: data.FaultBroken, Subject: "a", Cause: "b"}}, answer{Fault: &wireFault{Code: "nonsense"}}))
	f.Add(said(f, partHead{Text: 1 << 40}, frame{warming, nil}))
	f.Add(said(f, partHead{Text: -1}, partHead{Bytes: 7, Text: 2, Document: ingest.Document{Pages: []int{9}}}, "\xff\xff"))
	f.Add(said(f, answer{Size: 3, Pages: []PageSize{{Width: -1, Height: 1e300}}}, "png"))
	f.Add([]byte("P\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c := saying(b)
		follow := &following{sent: []byte("sent"), use: func(p ingest.Part) error {
			if !utf8.ValidString(p.Document.Text) || p.Err == nil && p.Document.Text == "" {
				t.Fatalf("a part that no reader makes: %+v", p)
			}
			return nil
		}}
		err := follow.listen(t.Context(), c)
		c.end()
		plain(t, err)

		c = saying(b)
		pool := NewPool(Config{Size: 1})
		pool.idle = []*child{c}
		c.retire = time.NewTimer(time.Hour)
		a, _, err := pool.answer(t.Context(), request{Op: opPages}, nil)
		c.end()
		plain(t, err)
		for _, size := range a.Pages {
			if err == nil && (size.Width < 1 || size.Height > maxSide) {
				t.Fatalf("a page of %v", size)
			}
		}
	})
}

func plain(t *testing.T, err error) {
	t.Helper()
	var f *data.Fault
	if err != nil && (!errors.As(err, &f) || data.FaultMessage(f.Code) == "") {
		t.Fatalf("no plain fault: %#v", err)
	}
}

// Whatever a parent says, its child answers in frames, and ends with the parent.
func FuzzLyingParent(f *testing.F) {
	set := settings{Memory: 1 << 30, Time: 1}
	f.Add(said(f, set, request{Op: opEach, Name: "a.txt", Size: 5}, "words"))
	f.Add(said(f, set, request{Op: opEach, Name: "a.csv", Size: 14}, "text\nword\nword", request{Op: opPages, Size: 1}, "x", request{Op: opPage, Page: -1}))
	f.Add(said(f, set, request{Op: opEach, Size: -1}, request{Op: "none"}))
	f.Add(said(f, request{Op: opEach, Size: 1 << 50}))
	f.Add(said(f, set, set, "x"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var out bytes.Buffer
		on := host{keepTo: func(settings) {}, moreTime: func(int64) {}, gone: func() {}}
		_ = serve(bytes.NewReader(b), &out, func(string) Readers { return Readers{Each: someText, PDF: noPDF{}} }, on)
		for out.Len() > 0 {
			got, err := readFrame(&out)
			if err != nil || !strings.ContainsRune("BAWPE", rune(got.kind)) {
				t.Fatalf("a frame %q: %v", got.kind, err)
			}
			if got.kind == done && json.Unmarshal(got.body, &answer{}) != nil {
				t.Fatalf("an answer %q", got.body)
			}
		}
	})
}

// someText reads what was sent, and never a file that the fuzzer named.
func someText(ctx context.Context, name string, in io.ReaderAt, size int64, o ingest.Options, use func(ingest.Part) error) error {
	if _, file := in.(*os.File); file {
		return use(ingest.Part{Name: name, Err: &data.Fault{Code: data.FaultNotFound}})
	}
	return ingest.EachIn(ctx, name, in, size, o, use)
}

type noPDF struct{}

func (noPDF) Read(context.Context, []byte) (ingest.Document, error) {
	return ingest.Document{}, &data.Fault{Code: data.FaultScan}
}

func (noPDF) Pages(context.Context, []byte) ([]PageSize, error) {
	return []PageSize{{Width: 1, Height: 1}}, nil
}

func (noPDF) Page(context.Context, []byte, int, int) ([]byte, error) { return []byte("png"), nil }

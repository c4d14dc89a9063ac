package desk

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
)

// boxes reads every file as many documents, some larger than all the room that a
// file has for its waiting ones.
type boxes struct{ big []byte }

func (b boxes) EachFile(ctx context.Context, path string, _ ingest.Options, use func(ingest.Part) error) error {
	for i := range 2*aheadParts + 10 {
		part := ingest.Part{Name: fmt.Sprint("f", ingest.Between, i), Err: &data.Fault{Code: data.FaultNoText}}
		if i%20 == 7 {
			part.Bytes = b.big
		}
		if err := use(part); err != nil {
			return err
		}
	}
	return nil
}

// A reader far ahead of the writer, documents that fill the room, and a writer
// that leaves at any moment: the import ends, and nobody waits for ever.
func TestNobodyWaitsForEverInAnImport(t *testing.T) {
	d, dir := newDesk(t), t.TempDir()
	d.reader = boxes{bytes.Repeat([]byte("x"), partBytes+1)}
	const files = 12
	for i := range files {
		write(t, dir, fmt.Sprintf("%02d.txt", i), strings.Repeat("y", i+1))
	}
	for _, stopAt := range []int{1, aheadParts + 1, 3*aheadParts + 5, 1 << 30} {
		ctx, stop := context.WithCancelCause(t.Context())
		over := make(chan library.Import, 1)
		go func() {
			i, _ := d.Import(ctx, Order{Paths: []string{dir}, Progress: func(p Progress) {
				if p.Documents == stopAt {
					stop(&data.Fault{Code: data.FaultStopped})
				}
			}})
			over <- i
		}()
		select {
		case i := <-over:
			if all := files * (2*aheadParts + 10); stopAt > all && i.Failed != all || stopAt < all && (i.Failed < stopAt || i.State != library.ImportStopped) {
				t.Errorf("stopped at %d: %+v", stopAt, i)
			}
		case <-time.After(25 * time.Second):
			t.Fatalf("stopped at %d: the import hangs", stopAt)
		}
		stop(nil)
	}
}

// Each is for Reader; nothing pasted comes in boxes.
func (b boxes) Each(ctx context.Context, name string, text []byte, o ingest.Options, use func(ingest.Part) error) error {
	return ingest.Each(ctx, name, text, o, use)
}

package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
)

// kind says what a frame holds.
type kind byte

const (
	hello   kind = 'H' // parent: settings, once
	ask     kind = 'Q' // parent: request, its bytes follow
	blob    kind = 'B' // either: a piece of bytes that were announced
	alive   kind = 'A' // child: a document goes on, or begins, by its name
	warming kind = 'W' // child: our own work, which is no document's fault
	part    kind = 'P' // child: partHead, its bytes follow
	done    kind = 'E' // child: answer, the last frame of a request; its bytes follow
)

func (k kind) known() bool { return bytes.IndexByte([]byte("HQBAWPE"), byte(k)) >= 0 }

// frame is one message: its kind in a byte, its length in four, big end first,
// and so many bytes.
type frame struct {
	kind kind
	body []byte
}

const (
	maxFrame = 4 << 20 // longer ones are refused before they are read
	piece    = 1 << 20 // of a blob
	headLen  = 5
)

func writeFrame(w io.Writer, k kind, body []byte) error {
	if len(body) > maxFrame {
		return fmt.Errorf("a frame of %d bytes is too long", len(body))
	}
	var head [headLen]byte
	head[0] = byte(k)
	binary.BigEndian.PutUint32(head[1:], uint32(len(body)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(body)
	return err
}

// readFrame reads one frame. What stands in its head is only a claim: memory is
// taken as bytes arrive.
func readFrame(r io.Reader) (frame, error) {
	var head [headLen]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return frame{}, err
	}
	k, n := kind(head[0]), binary.BigEndian.Uint32(head[1:])
	if !k.known() || n > maxFrame {
		return frame{}, fmt.Errorf("no frame: kind %q, %d bytes", head[0], n)
	}
	if n <= piece {
		body := make([]byte, n)
		_, err := io.ReadFull(r, body)
		return frame{k, body}, whole(err)
	}
	var body bytes.Buffer
	_, err := io.CopyN(&body, r, int64(n))
	return frame{k, body.Bytes()}, whole(err)
}

// whole makes an end within a frame an error that no caller takes for a good end.
func whole(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func writeJSON(w io.Writer, k kind, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return writeFrame(w, k, b)
}

func writeBlob(w io.Writer, b []byte) error {
	for len(b) > 0 {
		n := min(len(b), piece)
		if err := writeFrame(w, blob, b[:n]); err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}

// readBlob gathers size bytes from the frames that next gives.
func readBlob(size int64, next func() (frame, error)) ([]byte, error) {
	if size < 0 {
		return nil, fmt.Errorf("%d bytes", size)
	}
	b := make([]byte, 0, min(size, piece))
	for int64(len(b)) < size {
		f, err := next()
		if err != nil {
			return nil, err
		}
		if f.kind != blob || len(f.body) == 0 || int64(len(b)+len(f.body)) > size {
			return nil, fmt.Errorf("a frame %q of %d bytes where %d of %d bytes had come", f.kind, len(f.body), len(b), size)
		}
		b = append(b, f.body...)
	}
	return b, nil
}

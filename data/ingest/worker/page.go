package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"lectern/data"
)

// Pages is how large each page of a PDF is, the first first.
func (p *Pool) Pages(ctx context.Context, original []byte) ([]PageSize, error) {
	a, _, err := p.answer(ctx, request{Op: opPages, Size: int64(len(original))}, original)
	return a.Pages, err
}

// Page is the picture of a page, counted from 0, as PNG: width pixels wide, its
// height as the page's form asks.
func (p *Pool) Page(ctx context.Context, original []byte, page, width int) ([]byte, error) {
	_, png, err := p.answer(ctx, request{Op: opPage, Size: int64(len(original)), Page: page, Width: width}, original)
	return png, err
}

// Words is what an original is written in, character by character: HTML is its
// tags. ok is false where it is no text.
func (p *Pool) Words(ctx context.Context, original []byte) (words string, ok bool, err error) {
	a, b, err := p.answer(ctx, request{Op: opWords, Size: int64(len(original))}, original)
	if err != nil || !a.Text {
		return "", false, err
	}
	return strings.ToValidUTF8(string(b), "\uFFFD"), true, nil
}

// maxPicture is the largest picture of a page, in bytes.
const maxPicture = 128 << 20

// maxSide is the longest side of a page, in points.
const maxSide = 20_000

// answer asks for something that one frame and its bytes answer.
func (p *Pool) answer(ctx context.Context, r request, b []byte) (a answer, bytes []byte, err error) {
	err = p.with(ctx, func(c *child) error {
		c.doing = ""
		c.send(r, b)
		until := time.Now().Add(wholeTimes * c.limit)
		f, err := c.next(ctx, until)
		if err != nil {
			return err
		}
		if f.kind != done {
			return c.nonsense(fmt.Errorf("a frame %q", f.kind))
		}
		if err := json.Unmarshal(f.body, &a); err != nil {
			return c.nonsense(err)
		}
		if a.Size < 0 || a.Size > maxPicture {
			return c.nonsense(fmt.Errorf("a picture of %d bytes", a.Size))
		}
		for i, size := range a.Pages {
			a.Pages[i] = PageSize{Width: min(max(size.Width, 1), maxSide), Height: min(max(size.Height, 1), maxSide)}
		}
		if a.Fault != nil {
			return a.Fault.err()
		}
		bytes, err = c.blob(ctx, a.Size, until)
		return err
	})
	var f *data.Fault
	if err != nil && !errors.As(err, &f) {
		err = &data.Fault{Code: data.FaultInternal, Err: err}
	}
	return a, bytes, err
}

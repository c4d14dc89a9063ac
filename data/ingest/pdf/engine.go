// Package pdf reads PDFs through PDFium, which runs as WebAssembly: whatever a
// document makes it do, it sees no file, no network and no memory but its own.
// It belongs in the child process of package worker, since it may also loop or
// eat memory.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"lectern/data"
	"lectern/data/ingest/worker"
)

// Engine is PDFium, started when the first PDF comes. It does one thing at a time.
type Engine struct {
	cache string
	pool  pdfium.Pool
}

// New returns an engine that keeps PDFium's machine code in the folder cache,
// which saves seconds at each start; "" keeps nothing.
func New(cache string) *Engine { return &Engine{cache: cache} }

// memoryPages is how much memory PDFium may have, in pages of 64 KiB.
const memoryPages = 320 << 20 >> 16

// start compiles PDFium, or loads it compiled.
func (e *Engine) start(ctx context.Context) error {
	if e.pool != nil {
		return nil
	}
	worker.Warming(ctx)
	c := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if kept := e.kept(); kept != nil {
		c = c.WithCompilationCache(kept)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 0, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: c,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return fmt.Errorf("starting PDFium: %w", err)
	}
	e.pool = pool
	return nil
}

// kept opens the folder of compiled code. It holds what will be run, so nobody
// else may write there; where that cannot be had, there is none.
func (e *Engine) kept() wazero.CompilationCache {
	if e.cache == "" {
		return nil
	}
	dir := filepath.Join(e.cache, "pdfium")
	if os.MkdirAll(dir, 0o700) != nil || os.Chmod(dir, 0o700) != nil {
		return nil
	}
	kept, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return kept
}

// open opens b in an instance of its own and hands it to do.
func (e *Engine) open(ctx context.Context, b []byte, do func(*document) error) (err error) {
	if err := e.start(ctx); err != nil {
		return err
	}
	lib, err := e.pool.GetInstance(time.Minute)
	if err != nil {
		return err
	}
	defer lib.Close()
	alive(ctx)
	opened, err := lib.OpenDocument(&requests.OpenDocument{File: &b})
	if err != nil {
		return openFault(err)
	}
	count, err := lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil:
		return broken(err)
	case count.PageCount < 1:
		return broken(errors.New("it has no pages"))
	case count.PageCount > maxPages:
		return &data.Fault{Code: data.FaultTooLarge, Err: fmt.Errorf("%d pages", count.PageCount)}
	}
	return do(&document{lib: lib, ref: opened.Document, pages: count.PageCount})
}

// maxPages is the most pages that are read: a claim costs a page's time each.
const maxPages = 20_000

func openFault(err error) error {
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		return &data.Fault{Code: data.FaultLocked, Err: err}
	}
	return broken(err)
}

func broken(err error) error { return &data.Fault{Code: data.FaultBroken, Err: err} }

// document is an open PDF.
type document struct {
	lib   pdfium.Pdfium
	ref   references.FPDF_DOCUMENT
	pages int
}

func (d *document) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: i}}
}

// Pages is how large each page is. A page that cannot be read has the size of the
// one before.
func (e *Engine) Pages(ctx context.Context, b []byte) (sizes []worker.PageSize, err error) {
	err = e.open(ctx, b, func(d *document) error {
		last := worker.PageSize{Width: 595, Height: 842}
		for i := range d.pages {
			size, err := d.lib.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.ref, Index: i})
			if err == nil && size.Width > 0 && size.Height > 0 {
				last = worker.PageSize{Width: size.Width, Height: size.Height}
			}
			sizes = append(sizes, last)
			if i%100 == 99 {
				alive(ctx)
			}
		}
		return nil
	})
	return sizes, err
}

// Page paints a page, counted from 0, as a PNG that is width pixels wide, or less
// where it would be too high.
func (e *Engine) Page(ctx context.Context, b []byte, page, width int) (picture []byte, err error) {
	err = e.open(ctx, b, func(d *document) error {
		if page < 0 || page >= d.pages {
			return &data.Fault{Code: data.FaultNotFound, Err: fmt.Errorf("page %d of %d", page+1, d.pages)}
		}
		width = min(max(width, 16), maxPixels)
		painted, err := d.lib.RenderPageInPixels(&requests.RenderPageInPixels{Page: d.page(page), Width: width, Height: 2 * maxPixels})
		if err != nil {
			return broken(err)
		}
		defer painted.Cleanup()
		var out bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, painted.Result.RenderedImage); err != nil {
			return err
		}
		picture = out.Bytes()
		return nil
	})
	return picture, err
}

// maxPixels bounds a picture's width.
const maxPixels = 4000

package ingest

import "context"

// What a program lends to the readers comes with the context, so that a program
// without it need not carry it.

type pdfKey struct{}

// PDFReader reads a PDF. Document.Text is kept as it is, since Pages counts in it.
type PDFReader func(ctx context.Context, b []byte) (Document, error)

// WithPDF lends a reader for PDF: without one, a PDF is data.FaultUnsupported.
func WithPDF(ctx context.Context, read PDFReader) context.Context {
	return context.WithValue(ctx, pdfKey{}, read)
}

type aliveKey struct{}

// WithAlive has tell called while files are read: with the name of each document
// that begins, as in Part.Name, and with "" now and then while a long one goes on.
func WithAlive(ctx context.Context, tell func(what string)) context.Context {
	return context.WithValue(ctx, aliveKey{}, tell)
}

// Alive says that the document being read goes on.
func Alive(ctx context.Context) { sayAlive(ctx, "") }

func sayAlive(ctx context.Context, what string) {
	if tell, ok := ctx.Value(aliveKey{}).(func(string)); ok {
		tell(what)
	}
}

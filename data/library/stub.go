package library

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"lectern/data"
)

var errSoon = errors.New("not written yet")

type Config struct {
	Path     string
	Who      string
	Clock    func() time.Time
	Log      *slog.Logger
	ReadOnly bool
}
type Library struct{}

func Open(ctx context.Context, c Config) (*Library, error) { return nil, errSoon }
func (l *Library) Close() error                            { return errSoon }
func (l *Library) Path() string                            { return "" }
func (l *Library) ReadOnly() bool                          { return false }
func (l *Library) Why() *data.Fault                        { return nil }
func (l *Library) Add(ctx context.Context, reports []NewReport) ([]Added, error) {
	return nil, errSoon
}
func (l *Library) Bulk(ctx context.Context, work func(add func([]NewReport) ([]Added, error)) error) error {
	return errSoon
}
func (l *Library) Known(ctx context.Context, original, text data.Hash) (data.ReportID, bool, error) {
	return 0, false, errSoon
}
func (l *Library) Report(ctx context.Context, id data.ReportID) (data.Report, error) {
	return data.Report{}, errSoon
}
func (l *Library) Document(ctx context.Context, id data.ReportID) (data.Document, error) {
	return data.Document{}, errSoon
}
func (l *Library) Original(ctx context.Context, id data.ReportID) ([]byte, error) {
	return nil, errSoon
}
func (l *Library) IDs(ctx context.Context, f Filter) ([]data.ReportID, error) { return nil, errSoon }
func (l *Library) Reports(ctx context.Context, ids []data.ReportID) ([]data.Report, error) {
	return nil, errSoon
}
func (l *Library) Count(ctx context.Context, f Filter) (int, error) { return 0, errSoon }
func (l *Library) Publishers(ctx context.Context) ([]Facet, error)  { return nil, errSoon }
func (l *Library) Speakers(ctx context.Context) ([]Facet, error)    { return nil, errSoon }
func (l *Library) Tags(ctx context.Context) ([]Facet, error)        { return nil, errSoon }
func (l *Library) Decide(ctx context.Context, passages []data.PassageID, lane data.Lane) error {
	return errSoon
}
func (l *Library) Withdraw(ctx context.Context, passages []data.PassageID) error { return errSoon }
func (l *Library) Describe(ctx context.Context, id data.ReportID, d Details) error {
	return errSoon
}
func (l *Library) Tag(ctx context.Context, ids []data.ReportID, tag string) error   { return errSoon }
func (l *Library) Untag(ctx context.Context, ids []data.ReportID, tag string) error { return errSoon }

// MarkRead is a person's own marking: journalled and undoable.
func (l *Library) MarkRead(ctx context.Context, ids []data.ReportID, read bool) error {
	return errSoon
}

// Opened notes that a report was opened: it counts as read. Not an undo step.
func (l *Library) Opened(ctx context.Context, id data.ReportID) error                 { return errSoon }
func (l *Library) Remove(ctx context.Context, ids []data.ReportID) error              { return errSoon }
func (l *Library) Undo(ctx context.Context) (Step, error)                             { return Step{}, errSoon }
func (l *Library) Redo(ctx context.Context) (Step, error)                             { return Step{}, errSoon }
func (l *Library) NextUndo(ctx context.Context) (Step, bool)                          { return Step{}, false }
func (l *Library) NextRedo(ctx context.Context) (Step, bool)                          { return Step{}, false }
func (l *Library) Reread(ctx context.Context, id data.ReportID, r data.Reading) error { return errSoon }
func (l *Library) Subscribe(tell func(data.Change)) (cancel func())                   { return func() {} }
func (l *Library) Check(ctx context.Context, progress func(done, total int)) ([]Problem, error) {
	return nil, errSoon
}

package shell

import (
	"context"

	"lectern/app/reading"
	"lectern/app/task"
	"lectern/data"
)

// Where a person was when the window closed, kept in the desktop's preferences.
const (
	keyLastLibrary = "last.library"
	keyLastReport  = "last.report"
	keyLastPlace   = "last.place"
	keyResume      = "start.resume" // whether to go back there
)

// leaveOff remembers which report is on screen, and where in it.
func (s *Shell) leaveOff() {
	p, id := s.config.App.Preferences(), data.ReportID(0)
	if s.front == screen(s.reading) {
		id = s.reading.Report().ID
	}
	p.SetString(keyLastLibrary, s.config.Desk.Library().Path())
	p.SetInt(keyLastReport, int(id))
	p.SetInt(keyLastPlace, s.reading.At())
}

// resume goes back to the report that was on screen, unless it is gone.
func (s *Shell) resume() {
	p, lib := s.config.App.Preferences(), s.config.Desk.Library()
	id := data.ReportID(p.Int(keyLastReport))
	if id == 0 || !p.BoolWithFallback(keyResume, true) || p.String(keyLastLibrary) != lib.Path() {
		return
	}
	task.Load(s.opener, func(ctx context.Context) (data.Report, error) {
		return lib.Report(ctx, id)
	}, func(r data.Report, err error) {
		if err == nil && s.front == screen(s.shelf) {
			s.open(reading.Place{Report: r.ID, At: p.IntWithFallback(keyLastPlace, -1)}, nil)
		}
	})
}

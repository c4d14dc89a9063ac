// Package shelf is the screen that shows what is in the library: a list that
// stays smooth with any number of reports, a search box and filters.
package shelf

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lectern/data"
)

// Config is what a shelf needs. Every function is called on the UI goroutine.
type Config struct {
	Context      context.Context // ends the shelf's work when it ends
	Library      Library
	Open         func(data.ReportID)
	Bring        func()      // a person wants to bring in a file
	BringText    func()      // or pasted text
	BringSamples func()      // or the samples
	Failed       func(error) // something could not be done; the shelf goes on
}

// Shelf is the screen. Its methods are called on the UI goroutine.
type Shelf struct {
	c Config
}

// New makes a shelf and starts to load what it shows.
func New(c Config) *Shelf { return &Shelf{c: c} }

// Content is what to put into a window.
func (s *Shelf) Content() fyne.CanvasObject { return container.NewStack() }

// Refresh looks at the whole library again, and takes on a new look.
func (s *Shelf) Refresh() {}

// Changed follows one change of the library.
func (s *Shelf) Changed(c data.Change) {}

// FocusSearch puts the keyboard into the search box.
func (s *Shelf) FocusSearch() {}

// FocusList puts the keyboard onto the list, as after closing a report.
func (s *Shelf) FocusList() {}

// Query is the search now shown, "" for none: a report opened from it can mark
// the words found.
func (s *Shelf) Query() string { return "" }

// Close ends the shelf's work. It is not used afterwards.
func (s *Shelf) Close() {}

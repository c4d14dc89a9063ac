package worker

import (
	"errors"

	"lectern/data"
	"lectern/data/ingest"
)

// settings are what a child has to keep to.
type settings struct {
	Memory int64  // bytes it may take
	Time   int64  // seconds of work that one document may take
	Cache  string // folder for what may be kept between starts, "" for none
}

// request asks a child for one thing. The file is either at Path or in the Size
// bytes that follow.
type request struct {
	Op      op
	Name    string
	Path    string
	Size    int64
	Options ingest.Options
	Page    int
	Width   int
}

type op string

const (
	opEach  op = "each"
	opPages op = "pages"
	opPage  op = "page"
	opWords op = "words"
)

// partHead is an ingest.Part without its large things: Text bytes of text follow,
// then Bytes bytes of its original, unless that is what the parent sent.
type partHead struct {
	Name     string
	Document ingest.Document
	Text     int64
	Bytes    int64
	Same     bool // the original is the bytes that the parent sent
	Fault    *wireFault
}

// answer ends a request.
type answer struct {
	Fault *wireFault
	Pages []PageSize
	Size  int64 // bytes of picture, or of words, that follow
	Text  bool  // the file is one of characters
}

// PageSize is how large a page is, in points: 72 to the inch.
type PageSize struct{ Width, Height float64 }

// wireFault is a *data.Fault between processes.
type wireFault struct {
	Code    data.FaultCode
	Subject string
	Cause   string
}

func toWire(err error) *wireFault {
	f := data.FaultOf(err)
	if f == nil {
		return nil
	}
	w := &wireFault{Code: f.Code, Subject: f.Subject}
	if f.Err != nil {
		w.Cause = f.Err.Error()
	}
	return w
}

func (w *wireFault) err() error {
	if w == nil {
		return nil
	}
	f := &data.Fault{Code: w.Code, Subject: w.Subject}
	if data.FaultMessage(w.Code) == "" { // none that a reader has
		f.Code = data.FaultCrashed
	}
	if w.Cause != "" {
		f.Err = errors.New(w.Cause)
	}
	return f
}

package library

import (
	"time"

	"lectern/data"
)

// ImportID names an import inside one library.
type ImportID int64

// ImportState says how far an import is.
type ImportState string

const (
	ImportGoing   ImportState = "going"   // under way, or cut off: nobody said that it should end
	ImportStopped ImportState = "stopped" // a person ended it before all was done
	ImportDone    ImportState = "done"
)

// ItemStatus says what became of a document that was to be brought in.
type ItemStatus string

// What can become of a document.
const (
	ItemNew     ItemStatus = "new"
	ItemKnown   ItemStatus = "known"   // it was in the library already, by its bytes or its text
	ItemVersion ItemStatus = "version" // new, and a newer copy of a report that was there
	ItemFailed  ItemStatus = "failed"
)

// Import is what was brought in together, and what became of it.
type Import struct {
	ID      ImportID
	Who     string
	Began   time.Time // UTC
	Ended   time.Time // zero while it is going
	State   ImportState
	Watched bool              // a watched folder brought it
	Roots   []string          // the files and folders that were named
	Columns map[string]string // which column of a table holds what; nil was guessed
	Files   int               // how many were found
	Done    int               // how many of those are finished
	Step    int64             // its step in the journal, for UndoStep; 0 where nothing was new
	New     int               // documents by what became of them
	Known   int
	Newer   int
	Failed  int
}

// Items is how many documents it has told of so far.
func (i Import) Items() int { return i.New + i.Known + i.Newer + i.Failed }

// ImportFile is a file of an import.
type ImportFile struct {
	ID      int64
	Path    string
	Size    int64     // in bytes, when it was found
	Changed time.Time // when it was last written, as it was found
	Parts   int       // how many of its documents are kept already
}

// ImportItem is what became of one document.
type ImportItem struct {
	Path   string // the file's
	Name   string // its place in the file, for people; "" for the file itself
	Status ItemStatus
	Report data.ReportID // 0 where it failed
	Err    *data.Fault   // why it failed
}

// ImportBatch is what an import keeps in one transaction.
type ImportBatch struct {
	Reports []NewReport
	Items   []BatchItem
	Done    []int64 // files that are finished with this batch
}

// BatchItem is an item whose status follows from what became of a report of the
// batch, or is known already.
type BatchItem struct {
	File   int64
	Name   string
	Report int // index in Reports; -1 where Known or Err says it
	Known  data.ReportID
	Err    *data.Fault
}

package data

import (
	"errors"
	"strings"
)

// FaultCode names a kind of failure for programs. Screens translate it by the
// key "fault.<code>"; nothing ever matches a message's text.
type FaultCode string

const (
	FaultInternal    FaultCode = "internal"      // a mistake of ours; the cause is in the log
	FaultEmptyFile   FaultCode = "empty-file"    // nothing to read in it
	FaultNotText     FaultCode = "not-text"      // a picture, program or other binary
	FaultUnsupported FaultCode = "unsupported"   // a format Lectern does not read
	FaultTooLarge    FaultCode = "too-large"     // over the limit a reader accepts
	FaultNoText      FaultCode = "no-text"       // a document without words in it
	FaultNotFound    FaultCode = "not-found"     // no such file, folder or report
	FaultNotAllowed  FaultCode = "not-allowed"   // the system refuses access
	FaultDiskFull    FaultCode = "disk-full"     // no room left where the library lies
	FaultReadOnly    FaultCode = "read-only"     // the library is open for reading only
	FaultInUse       FaultCode = "in-use"        // another Lectern has it open for writing
	FaultDamaged     FaultCode = "damaged"       // the library's file is not whole
	FaultNewer       FaultCode = "newer"         // made by a newer Lectern
	FaultOlder       FaultCode = "older"         // made by an older Lectern, where it cannot be brought up to date
	FaultNotUpdated  FaultCode = "not-updated"   // bringing it up to date failed; it is as it was
	FaultExists      FaultCode = "exists"        // a file stands where a new one should go
	FaultBadName     FaultCode = "bad-name"      // no file can be called so
	FaultNotLibrary  FaultCode = "not-library"   // a file that is not a Lectern library
	FaultBadQuery    FaultCode = "bad-query"     // a search that cannot be understood
	FaultStopped     FaultCode = "stopped"       // a person cancelled it
	FaultSeveral     FaultCode = "several"       // an archive, mailbox, feed or table where one document was expected
	FaultBroken      FaultCode = "broken"        // a document whose format is known and that is damaged
	FaultLocked      FaultCode = "locked"        // needs a password, or the rights that copy protection asks for
	FaultTooMuch     FaultCode = "too-much"      // would unpack to more than it may
	FaultTooDeep     FaultCode = "too-deep"      // files within files without end
	FaultBadPath     FaultCode = "bad-path"      // an archive's entry that is named to land elsewhere
	FaultNotLatest   FaultCode = "not-latest"    // a change that was not the last one cannot be undone by itself
	FaultBusy        FaultCode = "busy"          // another import into this library is under way
	FaultNoReadable  FaultCode = "no-readable"   // a folder with nothing in it that can be read
	FaultTookTooLong FaultCode = "took-too-long" // its reader was stopped: it took more time than it may
	FaultTooHungry   FaultCode = "too-hungry"    // its reader was stopped: it took more memory than it may
	FaultCrashed     FaultCode = "crashed"       // its reader broke down over it
	FaultScan        FaultCode = "scan"          // pictures of pages, without words
	FaultNothingToDo FaultCode = "nothing-left"  // nothing to undo or redo
	FaultMisquoted   FaultCode = "misquoted"     // a quotation on its way out that differs from the library's text
)

// faultMessages are plain sentences: what happened, what was kept, what to do.
// {{.Subject}} is the file or thing it is about.
var faultMessages = map[FaultCode]string{
	FaultInternal:    "Something went wrong inside Lectern. Nothing in the library was changed; the log has the details.",
	FaultEmptyFile:   "{{.Subject}} is empty, so there is nothing to read. The library was not changed.",
	FaultNotText:     "{{.Subject}} is not a text document, whatever its name says. The library was not changed.",
	FaultUnsupported: "{{.Subject}} is in a format that Lectern cannot read. Save it as DOCX, PDF or text and try again.",
	FaultTooLarge:    "{{.Subject}} is too large for a report. Split it into smaller files and try again.",
	FaultNoText:      "{{.Subject}} has no words that Lectern could find. The library was not changed.",
	FaultNotFound:    "{{.Subject}} is not there. It may have been moved or renamed.",
	FaultNotAllowed:  "The system does not let Lectern open {{.Subject}}. Check its permissions and try again.",
	FaultDiskFull:    "The disk is full. Nothing was lost; free some space where {{.Subject}} lies and try again.",
	FaultReadOnly:    "This library is open for reading only, so nothing was changed.",
	FaultInUse:       "Another Lectern is using {{.Subject}}. It is open here for reading only; close the other one to make changes.",
	FaultDamaged:     "{{.Subject}} is damaged. Nothing was changed; restore a backup, or run “lectern-cli check”.",
	FaultNewer:       "{{.Subject}} was made by a newer Lectern, so it is open for reading only. Use the newer program to make changes.",
	FaultOlder:       "{{.Subject}} was made by an older Lectern and cannot be written to where it lies, so it cannot be brought up to date. Copy it to this computer and open the copy.",
	FaultNotUpdated:  "{{.Subject}} was made by an older Lectern and could not be brought up to date. It was left as it was, and a backup lies beside it.",
	FaultBadName:     "A file cannot be called “{{.Subject}}”. Choose a name without / \\ : * ? \" < > |.",
	FaultExists:      "{{.Subject}} is there already. Nothing was written; choose another name.",
	FaultNotLibrary:  "{{.Subject}} is not a Lectern library. It was left as it is.",
	FaultBadQuery:    "The search cannot be understood: {{.Subject}}.",
	FaultStopped:     "Stopped. What was already finished is kept.",
	FaultSeveral:     "{{.Subject}} holds several documents. Import it as a file, and each of them becomes a report.",
	FaultBroken:      "{{.Subject}} is damaged or cut short, so it could not be read. The library was not changed; try another copy.",
	FaultLocked:      "{{.Subject}} is locked with a password or copy protection. Save a copy without it and try again.",
	FaultTooMuch:     "{{.Subject}} unpacks to far more than such a file should, so the rest of it was left out.",
	FaultTooDeep:     "{{.Subject}} lies too deep in files within files, so it was left out.",
	FaultBadPath:     "{{.Subject}} is named to land outside of its archive, so it was left out.",
	FaultNotLatest:   "Something else was changed since, so this cannot be undone by itself. Undo in the Edit menu takes changes back one after another, the latest first.",
	FaultBusy:        "Another import into {{.Subject}} is under way. Wait until it has ended, or stop it.",
	FaultNoReadable:  "There is nothing in {{.Subject}} that Lectern can read. The library was not changed.",
	FaultTookTooLong: "Reading {{.Subject}} took too long, so it was stopped. The library was not changed.",
	FaultTooHungry:   "Reading {{.Subject}} took more memory than one document may have, so it was stopped. The library was not changed.",
	FaultCrashed:     "{{.Subject}} could not be read: the reader broke down over it. Lectern itself and the library are unharmed.",
	FaultScan:        "{{.Subject}} is a scan: its pages are pictures, and Lectern does not read text in pictures. Run it through a text recognition program first.",
	FaultNothingToDo: "There is nothing left to undo or to do again.",
	FaultMisquoted:   "A quotation from {{.Subject}} is not word for word what stands in the library, so nothing was written. Take it into the brief again, or check the library.",
}

// FaultCodes returns every code there is, so that translations can be checked.
func FaultCodes() []FaultCode {
	codes := make([]FaultCode, 0, len(faultMessages))
	for code := range faultMessages {
		codes = append(codes, code)
	}
	return codes
}

// FaultMessage is the English sentence of a code, with {{.Subject}} left in.
func FaultMessage(code FaultCode) string { return faultMessages[code] }

// Fault is a failure with two audiences: Code and Subject make a plain sentence
// for a person, Err is the cause for the log.
type Fault struct {
	Code    FaultCode
	Subject string
	Err     error
}

// Error is the plain English sentence, without the cause.
func (f *Fault) Error() string {
	return strings.ReplaceAll(faultMessages[f.Code], "{{.Subject}}", f.Subject)
}

// Unwrap gives the cause to errors.Is and errors.As.
func (f *Fault) Unwrap() error { return f.Err }

// FaultOf returns err's fault. An error without one is FaultInternal around it;
// nil stays nil.
func FaultOf(err error) *Fault {
	if err == nil {
		return nil
	}
	var f *Fault
	if errors.As(err, &f) {
		return f
	}
	return &Fault{Code: FaultInternal, Err: err}
}

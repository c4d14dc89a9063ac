package library

import (
	"time"

	"lectern/data"
	"lectern/data/library/imprint"
)

// NewReport is a report on its way into the library. Add fills in ID, Original,
// Text, Words, Lanes, Model and Entered itself; the rest of Report is taken as
// it is. A nil Source means that Body is all there was, as with pasted text.
type NewReport struct {
	data.Report
	Body    string
	Source  []byte
	Reading data.Reading
	Finds   Finds
	Imprint imprint.Imprint   // taken by Add where it has no Sketch
	From    map[string]string // where details were found, by their names: see FoundIn
}

// Added says what became of a NewReport: its number in the library, whether it
// had been there before, and of which report it is another version, 0 for none.
type Added struct {
	ID        data.ReportID
	Known     bool
	VersionOf data.ReportID
}

// Details is what a person may correct about a report. Evidence is not in it.
type Details struct {
	Title, Author, Publisher, URL, Lang string
	Published                           time.Time // the day counts; zero when unknown
}

// Filter says which reports to list. Its zero value lists all.
type Filter struct {
	Lane      data.Lane // with at least one passage shown in this lane
	Speaker   string    // an actor as Speakers gives it, or any of its names
	Publisher string
	Tag       string
	Theme     string      // by name, as Themes gives it
	From, To  time.Time   // published on these days or between; zero is open
	Unread    bool        // only what nobody has opened
	Review    data.Review // with at least one passage that waits for review in this way
	Samples   bool        // only the samples that ship with Lectern
	Versions  bool        // older versions of articles too, not the newest alone
	Lang      string      // BCP 47: "pt" has "pt-BR" in it
	Marking   data.Marking
}

// Facet is one value to filter by, and how many reports have it.
type Facet struct {
	Name  string
	Count int
}

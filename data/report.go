package data

import "time"

// ReportID names a report inside one library. It is never used again after the
// report has been removed.
type ReportID int64

// PassageID names a passage inside one library.
type PassageID int64

// Report is one document and what is known about it, without its text.
type Report struct {
	ID        ReportID
	Title     string
	Author    string
	Publisher string
	URL       string
	Lang      string    // BCP 47, "" when unknown
	Published time.Time // day of publication in UTC at 00:00; zero when unknown
	Entered   time.Time // when it came into this library, UTC
	Format    string    // what the original was: "txt", "md", "html"
	FileName  string    // the original's base name, "" for pasted text
	Original  Hash      // of the original bytes
	Text      Hash      // of the extracted UTF-8 text
	Words     int
	Marking   Marking // how far it may be passed on
	Sample    bool    // one of the sample reports that ship with Lectern
	Read      bool    // a person has opened it
	Model     string  // what produced its Reading
	Lanes     LaneCounts
	Review    ReviewCounts // passages that wait for a person's eyes
	Tags      []string
	Themes    []ThemeCount // the most often touched first
	Versions  int          // how many versions of its article there are, with itself
	Older     bool         // a newer version is in the library
}

// Passage is a sentence of a report as a person sees it: the machine's reading,
// with a person's decision laid over it where there is one.
type Passage struct {
	ID PassageID
	Sentence
	Decision *Decision // nil where no person has decided
	Speaker  string    // of the attribution that decided; "" for none
}

// Shown is the lane the passage is shown in: a person's word goes before the
// machine's, unless it was said about other words than now stand here.
func (p Passage) Shown() Lane {
	if p.Decision != nil && !p.Decision.Astray {
		return p.Decision.Lane
	}
	return p.Lane
}

// Decision is a person's word on a passage's lane.
type Decision struct {
	Lane Lane
	By   string    // who decided
	At   time.Time // UTC
	// Astray is set when the text under the decision is no longer the text it
	// was made on: the passage needs a person's eyes again.
	Astray bool
}

// Document is a report opened for reading: everything the reading view needs, in
// one consistent state of the library.
type Document struct {
	Report
	Body         string // the report's text, UTF-8
	Passages     []Passage
	Attributions []Attribution
	Expectations []Expectation // in the order of the text
}

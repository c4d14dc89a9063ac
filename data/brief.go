package data

import "time"

// BriefID names a brief inside one library. It is never used again.
type BriefID int64

// StepID names a step of a brief inside one library. It is never used again.
type StepID int64

// Brief is an ordered list of what a presenter shows.
type Brief struct {
	ID      BriefID
	Title   string
	Level   Marking // the highest marking the room may see; Unmarked for no limit
	Steps   []BriefStep
	Changed time.Time // UTC
}

// Minutes is how long the presenter means to take in all.
func (b Brief) Minutes() (n int) {
	for _, s := range b.Steps {
		n += s.Minutes
	}
	return n
}

// BriefStepKind says what a step shows.
type BriefStepKind string

const (
	TitleCard     BriefStepKind = "card"      // a few words of the presenter's, large
	NoteCard      BriefStepKind = "note"      // the presenter's own text
	LanesStep     BriefStepKind = "lanes"     // the lanes of a report, side by side
	StatementStep BriefStepKind = "statement" // a statement, its caveats, how it was received
	QuotationStep BriefStepKind = "quotation" // a passage beside its original
	PairStep      BriefStepKind = "pair"      // two reports side by side
)

// BriefStep is one step of a brief. It refers to the library and carries what it
// referred to as it was, so that a change in between is noticed.
type BriefStep struct {
	ID      StepID
	Kind    BriefStepKind
	Title   string  // of a card or a note, for the room
	Words   string  // of a card or a note, for the room
	Notes   string  // for the presenter alone
	Minutes int     // that it is meant to take; 0 for no matter
	Main    Quote   // what it is about; of lanes and pairs only the report counts
	With    []Quote // caveats and reactions shown with a statement; the second report of a pair
	Left    []Quote // caveats that belong to the statement and were left out knowingly
}

// Quotes are all quotations that the step shows, the main one first. Cards and
// notes show none.
func (s BriefStep) Quotes() []Quote {
	if s.Kind == TitleCard || s.Kind == NoteCard {
		return nil
	}
	return append([]Quote{s.Main}, s.With...)
}

// Marking is the highest marking of what the step shows, as it was when the step
// was made.
func (s BriefStep) Marking() Marking {
	var all []Marking
	for _, q := range s.Quotes() {
		all = append(all, q.Marking)
	}
	return Highest(all...)
}

// Quote is a passage of a report as it was at a certain time. An empty span
// stands for the report as a whole.
type Quote struct {
	Report    ReportID
	Text      Hash // of the report's text
	Span           // bytes of it
	Words     string
	Lane      Lane
	Speaker   string // "" where nobody can be told
	Title     string // of the report
	Publisher string
	Published time.Time // zero when unknown
	Marking   Marking
	At        time.Time // when it was like this, UTC
}

// Showing is one thing that a room was shown, for the minutes.
type Showing struct {
	At       time.Time // UTC
	Step     StepID    // 0 for the answer to a question
	Number   int       // of the step among those shown, counted from 1; 0 for an answer, and in minutes of old
	Kind     BriefStepKind
	Title    string  // what was shown, in a few words
	Words    string  // of a card or a note
	Quotes   []Quote // word for word
	Question string  // what had been asked, "" where a step of the brief came up
}

// Presentation is one time that a brief was presented.
type Presentation struct {
	ID       int64
	Brief    BriefID
	Title    string    // of the brief, as it was; "" in minutes of old
	Began    time.Time // UTC
	Ended    time.Time // UTC
	Withheld int       // steps that the room was not shown
	Display  Display   // that the room saw last
	Showings []Showing
}

// Lasted is how long what is number i of Showings was there: until the next came, or
// the end.
func (p Presentation) Lasted(i int) time.Duration {
	end := p.Ended
	if i+1 < len(p.Showings) {
		end = p.Showings[i+1].At
	}
	return max(0, end.Sub(p.Showings[i].At))
}

// Display is what a room sees a presentation on.
type Display struct {
	Kind          DisplayKind
	Width, Height int // of the view, in units of the screen
}

// DisplayKind says which display it is.
type DisplayKind string

const (
	OneDisplay     DisplayKind = "one"    // room and presenter take turns
	SecondDisplay  DisplayKind = "second" // the room has a display of its own
	WindowOnScreen DisplayKind = "window" // a window that the presenter opened for the room
)

// Package split reads a report and says what each of its sentences is: where it
// begins and ends, who speaks in it, how firmly, and in which lane it belongs.
//
// It is pure Go, keeps no state between texts, and knows nothing of libraries or
// screens. All offsets are bytes of the text as it was given.
package split

import "lectern/data"

// Splitter reads a text and says what each sentence is. It is safe for
// concurrent use, and the same text gives the same Reading on every platform.
type Splitter interface {
	// Model names what made a Reading, with its version ("rules-1"), so that a
	// library can tell which readings are old.
	Model() string
	// Split never fails and never panics, whatever bytes the text holds. Spans
	// lie inside the text on rune borders; sentences are in order and do not
	// overlap.
	Split(text string, hints Hints) data.Reading
}

// Hints is what is known about a text beforehand. The zero value knows nothing.
type Hints struct {
	Title string // the report's title, found as a headline where it opens the text
	Lang  string // BCP 47 tag; "" lets the splitter find out
	Lines bool   // each line of the text is exactly one sentence
}

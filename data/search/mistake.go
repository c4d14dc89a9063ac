package search

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"lectern/data"
)

// Want names what a query should have had in a place. Screens translate it by the
// key "query.<want>".
type Want string

// What can be wanting.
const (
	WantValue   Want = "value"   // after a field
	WantDate    Want = "date"    // like 2025-08
	WantOrder   Want = "order"   // a period that ends after it begins
	WantLane    Want = "lane"    // one of the four
	WantIs      Want = "is"      // unread, read, sample or copy
	WantHas     Want = "has"     // theme, tag or note
	WantGrade   Want = "grade"   // like B2
	WantMarking Want = "marking" // like amber
	WantField   Want = "field"   // the name of a field, or no colon
	WantClose   Want = "close"   // a closing bracket
	WantOpen    Want = "open"    // an opening bracket before this closing one
	WantQuote   Want = "quote"   // a closing quotation mark
	WantMore    Want = "more"    // words after an operator
	WantBefore  Want = "before"  // words before an operator
	WantWords   Want = "words"   // a word or phrase beside near
	WantInside  Want = "inside"  // something between brackets
	WantSimpler Want = "simpler" // fewer brackets in each other
)

// wants are the sentences in English. {{.Word}} is what stands at the place, or
// the field before it.
var wants = map[Want]string{
	WantValue:   "at {{.Place}}: a value was expected after {{.Word}}",
	WantDate:    "at {{.Place}}: a date like 2025-08 was expected after {{.Word}}",
	WantOrder:   "at {{.Place}}: the period ends before it begins",
	WantLane:    "at {{.Place}}: statement, caveat, reaction or background was expected after {{.Word}}",
	WantIs:      "at {{.Place}}: unread, read, sample or copy was expected after {{.Word}}",
	WantHas:     "at {{.Place}}: theme, tag or note was expected after {{.Word}}",
	WantGrade:   "at {{.Place}}: a grade like B2 was expected after {{.Word}}",
	WantMarking: "at {{.Place}}: clear, green, amber or red was expected after {{.Word}}",
	WantField:   "at {{.Place}}: {{.Word}} is not a field; put it in quotation marks to search for it",
	WantClose:   "at {{.Place}}: a closing bracket was expected",
	WantOpen:    "at {{.Place}}: this bracket closes nothing",
	WantQuote:   "at {{.Place}}: this quotation mark is not closed",
	WantMore:    "at {{.Place}}: a word was expected after {{.Word}}",
	WantBefore:  "at {{.Place}}: a word was expected before {{.Word}}",
	WantWords:   "at {{.Place}}: a word or phrase was expected beside {{.Word}}",
	WantInside:  "at {{.Place}}: a word was expected between the brackets",
	WantSimpler: "at {{.Place}}: too many brackets in each other",
}

// Wants lists all there are, so that translations can be checked.
func Wants() []Want {
	all := make([]Want, 0, len(wants))
	for w := range wants {
		all = append(all, w)
	}
	return all
}

// Mistake says where a query cannot be understood, and what was expected there.
type Mistake struct {
	data.Span        // in bytes of what was typed
	Want      Want   // what was expected
	Word      string // what it is about: the field or operator, or what stands there
	Place     int    // where it begins, in characters from 1
}

// Error is the plain English sentence.
func (m *Mistake) Error() string {
	return strings.NewReplacer("{{.Place}}", fmt.Sprint(m.Place), "{{.Word}}", m.Word).Replace(wants[m.Want])
}

// English is the sentence with its places left in, for translation.
func (m *Mistake) English() string { return wants[m.Want] }

// mistake makes the fault of a query that is wrong at a place.
func mistake(text string, at data.Span, want Want, word string) error {
	m := &Mistake{Span: at, Want: want, Word: word, Place: utf8.RuneCountInString(text[:at.Start]) + 1}
	return &data.Fault{Code: data.FaultBadQuery, Subject: m.Error(), Err: m}
}

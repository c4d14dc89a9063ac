package data

import (
	"fmt"
	"strings"
)

// Marking says how far what carries it may be passed on: a label of the Traffic
// Light Protocol, TLP 2.0 (FIRST, 2022). Labels are never translated. Its value is
// the label itself.
type Marking string

// The labels, from the widest circle to the narrowest. Unmarked is the absence
// of one.
const (
	Unmarked    Marking = ""
	Clear       Marking = "TLP:CLEAR"        // no limit
	Green       Marking = "TLP:GREEN"        // the community, not public channels
	Amber       Marking = "TLP:AMBER"        // the recipient's organisation and its clients
	AmberStrict Marking = "TLP:AMBER+STRICT" // the recipient's organisation only
	Red         Marking = "TLP:RED"          // named recipients only
)

// Markings returns the five labels, the widest circle first.
func Markings() []Marking { return []Marking{Clear, Green, Amber, AmberStrict, Red} }

// ParseMarking reads a label, in capitals or not, with or without "TLP:". The
// label TLP:WHITE of version 1 is read as TLP:CLEAR.
func ParseMarking(label string) (Marking, error) {
	label = "TLP:" + strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(label)), "TLP:")
	if label == "TLP:WHITE" {
		return Clear, nil
	}
	for _, m := range Markings() {
		if string(m) == label {
			return m, nil
		}
	}
	return Unmarked, fmt.Errorf("%q is not a label of TLP 2.0", label)
}

// Above reports whether m may reach fewer people than other.
func (m Marking) Above(other Marking) bool { return m.rank() > other.rank() }

func (m Marking) rank() int {
	for i, known := range Markings() {
		if m == known {
			return i + 1
		}
	}
	return 0
}

// Highest is the marking that may reach the fewest, Unmarked when none is marked.
func Highest(all ...Marking) Marking {
	highest := Unmarked
	for _, m := range all {
		if m.Above(highest) {
			highest = m
		}
	}
	return highest
}

// Colour is what TLP 2.0 writes a label in, always on black: "#FFC000".
func (m Marking) Colour() string {
	switch m {
	case Green:
		return "#33FF00"
	case Amber, AmberStrict:
		return "#FFC000"
	case Red:
		return "#FF2B2B"
	}
	return "#FFFFFF"
}

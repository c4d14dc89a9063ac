package export

import "lectern/data"

// faithful is what every writer asks before somebody's words go out: they must
// be, byte for byte, what the library's text has at their place. What the library
// no longer has may only go out where it says of which day it is.
func faithful(q data.Quote, d *data.Document, asOf bool) error {
	switch {
	case q.Words == "": // a report as a whole
		return nil
	case d == nil && asOf:
		return nil
	case d == nil || q.In(d.Body) != q.Words:
		return &data.Fault{Code: data.FaultMisquoted, Subject: q.Title}
	}
	return nil
}

// wordsOf are the words of a passage, for tables and annotations, which quote as
// papers do.
func wordsOf(d data.Document, p data.Passage) (string, error) {
	if words := p.In(d.Body); words != "" {
		return words, nil
	}
	return "", &data.Fault{Code: data.FaultMisquoted, Subject: d.Title}
}

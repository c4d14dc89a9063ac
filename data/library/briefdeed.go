package library

import (
	"encoding/json"
	"reflect"

	"lectern/data"
)

// deed is what a change did to a brief; "" where that cannot be told.
func (c change) deed() BriefDeed {
	out, in := c.BriefOut, c.BriefIn
	gone, come := len(c.BriefStepsOut), len(c.BriefStepsIn)
	switch {
	case out == nil || in == nil:
		return ""
	case come > 0 && gone == 0:
		return DeedPut
	case gone > 0 && come == 0:
		return DeedTaken
	case gone == 1 && come == 1:
		return stepDeed(c.BriefStepsOut[0].Body, c.BriefStepsIn[0].Body)
	case out.Steps != in.Steps:
		return DeedMoved
	case out.Title != in.Title:
		return DeedRenamed
	case out.Level != in.Level:
		return DeedLevel
	}
	return ""
}

// stepDeed is what became different of a step.
func stepDeed(was, is string) BriefDeed {
	var a, b data.BriefStep
	if json.Unmarshal([]byte(was), &a) != nil || json.Unmarshal([]byte(is), &b) != nil {
		return ""
	}
	switch {
	case a.Kind != b.Kind:
		return DeedShown
	case a.Title != b.Title || a.Words != b.Words:
		return DeedWords
	case a.Notes != b.Notes:
		return DeedNotes
	case a.Minutes != b.Minutes:
		return DeedMinutes
	case !reflect.DeepEqual(a.With, b.With) || !reflect.DeepEqual(a.Left, b.Left):
		return DeedCompany
	}
	return ""
}

package reading

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"lectern/data"
)

// columnID names a column: the original, or a lane by its word.
type columnID string

const original columnID = "original"

func columnOf(l data.Lane) columnID { return columnID(l) }

// lane is the lane a column shows, NoLane for the original.
func (c columnID) lane() data.Lane {
	if c == original {
		return data.NoLane
	}
	return data.Lane(c)
}

// slot is a column's place in the arrangement.
type slot struct {
	Column columnID `json:"column"`
	Weight float32  `json:"weight"` // share of the width, relative to the others
	Hidden bool     `json:"hidden,omitempty"`
}

// arrangement is how a person has laid out the columns, left to right. It holds
// every column exactly once, and at least one that is not hidden.
type arrangement []slot

// defaultArrangement shows the original and the three voices; what is mere
// background can be read in the original.
func defaultArrangement() arrangement {
	return arrangement{
		{Column: original, Weight: 1.5},
		{Column: columnOf(data.Statement), Weight: 1},
		{Column: columnOf(data.Caveat), Weight: 1},
		{Column: columnOf(data.Reaction), Weight: 1},
		{Column: columnOf(data.Background), Weight: 1, Hidden: true},
	}
}

const keyColumns = "reading.columns"

// loadArrangement reads what was kept; anything unfit gives the default.
func loadArrangement(p fyne.Preferences) arrangement {
	var a arrangement
	if json.Unmarshal([]byte(p.String(keyColumns)), &a) != nil || !a.fit() {
		return defaultArrangement()
	}
	return a
}

func (a arrangement) save(p fyne.Preferences) {
	if b, err := json.Marshal(a); err == nil {
		p.SetString(keyColumns, string(b))
	}
}

// fit reports whether a keeps what an arrangement promises.
func (a arrangement) fit() bool {
	if len(a) != len(defaultArrangement()) {
		return false
	}
	for _, want := range defaultArrangement() {
		i := a.index(want.Column)
		if i < 0 || !(a[i].Weight >= 0.2 && a[i].Weight <= 10) {
			return false
		}
	}
	return len(a.shown()) > 0
}

func (a arrangement) index(c columnID) int {
	return slices.IndexFunc(a, func(s slot) bool { return s.Column == c })
}

// shown are the columns that are not hidden, left to right.
func (a arrangement) shown() []columnID {
	var out []columnID
	for _, s := range a {
		if !s.Hidden {
			out = append(out, s.Column)
		}
	}
	return out
}

func (a arrangement) hidden(c columnID) bool { return a[a.index(c)].Hidden }

// toggled hides a column or brings it back. The last one cannot be hidden.
func (a arrangement) toggled(c columnID) arrangement {
	out := slices.Clone(a)
	i := out.index(c)
	out[i].Hidden = !out[i].Hidden
	if len(out.shown()) == 0 {
		return a
	}
	return out
}

// moved puts a column by places to the right (negative: left) among the columns
// shown; at the edge it stays.
func (a arrangement) moved(c columnID, by int) arrangement {
	shown := a.shown()
	at := slices.Index(shown, c)
	to := at + by
	if at < 0 || to < 0 || to >= len(shown) {
		return a
	}
	out := slices.Clone(a)
	i, j := out.index(c), out.index(shown[to])
	out[i], out[j] = out[j], out[i]
	return out
}

// resized moves the border between two neighbours: left gets share of their
// common width, which is kept between a fifth and four fifths.
func (a arrangement) resized(left, right columnID, share float32) arrangement {
	share = min(max(share, 0.2), 0.8)
	out := slices.Clone(a)
	i, j := out.index(left), out.index(right)
	both := out[i].Weight + out[j].Weight
	out[i].Weight, out[j].Weight = max(0.2, both*share), max(0.2, both*(1-share))
	return out
}

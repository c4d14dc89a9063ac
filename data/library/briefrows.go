package library

import (
	"encoding/json"
	"slices"

	"lectern/data"
)

type briefRow struct {
	ID    int64  `gorm:"primaryKey" json:"id"`
	Title string `json:"title"`
	Level string `json:"level,omitempty"`
	Steps string `json:"steps"` // numbers in their order, JSON
	Who   string `json:"who"`
	At    int64  `json:"at"`
}

func (briefRow) TableName() string { return "briefs" }

type briefStepRow struct {
	ID      int64  `gorm:"primaryKey" json:"id"`
	BriefID int64  `json:"brief"`
	Body    string `json:"body"` // a data.BriefStep, JSON
}

func (briefStepRow) TableName() string { return "brief_steps" }

type presentationRow struct {
	ID       int64 `gorm:"primaryKey"`
	BriefID  int64
	Began    int64
	Ended    int64
	Showings string
	Title    string
	Withheld int
	Display  string
	Width    int
	Height   int
	Who      string
}

func (presentationRow) TableName() string { return "presentations" }

func (b briefRow) order() (ids []int64, err error) {
	err = json.Unmarshal([]byte(b.Steps), &ids)
	return ids, err
}

func (b *briefRow) setOrder(ids []int64) error {
	text, err := json.Marshal(ids)
	b.Steps = string(text)
	return err
}

// find is the order of the steps, and where one of them stands in it.
func (b briefRow) find(id data.StepID) (order []int64, at int, err error) {
	if order, err = b.order(); err != nil {
		return nil, 0, err
	}
	if at = slices.Index(order, int64(id)); at < 0 {
		return nil, 0, errNoStep
	}
	return order, at, nil
}

// bodyOf is a step as the table keeps it; its number stands beside it.
func bodyOf(s data.BriefStep) (string, error) {
	s.ID = 0
	text, err := json.Marshal(s)
	return string(text), err
}

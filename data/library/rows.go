package library

import (
	"time"

	"lectern/data"
)

// The rows as gorm reads and writes them. They stay in this package; the rest of
// Lectern speaks in the types of package data.

type reportRow struct {
	ID         int64 `gorm:"primaryKey"`
	UID        []byte
	Title      string
	Author     string
	Publisher  string
	URL        string
	Lang       string
	Published  *int64
	Entered    int64
	Day        int64
	Format     string
	FileName   string
	Original   []byte
	Text       []byte
	TextID     int64
	Model      string
	Words      int
	Sample     bool
	Marking    string
	Read       bool
	Removed    bool
	Statement  int
	Caveat     int
	Reaction   int
	Background int
	Review     int
	ReviewMost int
	Article    int64
	Older      bool
}

func (reportRow) TableName() string { return "reports" }

type decisionRow struct {
	ReportID int64  `gorm:"primaryKey;autoIncrement:false" json:"report"`
	Start    int    `gorm:"primaryKey;autoIncrement:false" json:"start"`
	Stop     int    `gorm:"primaryKey;autoIncrement:false" json:"stop"`
	Lane     string `json:"lane"`
	Who      string `json:"who"`
	At       int64  `json:"at"`
	Words    string `json:"words"`
}

func (decisionRow) TableName() string { return "decisions" }

type tagRow struct {
	TagID    int64  `gorm:"primaryKey;autoIncrement:false" json:"-"`
	ReportID int64  `gorm:"primaryKey;autoIncrement:false" json:"report"`
	Who      string `json:"who"`
	At       int64  `json:"at"`
}

func (tagRow) TableName() string { return "report_tags" }

type stepRow struct {
	ID      int64 `gorm:"primaryKey"`
	Kind    string
	Subject string
	Count   int
	Undone  bool
	Who     string
	At      int64
	Change  string
}

func (stepRow) TableName() string { return "journal" }

type themeRow struct {
	ID      int64  `gorm:"primaryKey" json:"id"`
	Name    string `json:"name"`
	Phrases string `json:"phrases"` // a line each
}

func (themeRow) TableName() string { return "themes" }

type nameRow struct {
	Name  string `gorm:"primaryKey" json:"name"`
	Actor string `json:"actor"`
	Alike bool   `json:"alike,omitempty"`
	Who   string `json:"who"`
	At    int64  `json:"at"`
}

func (nameRow) TableName() string { return "actor_names" }

// expectationRow is only read: it is written past gorm.
type expectationRow struct {
	Start, Stop         int
	Speaker             string
	WhenStart, WhenStop int
	Due                 int64
	Precision           string
}

func (r expectationRow) expectation() data.Expectation {
	return data.Expectation{
		Passage: data.Span{Start: r.Start, End: r.Stop}, Speaker: r.Speaker,
		When: data.Span{Start: r.WhenStart, End: r.WhenStop},
		Due:  timeOfDay(&r.Due), Precision: data.Precision(r.Precision),
	}
}

const secondsADay = 24 * 60 * 60

// dayOf counts the days since 1970 to t's own calendar day; nil for no time.
func dayOf(t time.Time) *int64 {
	if t.IsZero() {
		return nil
	}
	y, m, d := t.Date()
	day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsADay
	return &day
}

func timeOfDay(day *int64) time.Time {
	if day == nil {
		return time.Time{}
	}
	return time.Unix(*day*secondsADay, 0).UTC()
}

func timeOf(milli int64) time.Time { return time.UnixMilli(milli).UTC() }

// report is the row as everyone else knows it; tags are added by who asks.
func (r *reportRow) report() data.Report {
	return data.Report{
		ID:        data.ReportID(r.ID),
		Title:     r.Title,
		Author:    r.Author,
		Publisher: r.Publisher,
		URL:       r.URL,
		Lang:      r.Lang,
		Published: timeOfDay(r.Published),
		Entered:   timeOf(r.Entered),
		Format:    r.Format,
		FileName:  r.FileName,
		Original:  hashOf(r.Original),
		Text:      hashOf(r.Text),
		Words:     r.Words,
		Sample:    r.Sample,
		Read:      r.Read,
		Model:     r.Model,
		Marking:   data.Marking(r.Marking),
		Versions:  1,
		Older:     r.Older,
		Lanes: data.LaneCounts{Statement: r.Statement, Caveat: r.Caveat,
			Reaction: r.Reaction, Background: r.Background},
		Review: data.ReviewCounts{All: r.Review, Most: r.ReviewMost},
	}
}

func hashOf(b []byte) (h data.Hash) {
	copy(h[:], b)
	return h
}

func (d decisionRow) span() data.Span { return data.Span{Start: d.Start, End: d.Stop} }

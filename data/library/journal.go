package library

import (
	"encoding/json"
	"errors"

	"gorm.io/gorm"

	"lectern/data"
)

// mostSteps is how far back a person can undo. Only when the removal of a report
// falls off this end are its rows deleted for good.
const mostSteps = 1000

// change is what a step did, in enough detail to do it again or the opposite.
// It is kept as JSON.
type change struct {
	Reports ranges        `json:"reports,omitempty"` // added, removed or marked
	Out     []decisionRow `json:"out,omitempty"`     // decisions that went
	In      []decisionRow `json:"in,omitempty"`      // decisions that came
	Tag     string        `json:"tag,omitempty"`
	Tags    []tagRow      `json:"tags,omitempty"` // given or taken
	Before  *details      `json:"before,omitempty"`
	After   *details      `json:"after,omitempty"`

	SearchOut *searchRow `json:"searchOut,omitempty"`
	SearchIn  *searchRow `json:"searchIn,omitempty"`

	ThemeOut *themeRow `json:"themeOut,omitempty"`
	ThemeIn  *themeRow `json:"themeIn,omitempty"`

	Placing *placing `json:"placing,omitempty"` // into an article

	Folder *folderRow `json:"folder,omitempty"` // watched, or no longer

	ThemesOut []themeRow  `json:"themesOut,omitempty"` // where several make one, or one several
	ThemesIn  []themeRow  `json:"themesIn,omitempty"`
	NamesOut  []nameRow   `json:"namesOut,omitempty"` // whose names these were said to be
	NamesIn   []nameRow   `json:"namesIn,omitempty"`
	Published []published `json:"published,omitempty"` // and all of them by Publisher now
	Publisher string      `json:"publisher,omitempty"`

	BriefOut      *briefRow      `json:"briefOut,omitempty"`
	BriefIn       *briefRow      `json:"briefIn,omitempty"`
	BriefStepsOut []briefStepRow `json:"briefStepsOut,omitempty"`
	BriefStepsIn  []briefStepRow `json:"briefStepsIn,omitempty"`

	Marked  []marked     `json:"marked,omitempty"` // and all of them Marking now
	Marking data.Marking `json:"marking,omitempty"`

	Joins int64 `json:"joins,omitempty"` // the step that it is a part of
}

// details are Details as tables keep them.
type details struct {
	Title     string `json:"title"`
	Author    string `json:"author"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Lang      string `json:"lang"`
	Published *int64 `json:"published,omitempty"`
}

// ranges is a set of reports, as first and last of each unbroken run: an import
// of 100,000 is one pair.
type ranges [][2]data.ReportID

func (r *ranges) add(ids []data.ReportID) {
	for _, id := range ids {
		if n := len(*r); n > 0 && (*r)[n-1][1]+1 == id {
			(*r)[n-1][1] = id
			continue
		}
		*r = append(*r, [2]data.ReportID{id, id})
	}
}

func (r ranges) all() []data.ReportID {
	var ids []data.ReportID
	for _, run := range r {
		for id := run[0]; id <= run[1]; id++ {
			ids = append(ids, id)
		}
	}
	return ids
}

// record writes down a step. What had been undone before it can no longer be
// redone, and the oldest steps fall off.
func (l *Library) record(tx *gorm.DB, kind StepKind, subject string, count int, c change) (int64, error) {
	if err := l.forget(tx, `undone = 1`); err != nil {
		return 0, err
	}
	text, err := json.Marshal(c)
	if err != nil {
		return 0, err
	}
	row := stepRow{Kind: string(kind), Subject: subject, Count: count, Who: l.who, At: l.now(), Change: string(text)}
	if err := tx.Create(&row).Error; err != nil {
		return 0, err
	}
	l.lastStep.Store(row.ID)
	return row.ID, l.forget(tx, `id <= (SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?)`, mostSteps)
}

// extend adds reports to the step of a bulk import, beginning one where there is
// none, or where it has been undone meanwhile.
func (l *Library) extend(tx *gorm.DB, step int64, fresh []data.ReportID) (int64, error) {
	var row stepRow
	err := tx.Where(`id = ? AND undone = 0`, step).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		c := change{}
		c.Reports.add(fresh)
		return l.record(tx, StepAdd, "", len(fresh), c)
	}
	if err != nil {
		return 0, err
	}
	var c change
	if err := json.Unmarshal([]byte(row.Change), &c); err != nil {
		return 0, err
	}
	c.Reports.add(fresh)
	text, err := json.Marshal(c)
	if err != nil {
		return 0, err
	}
	return step, tx.Model(&row).Updates(map[string]any{"count": row.Count + len(fresh), "change": string(text)}).Error
}

// forget drops the steps that match, and with them the reports that only they
// could have brought back.
func (l *Library) forget(tx *gorm.DB, which string, args ...any) error {
	var rows []stepRow
	if err := tx.Where(which, args...).Find(&rows).Error; err != nil || len(rows) == 0 {
		return err
	}
	for _, row := range rows {
		gone := row.Kind == string(StepRemove) && !row.Undone || row.Kind == string(StepAdd) && row.Undone
		if gone {
			var c change
			if err := json.Unmarshal([]byte(row.Change), &c); err != nil {
				return err
			}
			if err := purge(tx, c.Reports); err != nil {
				return err
			}
		}
		if err := tx.Delete(&row).Error; err != nil {
			return err
		}
	}
	return nil
}

// purge deletes removed reports for good, with their text and original unless
// another report shares them.
func purge(tx *gorm.DB, reports ranges) error {
	for _, run := range reports {
		var rows []reportRow
		err := tx.Select("id", "text_id", "original").
			Where(`removed = 1 AND id BETWEEN ? AND ?`, run[0], run[1]).Find(&rows).Error
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := purgeOne(tx, r); err != nil {
				return err
			}
		}
	}
	return nil
}

func purgeOne(tx *gorm.DB, r reportRow) error {
	if err := forgetImprint(tx, data.ReportID(r.ID)); err != nil {
		return err
	}
	if err := tx.Exec(`DELETE FROM reports WHERE id = ?`, r.ID).Error; err != nil {
		return err
	}
	err := tx.Exec(`DELETE FROM texts WHERE id = ? AND NOT EXISTS (SELECT 1 FROM reports WHERE text_id = ?)`,
		r.TextID, r.TextID).Error
	if err != nil {
		return err
	}
	return tx.Exec(`DELETE FROM originals WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM reports WHERE original = ?)`,
		r.Original, r.Original).Error
}

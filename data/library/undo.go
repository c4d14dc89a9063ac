package library

import (
	"context"
	"encoding/json"
	"errors"

	"gorm.io/gorm"

	"lectern/data"
)

// Undo takes back the latest change that a person made and says what it was.
// FaultNothingToDo says that there is none.
func (l *Library) Undo(ctx context.Context) (Step, error) { return l.turn(ctx, 0, false) }

// UndoStep is Undo for whoever means one step and no other: FaultNotLatest says
// that something was changed after it, or that it was undone before.
func (l *Library) UndoStep(ctx context.Context, id int64) (Step, error) {
	return l.turn(ctx, id, false)
}

// Redo does again what Undo took back last, until something new is done.
func (l *Library) Redo(ctx context.Context) (Step, error) { return l.turn(ctx, 0, true) }

// NextUndo tells what Undo would take back.
func (l *Library) NextUndo(ctx context.Context) (Step, bool) { return l.peek(ctx, false) }

// NextRedo tells what Redo would do again.
func (l *Library) NextRedo(ctx context.Context) (Step, bool) { return l.peek(ctx, true) }

func (l *Library) turn(ctx context.Context, only int64, forward bool) (Step, error) {
	var step Step
	err := l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		row, err := nextStep(tx, forward)
		if only != 0 && (row.ID != only || err != nil) {
			err = &data.Fault{Code: data.FaultNotLatest, Err: err}
		}
		if err != nil {
			return nil, err
		}
		rows, err := together(tx, row, forward)
		if err != nil {
			return nil, err
		}
		var all []data.Change
		for _, row := range rows {
			changes, err := l.turnOne(tx, row, forward)
			if err != nil {
				return nil, err
			}
			all = append(all, changes...)
		}
		step, err = told(rows)
		return all, err
	})
	return step, err
}

func (l *Library) turnOne(tx *gorm.DB, row stepRow, forward bool) ([]data.Change, error) {
	var c change
	if err := json.Unmarshal([]byte(row.Change), &c); err != nil {
		return nil, err
	}
	changes, err := l.apply(tx, StepKind(row.Kind), c, forward)
	if err != nil {
		return nil, err
	}
	return changes, tx.Model(&row).Update("undone", !forward).Error
}

func (l *Library) peek(ctx context.Context, forward bool) (step Step, ok bool) {
	if l.why != nil {
		return Step{}, false
	}
	err := l.read(ctx, func(tx *gorm.DB) error {
		row, err := nextStep(tx, forward)
		if err != nil {
			return err
		}
		rows, err := together(tx, row, forward)
		if err == nil {
			step, err = told(rows)
		}
		return err
	})
	return step, err == nil
}

// nextStep is the latest step still done, or the earliest undone.
func nextStep(tx *gorm.DB, forward bool) (stepRow, error) {
	var row stepRow
	order := "id DESC"
	if forward {
		order = "id"
	}
	err := tx.Where("undone = ?", forward).Order(order).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, &data.Fault{Code: data.FaultNothingToDo}
	}
	return row, err
}

func stepOf(row stepRow, c change) Step {
	s := Step{ID: row.ID, Kind: StepKind(row.Kind), Subject: row.Subject, Count: row.Count, Reports: c.touched()}
	if s.Kind == StepBriefChange {
		s.Brief = c.deed()
	}
	seen := make(map[data.PassageID]bool)
	for _, d := range append(append([]decisionRow(nil), c.In...), c.Out...) {
		if id := PassageAt(data.ReportID(d.ReportID), d.Start); !seen[id] {
			seen[id] = true
			s.Passages = append(s.Passages, id)
		}
	}
	if len(s.Reports) > mostNamed {
		s.Reports = nil
	}
	return s
}

// touched lists the reports of a change, each once.
func (c change) touched() []data.ReportID {
	ids := c.Reports.all()
	seen := make(map[data.ReportID]bool)
	note := func(report int64) {
		if id := data.ReportID(report); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, d := range c.In {
		note(d.ReportID)
	}
	for _, d := range c.Out {
		note(d.ReportID)
	}
	for _, t := range c.Tags {
		note(t.ReportID)
	}
	for _, m := range c.Marked {
		for _, id := range m.Reports.all() {
			note(int64(id))
		}
	}
	for _, p := range c.Published {
		for _, id := range p.Reports.all() {
			note(int64(id))
		}
	}
	return ids
}

// apply does what a step says, forward or back. Doing something for the first
// time, undoing and redoing it all come through here, so that they cannot
// disagree.
func (l *Library) apply(tx *gorm.DB, kind StepKind, c change, forward bool) ([]data.Change, error) {
	ids := c.touched()
	switch kind {
	case StepAdd, StepRemove:
		if forward == (kind == StepAdd) {
			return changed(data.ReportsAdded, ids), show(tx, ids)
		}
		return changed(data.ReportsRemoved, ids), hide(tx, ids)
	case StepDecide, StepWithdraw:
		out, in := turned(c.Out, c.In, forward)
		return changed(data.PassageDecided, ids), exchange(tx, ids, out, in)
	case StepDescribe:
		to := c.After
		if !forward {
			to = c.Before
		}
		return changed(data.ReportChanged, ids), describe(tx, ids[0], *to)
	case StepTag, StepUntag:
		return changed(data.ReportChanged, ids), setTags(tx, c.Tag, c.Tags, forward == (kind == StepTag))
	case StepRead, StepUnread:
		return changed(data.ReportChanged, ids), setRead(tx, ids, forward == (kind == StepRead))
	case StepSearchSave, StepSearchChange, StepSearchRemove:
		out, in := turned(c.SearchOut, c.SearchIn, forward)
		return []data.Change{{Kind: data.SearchesChanged}}, setSearch(tx, out, in)
	case StepThemeAdd, StepThemeChange, StepThemeRemove:
		out, in := turned(c.ThemeOut, c.ThemeIn, forward)
		return []data.Change{{Kind: data.ThemesChanged}}, setTheme(tx, out, in)
	case StepThemeJoin, StepThemeSplit:
		out, in := turned(c.ThemesOut, c.ThemesIn, forward)
		return []data.Change{{Kind: data.ThemesChanged}}, setThemes(tx, out, in)
	case StepActorJoin, StepActorSplit:
		out, in := turned(c.NamesOut, c.NamesIn, forward)
		return []data.Change{{Kind: data.ActorsChanged}}, setNames(tx, out, in)
	case StepVersion, StepNotVersion:
		touched, err := setArticle(tx, *c.Placing, forward)
		return changed(data.ReportChanged, touched), err
	case StepBriefAdd, StepBriefChange, StepBriefRemove:
		out, in := turned(c.BriefOut, c.BriefIn, forward)
		stepsOut, stepsIn := turned(c.BriefStepsOut, c.BriefStepsIn, forward)
		return []data.Change{{Kind: data.BriefsChanged}}, setBrief(tx, out, in, stepsOut, stepsIn)
	case StepMark:
		return changed(data.ReportChanged, ids), setMarking(tx, c.Marked, c.Marking, forward)
	case StepPublisher:
		return changed(data.ReportChanged, ids), setPublisher(tx, c.Published, c.Publisher, forward)
	case StepWatch, StepUnwatch:
		return []data.Change{{Kind: data.FoldersChanged}}, setWatched(tx, *c.Folder, forward == (kind == StepWatch))
	}
	return nil, errors.New("the journal holds a step of an unknown kind: " + string(kind))
}

// turned gives what goes and what comes: backwards, the other way round.
func turned[T any](out, in T, forward bool) (goes, comes T) {
	if forward {
		return out, in
	}
	return in, out
}

// do applies a change for the first time and records it.
func (l *Library) do(tx *gorm.DB, kind StepKind, subject string, count int, c change) ([]data.Change, error) {
	changes, err := l.apply(tx, kind, c, true)
	if err != nil {
		return nil, err
	}
	_, err = l.record(tx, kind, subject, count, c)
	return changes, err
}

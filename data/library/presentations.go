package library

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"lectern/data"
)

// KeepPresentation keeps what was shown to a room, for the minutes. Called again
// with the ID it gave, it replaces what it kept, so that a presentation is safe
// while it goes on. It is a record of what happened, so it cannot be undone.
func (l *Library) KeepPresentation(ctx context.Context, p data.Presentation) (id int64, err error) {
	showings, err := json.Marshal(p.Showings)
	if err != nil {
		return 0, err
	}
	row := presentationRow{ID: p.ID, BriefID: int64(p.Brief), Began: p.Began.UnixMilli(), Ended: p.Ended.UnixMilli(),
		Showings: string(showings), Title: p.Title, Withheld: p.Withheld,
		Display: string(p.Display.Kind), Width: p.Display.Width, Height: p.Display.Height, Who: l.who}
	err = l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		return nil, tx.Save(&row).Error
	})
	return row.ID, err
}

// Presentations lists the times a brief was presented, the latest first; 0 stands
// for all briefs, also those that are gone.
func (l *Library) Presentations(ctx context.Context, brief data.BriefID) (all []data.Presentation, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		var rows []presentationRow
		if brief != 0 {
			tx = tx.Where(`brief_id = ?`, int64(brief))
		}
		if err := tx.Order("began DESC, id DESC").Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			p := data.Presentation{ID: r.ID, Brief: data.BriefID(r.BriefID), Title: r.Title, Began: timeOf(r.Began), Ended: timeOf(r.Ended), Withheld: r.Withheld,
				Display: data.Display{Kind: data.DisplayKind(r.Display), Width: r.Width, Height: r.Height}}
			if err := json.Unmarshal([]byte(r.Showings), &p.Showings); err != nil {
				return err
			}
			all = append(all, p)
		}
		return nil
	})
	return all, err
}

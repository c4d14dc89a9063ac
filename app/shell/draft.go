package shell

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/data/desk"
)

// drafter is a panel with something to lose.
type drafter interface{ Draft() *desk.Draft }

// keepDraft keeps what the panel in front would lose now.
func (s *Shell) keepDraft() {
	d, ok := s.front.(drafter)
	if !ok {
		return
	}
	one := d.Draft()
	if one == nil {
		return
	}
	one.ID = s.draft
	task.Change(s.changes, func(context.Context) (struct{}, error) {
		err := s.config.Desk.KeepDraft(*one)
		if err != nil {
			s.config.Log.Error("the draft was not kept", "err", err)
		}
		return struct{}{}, err
	}, func(struct{}, error) {})
}

// dropDraft forgets the draft that the panel in front began with: it was kept, or
// given up.
func (s *Shell) dropDraft() {
	id := s.draft
	if id == "" {
		return
	}
	s.draft = ""
	task.Change(s.changes, func(context.Context) (struct{}, error) {
		return struct{}{}, s.config.Desk.DropDraft(id)
	}, func(_ struct{}, err error) { s.fail(err) })
}

// giveUp leaves the form without keeping anything.
func (s *Shell) giveUp() {
	s.dropDraft()
	s.toShelf()
}

// offerDrafts offers again what was not kept when the program ended.
func (s *Shell) offerDrafts() {
	task.Load(s.drafts, func(context.Context) ([]desk.Draft, error) { return s.config.Desk.Drafts() }, func(all []desk.Draft, err error) {
		s.fail(err)
		for _, one := range all {
			s.offerDraft(one)
		}
	})
}

func (s *Shell) offerDraft(one desk.Draft) {
	title := strings.Join(strings.Fields(one.Title()), " ")
	if all := []rune(title); len(all) > 60 {
		title = string(all[:60]) + "…"
	}
	s.offers.add(lang.X("draft.offer", "You had not kept “{{.Title}}”. Go on with it?", map[string]any{"Title": title}), func() {
		if s.unkept() {
			s.tell(lang.L("Keep or cancel what is in front first, then bring in the next."))
			s.offerDraft(one)
			return
		}
		s.draft = one.ID
		if one.Proposal == nil {
			s.paste(one.Text)
			return
		}
		s.propose(func(ctx context.Context) (desk.Proposal, error) {
			return s.config.Desk.ProposeDraft(ctx, *one.Proposal)
		}, nil)
	}, func() {
		task.Change(s.changes, func(context.Context) (struct{}, error) {
			return struct{}{}, s.config.Desk.DropDraft(one.ID)
		}, func(_ struct{}, err error) { s.fail(err) })
	})
}

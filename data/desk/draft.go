package desk

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"time"
)

// Draft is what a person had not kept when the program ended: a document with
// what they corrected, or text they had pasted.
type Draft struct {
	ID       string    // names it among the drafts of one library; "" gets it one
	Text     string    // pasted, and not read yet
	Proposal *Proposal // nil for text
}

// Title is what a draft is about, for people.
func (d Draft) Title() string {
	if d.Proposal != nil {
		return d.Proposal.Title
	}
	return d.Text
}

// Drafts are the drafts of this library, the oldest first. They lie in a file
// beside it, readable by its owner alone, and none while it can only be read:
// another program has them.
func (d *Desk) Drafts() (all []Draft, err error) {
	if d.library.ReadOnly() {
		return nil, nil
	}
	b, err := os.ReadFile(d.draftFile())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fileFault("Draft", err)
	}
	if err := json.Unmarshal(b, &all); err != nil { // nobody is helped by half of one
		d.log.Warn("the drafts cannot be read", "file", d.draftFile(), "err", err)
		return nil, nil
	}
	return all, nil
}

// KeepDraft keeps a draft, in place of the one with its ID.
func (d *Desk) KeepDraft(one Draft) error {
	return d.changeDrafts(func(all []Draft) []Draft {
		if one.ID == "" {
			one.ID = strconv.FormatInt(time.Now().UnixNano(), 36)
		}
		if i := slices.IndexFunc(all, func(d Draft) bool { return d.ID == one.ID }); i >= 0 {
			all[i] = one
			return all
		}
		return append(all, one)
	})
}

// DropDraft forgets a draft.
func (d *Desk) DropDraft(id string) error {
	return d.changeDrafts(func(all []Draft) []Draft {
		return slices.DeleteFunc(all, func(d Draft) bool { return d.ID == id })
	})
}

// ProposeDraft is a draft's document again, as Propose gives it.
func (d *Desk) ProposeDraft(ctx context.Context, p Proposal) (Proposal, error) {
	p.Known = 0
	return d.proposal(ctx, p)
}

// changeDrafts writes the drafts anew. A crash leaves them as they were.
func (d *Desk) changeDrafts(change func([]Draft) []Draft) error {
	if d.library.ReadOnly() {
		return nil
	}
	all, err := d.Drafts()
	if err != nil {
		return err
	}
	if all = change(all); len(all) == 0 {
		if err := os.Remove(d.draftFile()); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fileFault("Draft", err)
		}
		return nil
	}
	b, err := json.Marshal(all)
	if err != nil {
		return err
	}
	part := d.draftFile() + ".part"
	if err := os.WriteFile(part, b, 0o600); err != nil {
		return fileFault("Draft", err)
	}
	return os.Rename(part, d.draftFile())
}

func (d *Desk) draftFile() string { return d.library.Path() + ".drafts" }

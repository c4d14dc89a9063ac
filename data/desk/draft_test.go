package desk

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestDraftsAreThereAfterARestartUntilTheyAreDropped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	d := open(t, path)
	p, err := d.Propose(t.Context(), write(t, t.TempDir(), "call.txt", story(1)))
	if err != nil {
		t.Fatal(err)
	}
	p.Title = "The call"
	for _, one := range []Draft{{Proposal: &p}, {Text: "A headline\n\nPasted."}} {
		if err := d.KeepDraft(one); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(d.draftFile()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the drafts: %v, %v", info, err)
	}
	if others, err := open(t, path).Drafts(); err != nil || len(others) != 0 {
		t.Errorf("a second program takes the first one's drafts: %v, %v", others, err)
	}
	if err := d.Library().Close(); err != nil {
		t.Fatal(err)
	}
	d = open(t, path)
	all, err := d.Drafts()
	if err != nil || len(all) != 2 || all[0].ID == all[1].ID || all[1].Text != "A headline\n\nPasted." {
		t.Fatalf("%+v, %v", all, err)
	}
	again, err := d.ProposeDraft(t.Context(), *all[0].Proposal)
	if err != nil || !reflect.DeepEqual(again, p) {
		t.Errorf("got  %+v\nwant %+v, %v", again, p, err)
	}
	all[1].Text = "Changed"
	if err := d.KeepDraft(all[1]); err != nil {
		t.Fatal(err)
	}
	if err := d.DropDraft(all[0].ID); err != nil {
		t.Fatal(err)
	}
	if left, err := d.Drafts(); err != nil || len(left) != 1 || left[0].Title() != "Changed" {
		t.Errorf("%+v, %v", left, err)
	}
	if err := d.DropDraft(all[1].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(d.draftFile()); err == nil {
		t.Error("an empty file of drafts stays behind")
	}
	if err := os.WriteFile(d.draftFile(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if left, err := d.Drafts(); err != nil || len(left) != 0 {
		t.Errorf("a damaged file: %v, %v", left, err)
	}
}

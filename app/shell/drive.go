package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/library"
)

// What follows lets a script (the guided tour) do what a person does, through
// the same paths as keys, buttons and menus.

// TypeKey presses a key where the keyboard is.
func (s *Shell) TypeKey(name fyne.KeyName) {
	ev := &fyne.KeyEvent{Name: name}
	if f := s.window.Canvas().Focused(); f != nil {
		f.TypedKey(ev)
		return
	}
	s.typedKey(ev)
}

// TypeRune types a character where the keyboard is.
func (s *Shell) TypeRune(r rune) {
	if f := s.window.Canvas().Focused(); f != nil {
		f.TypedRune(r)
		return
	}
	s.typedRune(r)
}

// Wear takes on a look.
func (s *Shell) Wear(settings look.Settings) { s.wear(settings) }

// Undo takes back the last change.
func (s *Shell) Undo() { s.undo() }

// Hush takes away what was told last, as it goes by itself after a while.
func (s *Shell) Hush() { s.notice.hide() }

// Leave goes back to the library, whatever is in front.
func (s *Shell) Leave() { s.toShelf() }

// NewestReports are the ids of all reports, newest first.
func (s *Shell) NewestReports(ctx context.Context) ([]data.ReportID, error) {
	return s.config.Desk.Library().IDs(ctx, library.Filter{})
}

// NewestBrief is the brief that was changed last, 0 where there is none.
func (s *Shell) NewestBrief(ctx context.Context) (data.BriefID, error) {
	all, err := s.config.Desk.Library().Briefs(ctx)
	if err != nil || len(all) == 0 {
		return 0, err
	}
	return all[0].ID, nil
}

// Search types words into the library's search box.
func (s *Shell) Search(words string) {
	s.search()
	s.shelf.SetSearch(words)
}

// Asking reports whether a form is in front that holds what is not kept yet.
func (s *Shell) Asking() bool {
	return s.unkept()
}

// KeepForm keeps what the form in front shows.
func (s *Shell) KeepForm() {
	if k, ok := s.front.(keeper); ok {
		k.Keep()
	}
}

// OnListed calls ready when the library's list is on screen for the first time.
func (s *Shell) OnListed(ready func()) { s.shelf.OnListed(ready) }

// Tell says something that has no way back.
func (s *Shell) Tell(words string) { s.tell(words) }

// Fail tells a person what could not be done, and the log why.
func (s *Shell) Fail(err error) { s.fail(err) }

// Told is what the notice says; "" when there is none.
func (s *Shell) Told() string {
	if !s.notice.root.Visible() {
		return ""
	}
	return s.notice.words.Text
}

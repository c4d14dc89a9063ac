package shell

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/data"
	"lectern/data/library"
)

// undo takes back the last change a person made, also one of an earlier day. In
// a field of text, Undo belongs to the words typed there.
func (s *Shell) undo() {
	if s.typing(&fyne.ShortcutUndo{}) {
		return
	}
	s.turn(s.config.Desk.Library().Undo, "undone")
}

// redo makes a change again that was taken back.
func (s *Shell) redo() {
	if s.typing(&fyne.ShortcutRedo{}) {
		return
	}
	s.turn(s.config.Desk.Library().Redo, "redone")
}

// turn takes one step through the journal and says which it was.
func (s *Shell) turn(step func(context.Context) (library.Step, error), which string) {
	task.Change(s.changes, step, func(done library.Step, err error) {
		if data.FaultOf(err) != nil && data.FaultOf(err).Code == data.FaultNothingToDo {
			s.tell(look.FaultText(err))
			return
		}
		if err != nil {
			s.fail(err)
			return
		}
		if done.Kind == library.StepDescribe { // its day is another again
			s.catchUp()
		}
		what := map[string]any{"Step": stepWords(done)}
		if which == "undone" {
			s.tell(lang.X("say.undone", "Undone: {{.Step}}", what))
		} else {
			s.tell(lang.X("say.redone", "Done again: {{.Step}}", what))
		}
	})
}

// stepWords says what a step of the journal was.
func stepWords(step library.Step) string {
	what := map[string]any{"Count": step.Count, "Subject": step.Subject}
	switch step.Kind {
	case library.StepAdd:
		return lang.XN("step.add", "{{.Count}} reports brought in", step.Count, what)
	case library.StepRemove:
		return lang.XN("step.remove", "{{.Count}} reports removed", step.Count, what)
	case library.StepDecide:
		if l, err := data.ParseLane(step.Subject); err == nil {
			what["Lane"] = look.LaneName(l)
			return lang.XN("step.decide", "{{.Count}} passages put under {{.Lane}}", step.Count, what)
		}
		return lang.L("a passage put into a lane")
	case library.StepWithdraw:
		return lang.L("a decision taken back")
	case library.StepDescribe:
		return lang.X("step.describe", "details of “{{.Subject}}”", what)
	case library.StepTag:
		return lang.X("step.tag", "tag “{{.Subject}}” given", what)
	case library.StepUntag:
		return lang.X("step.untag", "tag “{{.Subject}}” taken off", what)
	case library.StepSearchSave:
		return lang.X("step.save-search", "search “{{.Subject}}” saved", what)
	case library.StepSearchChange:
		return lang.X("step.change-search", "search “{{.Subject}}” changed", what)
	case library.StepSearchRemove:
		return lang.X("step.remove-search", "search “{{.Subject}}” removed", what)
	case library.StepThemeAdd:
		return lang.X("step.add-theme", "theme “{{.Subject}}” added", what)
	case library.StepVersion:
		return lang.X("step.version", "“{{.Subject}}” made a version", what)
	case library.StepNotVersion:
		return lang.X("step.not-version", "“{{.Subject}}” made an article of its own", what)
	case library.StepThemeChange:
		return lang.X("step.change-theme", "theme “{{.Subject}}” changed", what)
	case library.StepThemeRemove:
		return lang.X("step.remove-theme", "theme “{{.Subject}}” removed", what)
	case library.StepThemeJoin:
		return lang.X("step.join-themes", "themes made one, “{{.Subject}}”", what)
	case library.StepThemeSplit:
		return lang.X("step.split-theme", "theme “{{.Subject}}” made of another", what)
	case library.StepActorJoin:
		return lang.X("step.join-actors", "names given to “{{.Subject}}”", what)
	case library.StepActorSplit:
		return lang.X("step.split-actor", "“{{.Subject}}” made of another", what)
	case library.StepPublisher:
		return lang.XN("step.publisher", "{{.Count}} reports given to publisher “{{.Subject}}”", step.Count, what)
	case library.StepWatch:
		return lang.X("step.watch-folder", "folder “{{.Subject}}” watched", what)
	case library.StepUnwatch:
		return lang.X("step.unwatch-folder", "folder “{{.Subject}}” no longer watched", what)
	case library.StepBriefAdd:
		return lang.X("step.add-brief", "brief “{{.Subject}}” made", what)
	case library.StepBriefChange:
		return deedWords(step, what)
	case library.StepBriefRemove:
		return lang.X("step.remove-brief", "brief “{{.Subject}}” removed", what)
	case library.StepMark:
		return lang.XN("step.mark", "marking of {{.Count}} reports changed", step.Count, what)
	case library.StepRead:
		return lang.L("marked as read")
	case library.StepUnread:
		return lang.L("marked as unread")
	}
	return ""
}

// typing hands a shortcut to the field of text that has the keyboard, if one has.
func (s *Shell) typing(shortcut fyne.Shortcut) bool {
	focused := s.window.Canvas().Focused()
	if _, field := focused.(interface{ SelectedText() string }); !field {
		return false
	}
	if f, ok := focused.(fyne.Shortcutable); ok {
		f.TypedShortcut(shortcut)
	}
	return true
}

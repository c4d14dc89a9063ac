package library

import "lectern/data"

// StepKind names a change that a person made and can undo. The words are kept
// in the journal; screens translate them by the key "step.<kind>".
type StepKind string

const (
	StepAdd      StepKind = "add"
	StepRemove   StepKind = "remove"
	StepDecide   StepKind = "decide"
	StepWithdraw StepKind = "withdraw"
	StepDescribe StepKind = "describe"
	StepTag      StepKind = "tag"
	StepUntag    StepKind = "untag"
	StepRead     StepKind = "read"
	StepUnread   StepKind = "unread"

	StepSearchSave   StepKind = "save-search"
	StepSearchChange StepKind = "change-search"
	StepSearchRemove StepKind = "remove-search"

	StepThemeAdd    StepKind = "add-theme"
	StepThemeChange StepKind = "change-theme"
	StepThemeRemove StepKind = "remove-theme"

	StepWatch      StepKind = "watch-folder"
	StepUnwatch    StepKind = "unwatch-folder"
	StepThemeJoin  StepKind = "join-themes"
	StepThemeSplit StepKind = "split-theme"

	StepActorJoin  StepKind = "join-actors"
	StepActorSplit StepKind = "split-actor"
	StepPublisher  StepKind = "publisher"

	StepBriefAdd    StepKind = "add-brief"
	StepBriefChange StepKind = "change-brief"
	StepBriefRemove StepKind = "remove-brief"
	StepMark        StepKind = "mark"

	StepVersion    StepKind = "version"
	StepNotVersion StepKind = "not-version"
)

// BriefDeed says what of a brief was changed. Screens translate it by the key
// "deed.<word>".
type BriefDeed string

const (
	DeedPut     BriefDeed = "put"     // steps came in
	DeedTaken   BriefDeed = "taken"   // a step went out
	DeedMoved   BriefDeed = "moved"   // a step stands elsewhere
	DeedNotes   BriefDeed = "notes"   // private notes
	DeedMinutes BriefDeed = "minutes" // how long a step takes
	DeedWords   BriefDeed = "words"   // what a card or a note says
	DeedCompany BriefDeed = "company" // which caveats and reactions come along
	DeedShown   BriefDeed = "shown"   // as what a step is shown
	DeedRenamed BriefDeed = "renamed"
	DeedLevel   BriefDeed = "level" // what the room may see
)

// Step is one undoable change, told so that a person knows what Undo or Redo
// would bring back, or just brought back.
type Step struct {
	ID       int64 // for UndoStep
	Kind     StepKind
	Count    int              // how many reports, or passages of Decide and Withdraw, it touched
	Subject  string           // title, tag, theme or lane it was about; "" where Count says it all
	Reports  []data.ReportID  // those it touched, in no order; nil beyond 1,000
	Passages []data.PassageID // those it touched, for Decide and Withdraw
	Brief    BriefDeed        // for StepBriefChange
}

package data

// ChangeKind says what kind of thing changed in the library.
type ChangeKind string

const (
	ReportsAdded   ChangeKind = "reports-added"
	ReportsRemoved ChangeKind = "reports-removed"
	ReportChanged  ChangeKind = "report-changed"  // metadata, tags, read mark
	PassageDecided ChangeKind = "passage-decided" // a lane decided or withdrawn
	ThemesChanged  ChangeKind = "themes-changed"  // a theme added, changed or removed
	ImportsChanged ChangeKind = "imports-changed" // an import ended, or goes on
	FoldersChanged ChangeKind = "folders-changed" // a folder is watched, or no longer
	BriefsChanged  ChangeKind = "briefs-changed"  // a brief or one of its steps added, changed or removed
	ActorsChanged  ChangeKind = "actors-changed"  // names joined to an actor or taken off it
)

// SearchesChanged says that a search was saved, renamed or removed.
const SearchesChanged ChangeKind = "searches-changed"

// Change tells a view what to look at again. Reports is empty when too many
// changed to name: look at everything again.
type Change struct {
	Kind    ChangeKind
	Reports []ReportID
}

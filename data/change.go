package data

// ChangeKind says what kind of thing changed in the library.
type ChangeKind string

const (
	ReportsAdded   ChangeKind = "reports-added"
	ReportsRemoved ChangeKind = "reports-removed"
	ReportChanged  ChangeKind = "report-changed"  // metadata, tags, read mark
	PassageDecided ChangeKind = "passage-decided" // a lane decided or withdrawn
	ThemesChanged  ChangeKind = "themes-changed"  // a theme added, changed or removed
)

// Change tells a view what to look at again. Reports is empty when too many
// changed to name: look at everything again.
type Change struct {
	Kind    ChangeKind
	Reports []ReportID
}

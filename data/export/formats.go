package export

// Format is how an export is written; its value is the usual extension.
type Format string

const (
	PDF       Format = "pdf"
	Word      Format = "docx"
	Slides    Format = "pptx" // a slide for each view of a step
	HTML      Format = "html"
	Markdown  Format = "md"
	Table     Format = "csv"  // passages, a row each
	Sheet     Format = "xlsx" // passages and reports, a sheet each
	BibTeX    Format = "bib"
	RIS       Format = "ris"
	CSLJSON   Format = "csl.json"
	WebNotes  Format = "jsonld" // W3C Web Annotations, one for each passage
	QDAFormat Format = "qdpx"   // REFI-QDA 1.0
)

// Formats lists the formats that can be written.
func Formats() []Format {
	return []Format{PDF, Word, Slides, HTML, Markdown, Table, Sheet, BibTeX, RIS, CSLJSON, WebNotes, QDAFormat}
}

package send

import (
	"fyne.io/fyne/v2/lang"

	"lectern/data"
	"lectern/data/export"
)

// group is what formats are for.
type group struct {
	title   string
	formats []export.Format
}

// groups are the formats by what they are for; only those that can be written are
// shown. They are named by their endings, which is what a format is.
func groups() []group {
	return []group{
		{lang.L("To print"), []export.Format{export.PDF, export.Word}},
		{lang.L("To present"), []export.Format{export.Slides}},
		{lang.L("To read anywhere"), []export.Format{export.HTML, export.Markdown}},
		{lang.L("To count"), []export.Format{export.Sheet, export.Table}},
		{lang.L("To cite"), []export.Format{export.BibTeX, export.RIS, export.CSLJSON}},
		{lang.L("To exchange"), []export.Format{export.WebNotes, export.QDAFormat}},
	}
}

// description says what a format is good for.
type description struct {
	name, purpose string
	notes         bool // it can carry private notes
}

func descriptions() map[export.Format]description {
	return map[export.Format]description{
		export.PDF:       {"PDF", lang.L("pages that look the same everywhere"), true},
		export.Word:      {"DOCX", lang.L("to go on writing in Word or LibreOffice"), true},
		export.Slides:    {"PPTX", lang.L("slides for PowerPoint or Impress"), true},
		export.HTML:      {"HTML", lang.L("one page for any browser and screen reader"), true},
		export.Markdown:  {"Markdown", lang.L("plain text with footnotes"), true},
		export.Sheet:     {"XLSX", lang.L("every passage a row, for Excel or Calc"), false},
		export.Table:     {"CSV", lang.L("every passage a row, for any program"), false},
		export.BibTeX:    {"BibTeX", lang.L("sources for LaTeX and JabRef"), false},
		export.RIS:       {"RIS", lang.L("sources for EndNote and most others"), false},
		export.CSLJSON:   {"CSL-JSON", lang.L("sources for Zotero and pandoc"), false},
		export.WebNotes:  {"JSON-LD", lang.L("annotations, linked data for programs"), false},
		export.QDAFormat: {"QDPX", lang.L("for MAXQDA, NVivo and ATLAS.ti"), false},
	}
}

func levelWords(m data.Marking) string {
	if m == data.Unmarked {
		return lang.L("No limit")
	}
	return string(m) // TLP labels are never translated
}

func notesWords(on bool) string {
	if on {
		return lang.L("Private notes go along")
	}
	return lang.L("Private notes stay here")
}

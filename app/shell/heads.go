package shell

import "fyne.io/fyne/v2/lang"

// tableHeads are the headings of tables, by what they are in English.
func tableHeads() map[string]string {
	return map[string]string{
		"report":     lang.X("head.report", "report"),
		"title":      lang.X("head.title", "title"),
		"publisher":  lang.X("head.publisher", "publisher"),
		"published":  lang.X("head.published", "published"),
		"lang":       lang.X("head.lang", "lang"),
		"lane":       lang.X("head.lane", "lane"),
		"speaker":    lang.X("head.speaker", "speaker"),
		"words":      lang.X("head.words", "words"),
		"firmness":   lang.X("head.firmness", "firmness"),
		"themes":     lang.X("head.themes", "themes"),
		"place":      lang.X("head.place", "place"),
		"decided by": lang.X("head.decided-by", "decided by"),
		"start":      lang.X("head.start", "start"),
		"end":        lang.X("head.end", "end"),
		"marking":    lang.X("head.marking", "marking"),
		"address":    lang.X("head.address", "address"),
		"author":     lang.X("head.author", "author"),
		"length":     lang.X("head.length", "length"),
		"statement":  lang.X("head.statement", "statement"),
		"caveat":     lang.X("head.caveat", "caveat"),
		"reaction":   lang.X("head.reaction", "reaction"),
		"background": lang.X("head.background", "background"),
		"tags":       lang.X("head.tags", "tags"),
		"entered":    lang.X("head.entered", "entered"),
		"Passages":   lang.X("head.Passages", "Passages"),
		"Reports":    lang.X("head.Reports", "Reports"),
		"Lanes":      lang.X("head.Lanes", "Lanes"),
		"Themes":     lang.X("head.Themes", "Themes"),
	}
}

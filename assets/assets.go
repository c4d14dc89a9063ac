// Package assets carries everything that Lectern shows and does not compute:
// the sample reports, its icon, the reading type and the translations. All of it
// is inside the program, so that nothing has to be found on disk.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed samples/[01]*
var samples embed.FS

// Samples holds the twelve sample reports, and nothing else, at its root. Their
// names start with a number, in the order in which they are best read.
var Samples = within(samples, "samples")

// SampleBrief is a brief of ten steps on them, in every language, for
// desk.AddSampleBrief.
//
//go:embed samples/brief.json
var SampleBrief []byte

// Icon is Lectern's icon as a PNG of 512 by 512 pixels; icon/icon.svg beside it
// is its drawing.
//
//go:embed icon/icon.png
var Icon []byte

// The serif in which reports are read: TrueType, Latin, Greek, Cyrillic, Armenian,
// Georgian, Hebrew, Arabic, Devanagari and Thai.
// Nothing else in the window is set in it.
var (
	//go:embed fonts/NotoSerif-Regular.ttf
	ReadingRegular []byte
	//go:embed fonts/NotoSerif-Bold.ttf
	ReadingBold []byte
)

// The sans in which everything but the reports is set, of the same scripts. Fyne carries an older one,
// which takes the dot off the Ukrainian i.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	SansRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	SansBold []byte
)

// EastAsian is what Chinese, Japanese and Korean are set in where the system has no
// font for them: TrueType, Han, kana and Hangul beside Latin.
//
//go:embed fonts/LecternEastAsian-Regular.ttf
var EastAsian []byte

// What an export to PDF is set in where it is Arabic or Hebrew: TrueType, with a
// character for each shape of a letter, and no tables of shaping.
var (
	//go:embed fonts/NotoNaskhArabic-Regular.ttf
	ArabicRegular []byte
	//go:embed fonts/NotoNaskhArabic-Bold.ttf
	ArabicBold []byte
	//go:embed fonts/NotoSerifHebrew-Regular.ttf
	HebrewRegular []byte
	//go:embed fonts/NotoSerifHebrew-Bold.ttf
	HebrewBold []byte
)

// Translations holds the words on screen, a file per language, in the folder
// that TranslationsDir names: give both to fyne's lang.AddTranslationsFS.
//
//go:embed translations/*.json
var Translations embed.FS

// TranslationsDir is the folder inside Translations.
const TranslationsDir = "translations"

// Help holds the topics of the help, help/LANGUAGE/NN-NAME.md, and their pictures,
// help/pictures.
//
//go:embed help
var Help embed.FS

// AttributionModel is what finds who said what in English reports; models/README.md
// tells what it was learned from. split.NewLearned reads it.
//
//go:embed models/attribution-1.bin
var AttributionModel []byte

// LaneModel is what puts the sentences of English reports in lanes;
// models/README.md tells what it was learned from. judge.Load reads it.
//
//go:embed models/lanes-2.bin
var LaneModel []byte

// Credits is NOTICES.md: whose work Lectern stands on, and under which terms.
//
//go:embed NOTICES.md
var Credits string

// within is fs.Sub for a folder that go:embed has proved to exist.
func within(files embed.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		panic(err)
	}
	return sub
}

package look

import (
	"log/slog"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/adrg/xdg"

	"lectern/assets"
	"lectern/data/font"
)

// The fonts of the system are looked for when the first words come that need them,
// and once.
var (
	system   = sync.OnceValue(func() *font.Finder { return font.NewFinder(xdg.FontDirs) })
	chinese  = sync.OnceValue(func() fyne.Resource { return eastAsian(font.Chinese) })
	japanese = sync.OnceValue(func() fyne.Resource { return eastAsian(font.Japanese) })
	korean   = sync.OnceValue(func() fyne.Resource { return eastAsian(font.Korean) })
	brought  = sync.OnceValue(func() fyne.Resource { return fyne.NewStaticResource("east-asian.ttf", assets.EastAsian) })
)

// FindFonts looks for the fonts of the system that Lectern may need, so that nobody
// waits for it later. It holds none of them; it may be called on any goroutine.
func FindFonts() {
	for _, s := range []font.Script{font.Chinese, font.Japanese, font.Korean} {
		system().Find(s)
	}
}

// IsEastAsian reports letters of Chinese, Japanese and Korean, and the signs that
// are as wide as they are.
func IsEastAsian(r rune) bool {
	return r >= 0x1100 && (r < 0x1200 || r >= 0x2e80 && r < 0xa4d0 || r >= 0xac00 && r < 0xd7b0 ||
		r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfe50 || r >= 0xff00 && r < 0xfff0)
}

// EastAsian is the type for words in Chinese, Japanese or Korean, which has Latin
// letters too; nil where nothing in them is. It may be slow once.
func EastAsian(words string) fyne.Resource {
	if !strings.ContainsFunc(words, IsEastAsian) {
		return nil
	}
	switch {
	case strings.ContainsFunc(words, func(r rune) bool { return r >= 0x3041 && r < 0x3100 || r >= 0xff66 && r < 0xffa0 }):
		return japanese()
	case strings.ContainsFunc(words, func(r rune) bool {
		return r >= 0x1100 && r < 0x1200 || r >= 0x3131 && r < 0x3190 || r >= 0xac00 && r < 0xd7b0
	}):
		return korean()
	}
	switch lang.SystemLocale().LanguageString() { // each draws the same characters its own way
	case "ja":
		return japanese()
	case "ko":
		return korean()
	}
	return chinese()
}

func eastAsian(s font.Script) fyne.Resource {
	if face, ok := system().Find(s); ok {
		return &fontFile{string(s), face}
	}
	return brought()
}

// fontFile is a font of the system as a resource that holds nothing: Fyne keeps what
// it makes of the bytes.
type fontFile struct {
	name string
	face font.Face
}

// Name is for Fyne.
func (f *fontFile) Name() string { return f.name + " " + f.face.Path }

// Content reads the font; the one that Lectern brings along stands in where that
// fails.
func (f *fontFile) Content() []byte {
	b, err := f.face.Bytes()
	if err != nil {
		slog.Warn("a font of the system was not read", "path", f.face.Path, "err", err)
		return assets.EastAsian
	}
	return b
}

// ScriptFont is what a script is set in, for the self-check. A script without Font
// would show as boxes.
type ScriptFont struct {
	Script string // in the interface's language
	Font   string
	Where  string // the file, "" for what Lectern brings along
}

// Scripts tells what each script that reports may be written in is set in. It looks
// for fonts on the disk, and may be called on any goroutine.
func Scripts() []ScriptFont {
	var all []ScriptFont
	for _, s := range []string{lang.L("Latin"), lang.L("Greek"), lang.L("Cyrillic"), lang.L("Armenian"), lang.L("Georgian"),
		lang.L("Hebrew"), lang.L("Arabic"), lang.L("Devanagari"), lang.L("Thai")} {
		all = append(all, ScriptFont{Script: s, Font: "Noto Sans, Noto Serif"})
	}
	for _, s := range font.Scripts() {
		one := ScriptFont{Script: scriptName(s)}
		if face, ok := system().Find(s); ok {
			one.Font, one.Where = face.Name, face.Path
		} else if s == font.Chinese || s == font.Japanese || s == font.Korean {
			one.Font = "Droid Sans Fallback, Nanum Gothic"
		}
		all = append(all, one)
	}
	return all
}

func scriptName(s font.Script) string {
	switch s {
	case font.Chinese:
		return lang.L("Chinese")
	case font.Japanese:
		return lang.L("Japanese")
	case font.Korean:
		return lang.L("Korean")
	case font.Bengali:
		return lang.L("Bengali")
	case font.Gujarati:
		return lang.L("Gujarati")
	case font.Gurmukhi:
		return lang.L("Gurmukhi")
	case font.Kannada:
		return lang.L("Kannada")
	case font.Malayalam:
		return lang.L("Malayalam")
	case font.Sinhala:
		return lang.L("Sinhala")
	case font.Tamil:
		return lang.L("Tamil")
	case font.Telugu:
		return lang.L("Telugu")
	case font.Khmer:
		return lang.L("Khmer")
	case font.Lao:
		return lang.L("Lao")
	case font.Burmese:
		return lang.L("Burmese")
	case font.Tibetan:
		return lang.L("Tibetan")
	}
	return lang.L("Ethiopic")
}

package look

import (
	"slices"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// Language is one that Lectern speaks.
type Language struct {
	Code string // as in the names of the translations
	Name string // in the language itself
}

// Languages are those that Lectern speaks, by the alphabet of their names.
func Languages() []Language {
	return []Language{{"de", "Deutsch"}, {"en", "English"}, {"fr", "Français"}, {"uk", "Українська"}}
}

const keyLanguage = "language"

// LanguageChosen is the code of the language that a person chose, "" for that of
// the system.
func LanguageChosen(p fyne.Preferences) string {
	code := p.String(keyLanguage)
	if !speaks(code) {
		return ""
	}
	return code
}

func speaks(code string) bool {
	return slices.ContainsFunc(Languages(), func(l Language) bool { return l.Code == code })
}

// ChooseLanguage remembers a language and speaks it from now on: what is on screen
// already has to be made anew. "" is that of the system.
func ChooseLanguage(p fyne.Preferences, code string) {
	p.SetString(keyLanguage, code)
	Speak(code)
}

// Speak has all words that are asked for from now on in a language; "" is that of
// the system.
func Speak(code string) {
	if !speaks(code) {
		// Adding nothing makes Fyne look for the system's language again.
		if err := lang.AddTranslationsForLocale([]byte("{}"), "en"); err != nil {
			fyne.LogError("language", err)
		}
		return
	}
	setupLang(code)
}

// Spoken is the code of the language that words are in now.
func Spoken() string { return lang.X("language.code", "en") }

// setupLang is Fyne's own: it has no public way to speak another language than the
// system's. Should it ever go, the program does not link, and a test fails.
//
//go:linkname setupLang fyne.io/fyne/v2/lang.setupLang
func setupLang(code string)

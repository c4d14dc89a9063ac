package look

import (
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"lectern/assets"
)

func TestEveryLanguageIsSpokenAtOnceAndRemembered(t *testing.T) {
	app := test.NewTempApp(t)
	if err := lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir); err != nil {
		t.Fatal(err)
	}
	defer Speak("")
	system := Spoken()
	for _, l := range Languages() {
		ChooseLanguage(app.Preferences(), l.Code)
		if Spoken() != l.Code || LanguageChosen(app.Preferences()) != l.Code {
			t.Errorf("%s: speaks %s, remembers %s", l.Code, Spoken(), LanguageChosen(app.Preferences()))
		}
	}
	// Fyne's own words follow, and so do plurals.
	Speak("uk")
	if got := lang.L("Cancel"); got == "Cancel" {
		t.Error("Fyne's own words stay English")
	}
	if got := lang.XN("left.minutes", "", 3, map[string]any{"Count": 3}); got == lang.XN("left.minutes", "", 5, map[string]any{"Count": 5}) {
		t.Errorf("three and five minutes are both %q", got)
	}
	ChooseLanguage(app.Preferences(), "")
	if Spoken() != system || LanguageChosen(app.Preferences()) != "" {
		t.Errorf("the system's language is %s, spoken is %s", system, Spoken())
	}
	app.Preferences().SetString(keyLanguage, "xx")
	if LanguageChosen(app.Preferences()) != "" {
		t.Error("a language that nobody speaks was taken on")
	}
}

package look

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/lang"

	"lectern/assets"
)

// Each language has its own way with days, numbers and quotation marks.
func TestDaysAndNumbersAreThoseOfTheLanguage(t *testing.T) {
	for locale, want := range map[string][6]string{
		"en_GB.UTF-8": {"1 Mar 2026", "14 Jul 2026", "1,234,567", "3.5", "80%", "“so”"},
		"uk_UA.UTF-8": {"1 берез. 2026", "14 лип. 2026", "1\u00a0234\u00a0567", "3,5", "80\u00a0%", "«so»"},
		"de_DE.UTF-8": {"1. März 2026", "14. Juli 2026", "1.234.567", "3,5", "80\u00a0%", "„so“"},
		"fr_FR.UTF-8": {"1er mars 2026", "14 juil. 2026", "1\u202f234\u202f567", "3,5", "80\u202f%", "«\u202fso\u202f»"},
	} {
		speak(t, locale)
		day := func(month time.Month, day int) string { return Day(time.Date(2026, month, day, 12, 0, 0, 0, time.UTC)) }
		got := [6]string{day(time.March, 1), day(time.July, 14), Number(1234567), Tenths(3.5), Percent(80), Quoted("so")}
		if got != want {
			t.Errorf("%s: %q, want %q", locale, got, want)
		}
	}
}

// speak sets the language of the words on screen for one test.
func speak(t *testing.T, locale string) {
	t.Helper()
	t.Setenv("LC_ALL", locale)
	if err := lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir); err != nil {
		t.Fatal(err)
	}
}

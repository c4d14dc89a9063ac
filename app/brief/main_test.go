package brief

import (
	"os"
	"testing"

	"fyne.io/fyne/v2/lang"

	"lectern/assets"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A person who meets a sample among real reports must be able to tell.
func TestEverySampleSaysThatItIsInvented(t *testing.T) {
	for name, text := range sampleTexts(t) {
		english := strings.Contains(strings.Join(strings.Fields(text), " "), "This report is invented: its countries, people, outlets, organisations and figures do not exist.")
		ukrainian := strings.Contains(text, "Цю публікацію вигадано: згаданих у ній країн, людей, видань, організацій і цифр не існує.")
		if english == ukrainian {
			t.Errorf("%s: want the line in exactly one language, got English %v, Ukrainian %v", name, english, ukrainian)
		}
	}
}

// Nothing in a sample may lead to a real place on the network.
func TestSampleAddressesLeadNowhere(t *testing.T) {
	host := regexp.MustCompile(`://([\pL\pN.-]+)`)
	allowed := []string{"schema.org", "ogp.me"} // names of vocabularies, not addresses to open
	for name, text := range sampleTexts(t) {
		for _, found := range host.FindAllStringSubmatch(text, -1) {
			host := found[1]
			if strings.HasSuffix(host, ".example") || slices.Contains(allowed, host) {
				continue
			}
			t.Errorf("%s leads to %q", name, host)
		}
	}
}

func TestTwelveSamples(t *testing.T) {
	texts := sampleTexts(t)
	if len(texts) != 12 {
		t.Errorf("got %d samples, want 12", len(texts))
	}
	for name, text := range texts {
		if !utf8.ValidString(text) {
			t.Errorf("%s is not UTF-8", name)
		}
	}
}

func sampleTexts(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(Samples, "*")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, name := range names {
		b, err := fs.ReadFile(Samples, name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(b)
	}
	return texts
}

// A person who reads Ukrainian, German or French must not meet an English sentence
// in between, and the other way round: reasons and faults are asked for by made-up
// keys that nothing else can check.
func TestLanguagesSayTheSameThings(t *testing.T) {
	english := translation(t, "en")
	for _, lang := range []string{"uk", "de", "fr"} {
		theirs := translation(t, lang)
		for key := range english {
			if _, ok := theirs[key]; !ok {
				t.Errorf("%s.json lacks %q", lang, key)
			}
		}
		for key := range theirs {
			if _, ok := english[key]; !ok {
				t.Errorf("%s.json has %q, which en.json lacks", lang, key)
			}
		}
	}
}

// French sets a space before some signs, which must not let the sign go to the next
// line alone; each language has quotation marks of its own.
func TestSignsAreSetAsTheLanguageSetsThem(t *testing.T) {
	wrong := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`[„«»]`),
		"uk": regexp.MustCompile(`[„“”]`),
		"de": regexp.MustCompile(`[”«»]|^[^„]*“`),
		"fr": regexp.MustCompile(`[^ ] [;!?%»]|[^ ] :(\s|$)|« |«[^\x{202f}\x{a0}]|[„“”]|\pL'\pL`),
	}
	for lang, signs := range wrong {
		for key, text := range translation(t, lang) {
			forms, plural := text.(map[string]any)
			if !plural {
				forms = map[string]any{"": text}
			}
			for _, form := range forms {
				text := strings.ReplaceAll(form.(string), `/ \ : * ?`, "") // what file names cannot have
				if found := signs.FindString(text); found != "" {
					t.Errorf("%s.json: %q: %q in %q", lang, key, found, form)
				}
			}
		}
	}
}

func translation(t *testing.T, lang string) map[string]any {
	t.Helper()
	b, err := Translations.ReadFile(TranslationsDir + "/" + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatalf("%s.json: %v", lang, err)
	}
	return words
}

// Whoever wrote a part of Lectern is named.
func TestCreditsNameEveryModule(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	required := regexp.MustCompile(`(?m)^(?:require )?\s*(\S+/\S+) v\S+`)
	for _, m := range required.FindAllStringSubmatch(string(mod), -1) {
		if !strings.Contains(Credits, "| "+m[1]+" |") {
			t.Errorf("assets/NOTICES.md does not name %s", m[1])
		}
	}
}

func TestIconIsAPictureOf512Pixels(t *testing.T) {
	icon, err := png.DecodeConfig(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if icon.Width != 512 || icon.Height != 512 {
		t.Errorf("the icon is %d by %d", icon.Width, icon.Height)
	}
}

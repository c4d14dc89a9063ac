package assets

import (
	"io/fs"
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

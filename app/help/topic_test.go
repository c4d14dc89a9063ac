package help

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"lectern/assets"
	"lectern/data/search"
)

var languages = []string{"en", "uk", "de", "fr"}

// frame is what a topic must have in every language alike.
type frame struct {
	names, links, keys, pictures []string
	headings                     int
}

func frameOf(all []block) (f frame) {
	for _, b := range all {
		if b.kind == heading {
			f.headings++
		}
		if b.kind == picture {
			f.pictures = append(f.pictures, b.file)
		}
		for _, p := range b.pieces {
			switch p.kind {
			case link:
				f.links = append(f.links, p.target)
			case key:
				f.keys = append(f.keys, p.words)
			case name:
				f.names = append(f.names, p.words)
			}
		}
	}
	for _, all := range [][]string{f.names, f.links, f.keys} {
		slices.Sort(all)
	}
	return f
}

// english reads a language's topics without putting its own words in, so that the
// same names and keys stand in each.
func english(t *testing.T, language string) map[string]topic {
	t.Helper()
	files, err := fs.Glob(assets.Help, "help/"+language+"/*.md")
	if err != nil {
		t.Fatal(err)
	}
	said, err := onScreen("en")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]topic{}
	for _, file := range files {
		text, err := fs.ReadFile(assets.Help, file)
		if err != nil {
			t.Fatal(err)
		}
		one, err := parse(string(text), func(name string) (string, bool) {
			_, known := said(name)
			return name, known
		})
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		all[path.Base(file)] = one
	}
	return all
}

func TestEveryTopicSaysTheSameInEveryLanguage(t *testing.T) {
	first := english(t, "en")
	if len(first) < 12 {
		t.Fatalf("%d topics", len(first))
	}
	for _, language := range languages[1:] {
		other := english(t, language)
		for file, one := range first {
			same, ok := other[file]
			if !ok {
				t.Errorf("%s lacks %s", language, file)
				continue
			}
			want, got := frameOf(one.blocks), frameOf(same.blocks)
			for _, x := range []struct {
				what      string
				want, got []string
			}{{"names on screen", want.names, got.names}, {"links", want.links, got.links}, {"keys", want.keys, got.keys}, {"pictures", want.pictures, got.pictures}} {
				if !slices.Equal(x.want, x.got) {
					t.Errorf("%s/%s: %s are %q, in English %q", language, file, x.what, x.got, x.want)
				}
			}
			if want.headings != got.headings || len(one.blocks) != len(same.blocks) {
				t.Errorf("%s/%s: %d headings, %d blocks; in English %d, %d", language, file, got.headings, len(same.blocks), want.headings, len(one.blocks))
			}
		}
		if len(other) != len(first) {
			t.Errorf("%s has %d topics, English %d", language, len(other), len(first))
		}
	}
}

func TestLinksLeadSomewhereAndPicturesAreThere(t *testing.T) {
	all, err := topics("en")
	if err != nil {
		t.Fatal(err)
	}
	known := []string{Keys, Credits, Check}
	for _, one := range all {
		known = append(known, one.name)
	}
	for _, one := range all {
		f := frameOf(one.blocks)
		for _, target := range f.links {
			if query, ok := strings.CutPrefix(target, find); ok {
				if q, err := search.Parse(query); err != nil || q.Empty() {
					t.Errorf("%s: the example %q cannot be asked: %v", one.name, query, err)
				}
			} else if !slices.Contains(known, target) {
				t.Errorf("%s leads to %q, which is not there", one.name, target)
			}
		}
		for _, file := range f.pictures {
			if pictureOf(file) == nil {
				t.Errorf("%s: the picture %s is not there", one.name, file)
			}
		}
		if n := len(strings.Fields(textOf(one))); n < 90 || n > 330 {
			t.Errorf("%s has %d words", one.name, n)
		}
	}
}

func textOf(one topic) (text string) {
	for _, b := range one.blocks {
		text += b.text() + "\n"
	}
	return text
}

func TestSearchFinds(t *testing.T) {
	all, err := topics("en")
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"back up": "safe", "projec": "presenting", "TLP amber": "markings", "SPOTLIGHT": "presenting", "hédges": "voices", "zotero": "exporting", "search": "searching",
	} {
		hits := lookUp(all, typed)
		if len(hits) == 0 || !slices.ContainsFunc(hits[:min(2, len(hits))], func(h hit) bool { return all[h.topic].name == want }) {
			t.Errorf("%q does not find %s first", typed, want)
		}
		if len(hits) > 0 && len(hits) == len(all) {
			t.Errorf("%q finds everything", typed)
		}
	}
	if hits := lookUp(all, "xylophone"); len(hits) > 0 {
		t.Errorf("xylophone finds %q", hits[0].context)
	}
}

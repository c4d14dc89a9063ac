package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// language is one that Lectern speaks, with the plural forms it must have.
type language struct {
	code  string
	forms []string
}

var languages = []language{
	{"en", []string{"one", "other"}},
	{"uk", []string{"one", "few", "many"}},
	{"de", []string{"one", "other"}},
	{"fr", []string{"one", "many", "other"}},
}

// translation maps a key to its text under "", or to its texts by plural form.
type translation map[string]map[string]string

func (w workshop) translationPath(code string) string {
	return filepath.Join(w.root, "assets", "translations", code+".json")
}

// translation reads one language; a file that is not there yet is empty.
func (w workshop) translation(code string) (translation, error) {
	b, err := os.ReadFile(w.translationPath(code))
	if errors.Is(err, fs.ErrNotExist) {
		return translation{}, nil
	}
	if err != nil {
		return nil, err
	}
	t, err := parseTranslation(b)
	if err != nil {
		return nil, fmt.Errorf("%s.json: %w", code, err)
	}
	return t, nil
}

func parseTranslation(b []byte) (translation, error) {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return nil, err
	}
	t := translation{}
	for key, value := range raw {
		var one string
		var many map[string]string
		switch {
		case json.Unmarshal(value, &one) == nil:
			t[key] = map[string]string{"": one}
		case json.Unmarshal(value, &many) == nil:
			t[key] = many
		default:
			return nil, fmt.Errorf("%q is neither a text nor texts by plural form", key)
		}
	}
	return t, nil
}

// wrong lists what is not right with known for the words the code says.
func (l language) wrong(said []word, known translation) []string {
	var wrong []string
	tell := func(w word, format string, args ...any) {
		wrong = append(wrong, fmt.Sprintf("%s: %s.json: %q %s", w.at, l.code, w.key, fmt.Sprintf(format, args...)))
	}
	for _, w := range said {
		if w.prefix {
			if !known.begins(w.key) {
				tell(w, "starts no key")
			}
			continue
		}
		forms, ok := known[w.key]
		if !ok {
			tell(w, "is missing")
			continue
		}
		need := []string{""}
		if w.plural {
			need = l.forms
		}
		for _, form := range need {
			if strings.TrimSpace(forms[form]) == "" {
				tell(w, "lacks its form %q", form)
			}
		}
		for form, text := range forms {
			if why := differs(w, form, text, l.code); why != "" {
				tell(w, "%s", why)
			}
		}
	}
	slices.Sort(wrong)
	return slices.Compact(wrong)
}

// differs tells what a translated text gets wrong about the English in the code.
func differs(w word, form, text, code string) string {
	if w.english == "" {
		return ""
	}
	theirs, ours := placeholders(text), placeholders(w.english)
	for _, name := range theirs {
		if !slices.Contains(ours, name) {
			return fmt.Sprintf("uses %s, which the program does not give it", name)
		}
	}
	if form == "" && !slices.Equal(theirs, ours) {
		return fmt.Sprintf("leaves out one of %s", strings.Join(ours, " "))
	}
	if code == "en" && (form == "" || form == "other") && text != w.english {
		return fmt.Sprintf("says %q, the code says %q", text, w.english)
	}
	return ""
}

func (t translation) begins(prefix string) bool {
	for key := range t {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

// unused lists the keys that no word of the code can ask for.
func unused(said []word, known translation) []string {
	var left []string
	for key := range known {
		asked := slices.ContainsFunc(said, func(w word) bool {
			return w.key == key || w.prefix && strings.HasPrefix(key, w.key)
		})
		if !asked {
			left = append(left, key)
		}
	}
	slices.Sort(left)
	return left
}

// writeEnglish completes en.json from the code. The singular of a new plural is
// left empty: only a person can write it, and words keeps asking until one did.
func (w workshop) writeEnglish(said []word) error {
	known, err := w.translation("en")
	if err != nil {
		return err
	}
	for _, s := range said {
		switch {
		case s.prefix || s.english == "":
		case s.plural:
			if known[s.key] == nil {
				known[s.key] = map[string]string{"one": ""}
			}
			known[s.key]["other"] = s.english
		default:
			known[s.key] = map[string]string{"": s.english}
		}
	}
	if err := os.MkdirAll(filepath.Dir(w.translationPath("en")), 0o755); err != nil {
		return err
	}
	return os.WriteFile(w.translationPath("en"), known.json(), 0o644)
}

// json is the file's form: sorted by key, plain texts as strings.
func (t translation) json() []byte {
	all := map[string]any{}
	for key, forms := range t {
		if text, ok := forms[""]; ok {
			all[key] = text
		} else {
			all[key] = forms
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	// A map of strings always encodes.
	_ = e.Encode(all)
	return b.Bytes()
}

package main

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestAScriptedRunForgetsAllThatScreensRemember(t *testing.T) {
	key := regexp.MustCompile(`\bkey[A-Z]\w*\s*=\s*"([a-z.]+)"`)
	found := 0
	app := os.DirFS("../../app")
	err := fs.WalkDir(app, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(app, name)
		for _, m := range key.FindAllStringSubmatch(string(text), -1) {
			found++
			if !slices.Contains(remembered, m[1]) {
				t.Errorf("%s keeps %q, which a scripted run does not forget", name, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if found != len(remembered) {
		t.Errorf("%d keys found, %d forgotten", found, len(remembered))
	}
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// module is a Go module that is linked into Lectern's programs.
type module struct{ path, version, dir string }

// modules lists what is linked for the target, in the order of their names. It
// needs no C compiler.
func (p parcel) modules(ctx context.Context, t target) ([]module, error) {
	var list bytes.Buffer
	err := p.goRun(ctx, &list, t, "list", "-deps", "-tags", t.tags,
		"-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/lectern", "./cmd/lectern-cli")
	if err != nil {
		return nil, err
	}
	lines := strings.FieldsFunc(list.String(), func(r rune) bool { return r == '\n' || r == '\r' })
	slices.Sort(lines)
	var all []module
	for _, line := range slices.Compact(lines) {
		if f := strings.Split(line, "\t"); len(f) == 3 {
			all = append(all, module{f[0], f[1], f[2]})
		}
	}
	return all, nil
}

// licenceName is what files with the terms of a work are called.
var licenceName = regexp.MustCompile(`(?i)^(un)?(licen[sc]e|copying|copyright|notice)([-_.].*)?$`)

// texts gives the paths of the licence texts below dir, leaving out those of tests.
func texts(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if entry.Type().IsRegular() && filepath.Ext(path) != ".go" && licenceName.MatchString(entry.Name()) {
			found = append(found, path)
		}
		return nil
	})
	return found, err
}

// licences is one text with the full terms of all that is linked and embedded.
func (p parcel) licences(ctx context.Context, t target) ([]byte, error) {
	mods, err := p.modules(ctx, t)
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	fmt.Fprintf(&all, "The terms of all that Lectern %s for %s holds of others' work.\n", p.Version, t.goos)
	var root bytes.Buffer
	if err := p.goRun(ctx, &root, t, "env", "GOROOT"); err != nil {
		return nil, err
	}
	add := func(title, path string) error {
		text, err := os.ReadFile(path)
		if err == nil {
			fmt.Fprintf(&all, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 78), title, bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
		}
		return err
	}
	if err := add("Go's standard library", filepath.Join(strings.TrimSpace(root.String()), "LICENSE")); err != nil {
		return nil, err
	}
	for _, name := range []string{"OFL.txt", "APACHE-2.0.txt"} {
		if err := add("Fonts and PDFium: "+name, filepath.Join(p.Root, "assets", "fonts", name)); err != nil {
			return nil, err
		}
	}
	for _, m := range mods {
		found, err := texts(m.dir)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, plain("The module " + m.path + " " + m.version + " brings no licence text.")
		}
		for _, path := range found {
			short, _ := filepath.Rel(m.dir, path)
			if err := add(m.path+" "+m.version+": "+filepath.ToSlash(short), path); err != nil {
				return nil, err
			}
		}
	}
	return all.Bytes(), nil
}

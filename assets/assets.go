// Package assets carries everything that Lectern shows and does not compute:
// the sample reports, its icon, the reading type and the translations. All of it
// is inside the program, so that nothing has to be found on disk.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed samples/[01]*
var samples embed.FS

// Samples holds the twelve sample reports, and nothing else, at its root. Their
// names start with a number, in the order in which they are best read.
var Samples = within(samples, "samples")

// within is fs.Sub for a folder that go:embed has proved to exist.
func within(files embed.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		panic(err)
	}
	return sub
}

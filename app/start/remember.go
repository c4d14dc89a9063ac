package start

import (
	"os"
	"path/filepath"
	"slices"

	"lectern/data"
)

const (
	keyWelcomed = "welcome.done"
	keyLibrary  = "library.path"   // where the person's library lies
	keyRecent   = "library.recent" // what was opened, the latest first
)

const mostRecent = 8

// Recent is for the shell.
func (p *Program) Recent() []string { return p.prefs.StringList(keyRecent) }

// remember notes that a library was opened.
func (p *Program) remember(path string) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	all := slices.DeleteFunc(p.Recent(), func(old string) bool { return old == path })
	all = append([]string{path}, all...)
	p.prefs.SetStringList(keyRecent, all[:min(mostRecent, len(all))])
}

// forget drops a path that is no library any more from the list.
func (p *Program) forget(path string) {
	p.prefs.SetStringList(keyRecent, slices.DeleteFunc(p.Recent(), func(old string) bool { return old == path }))
}

// settle makes a library the one that is opened at the start.
func (p *Program) settle(path string) {
	if p.config.Path == "" || p.config.Path != path {
		p.prefs.SetString(keyLibrary, path)
	}
}

func (p *Program) welcomed() { p.prefs.SetBool(keyWelcomed, true) }

func missingFault(path string) error {
	return &data.Fault{Code: data.FaultNotFound, Subject: path, Err: os.ErrNotExist}
}

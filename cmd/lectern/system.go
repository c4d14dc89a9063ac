package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"

	"lectern/app/help"
	"lectern/app/look"
	"lectern/assets"
	"lectern/data/ingest"
	"lectern/data/ingest/worker"
	"lectern/data/library"
	"lectern/data/split"
	"lectern/data/split/judge"
)

// system is what the self-check looks at besides the library and the window.
func system(reader *worker.Pool) help.System {
	return help.System{
		Version: version,
		Read: func(ctx context.Context, name string, words []byte) (text string, err error) {
			err = reader.Each(ctx, name, words, ingest.Options{}, func(p ingest.Part) error {
				text = p.Document.Text
				return p.Err
			})
			return text, err
		},
		Split: func(_ context.Context, words string) (int, string, error) {
			r := judge.Best(assets.AttributionModel, assets.LaneModel).Split(words, split.Hints{Lang: "en"})
			return len(r.Sentences), r.Model, nil
		},
	}
}

// selfCheck prints what the window's self-check shows, without a window. It fails
// when a part of Lectern does; a library that is not there yet is none.
func selfCheck(ctx context.Context, path string, backup time.Time, to io.Writer) error {
	reader := pool(nil)
	defer reader.Close()
	s := system(reader)
	s.Path, s.Careful, s.Backup = path, true, backup
	if _, err := os.Stat(path); err == nil {
		s.Library, s.Opening = library.Open(ctx, library.Config{Path: path, ReadOnly: true})
		if s.Library != nil {
			defer s.Library.Close()
		}
	}
	all := help.RunCheck(ctx, s, help.Display{}, nil, nil)
	if _, err := fmt.Fprint(to, help.Text(all)); err != nil {
		return err
	}
	for _, f := range all {
		if f.State == help.Failed {
			return errors.New("the self-check found something that failed")
		}
	}
	return nil
}

// printCheck speaks the person's language without opening a window.
func printCheck(path string) error {
	home, err := carriedHome()
	if err != nil {
		return err
	}
	a := newApp(false, home)
	look.Speak(look.LanguageChosen(a.Preferences()))
	if path == "" {
		usual, err := xdg.DataFile(filepath.Join("Lectern", "library.lectern"))
		if err != nil {
			return err
		}
		path = usual
		if last := a.Preferences().String("library.path"); last != "" {
			path = last
		}
	}
	backup, _ := time.Parse(time.RFC3339, a.Preferences().String("backup.last")) // zero where there is none
	return selfCheck(context.Background(), path, backup, os.Stdout)
}

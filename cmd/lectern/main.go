// Command lectern is the desktop program: it opens a library and shows it.
package main

import (
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
	"github.com/adrg/xdg"

	"lectern/app/look"
	"lectern/app/shell"
	"lectern/app/start"
	"lectern/app/tour"
	"lectern/app/ui/page"
	"lectern/assets"
	"lectern/data/ingest/pdf"
	"lectern/data/ingest/worker"
	"lectern/data/library"
	"lectern/data/split/judge"
)

// version is set by the linker in a release.
var version = "0.1.0"

const appID = "io.lectern.Lectern"

// options are what was asked for on the command line.
type options struct {
	library  string
	tour     string
	pictures string
	helped   string
	measure  bool
	version  bool
	check    bool
}

// scripted tells whether nobody sits before the window.
func (o options) scripted() bool {
	return o.tour != "" || o.pictures != "" || o.helped != "" || o.measure
}

func main() {
	worker.BeChild(pdf.Readers)
	started := time.Now()
	var o options
	flag.StringVar(&o.library, "library", os.Getenv("LECTERN_LIBRARY"), "the library's `FILE`; the default lies in the system's data folder")
	flag.StringVar(&o.tour, "tour", "", "take the guided tour and write its pictures to `DIR`")
	flag.StringVar(&o.pictures, "pictures", "", "write a picture of every screen to `DIR`")
	flag.StringVar(&o.helped, "help-pictures", "", "write the pictures of the help to `DIR`")
	flag.BoolVar(&o.measure, "measure", false, "print time to the first frame and memory at rest as JSON, or how late the window was while it brought in the files named, and end")
	flag.BoolVar(&o.version, "version", false, "print the version and end")
	flag.BoolVar(&o.check, "self-check", false, "print how Lectern is on this computer, for support, and end")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "Usage: lectern [FLAGS] [FILE OR FOLDER...]\n\nOpens the library, and brings in what is named.")
		flag.PrintDefaults()
	}
	flag.Parse()
	if o.version {
		fmt.Println("Lectern", version)
		return
	}
	if o.check {
		if err := printCheck(o.library); err != nil {
			fmt.Fprintln(os.Stderr, "lectern:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(o, started); err != nil {
		fmt.Fprintln(os.Stderr, "lectern:", err)
		if !o.scripted() {
			showFailure(err)
		}
		os.Exit(1)
	}
}

// pool reads files in child processes: one for each core, and two that are left
// while a paused import holds the others.
func pool(log *slog.Logger) *worker.Pool {
	return worker.NewPool(worker.Config{Size: runtime.GOMAXPROCS(0) + 2, Log: log})
}

// run opens the library, shows the window and returns when it has been closed.
func run(o options, started time.Time) (err error) {
	home, err := carriedHome()
	if err != nil {
		return err
	}
	log, closeLog := openLog()
	defer closeLog()
	scripted := o.scripted()
	if !scripted && !warnIfNoOpenGL() {
		return nil
	}
	a := newApp(scripted, home)
	path, files := named(o.library, flag.Args())
	if o.tour != "" || o.pictures != "" || o.helped != "" {
		dir, err := os.MkdirTemp("", "lectern-tour-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		path = filepath.Join(dir, "tour.lectern")
	}
	usual, err := xdg.DataFile(filepath.Join("Lectern", "library.lectern"))
	if err != nil {
		return err
	}
	reader := pool(log)
	defer reader.Close()
	p := start.New(start.Config{
		App: a, Splitter: judge.Best(assets.AttributionModel, assets.LaneModel), Reader: reader, Who: person(),
		Path: path, Default: usual, Files: files, Scripted: scripted,
		Shell: shell.Config{Samples: assets.Samples, Brief: assets.SampleBrief, Faces: readingFaces(), Painter: reader,
			Notices: assets.Credits, Version: version, System: system(reader), Log: log},
	})
	if err := p.Begin(); err != nil {
		return err
	}
	defer p.Close()
	if scripted {
		s := p.Shell()
		a.Lifecycle().SetOnStarted(func() {
			done := func(failed error) { err = failed; s.Quit() }
			switch {
			case o.tour != "":
				tour.Guided(s, o.tour, assets.Samples, done)
			case o.pictures != "":
				tour.Pictures(s, o.pictures, assets.Samples, done)
			case o.helped != "":
				tour.HelpPictures(s, o.helped, assets.Samples, done)
			default:
				tour.Measure(s, started, files, os.Stdout, done)
			}
		})
	}
	a.Run()
	return err
}

// named is the library asked for, and what is to be brought into it: without one
// asked for, a library among the files is meant, as when it was opened from a folder.
func named(asked string, files []string) (string, []string) {
	if i := slices.IndexFunc(files, library.Called); asked == "" && i >= 0 {
		asked = files[i]
		files = slices.Delete(slices.Clone(files), i, i+1)
	}
	return asked, files
}

// remembered are the keys of all that the screens keep from one start to the next.
var remembered = []string{
	"language", "look.mode", "look.scale", "look.measure", "reading.columns", "shelf.filters.folded", "window.width", "window.height",
	"last.library", "backup.last", "last.report", "last.place", "review.ask",
	"welcome.done", "library.path", "library.recent", "start.resume", "backup.folder",
	"export.format", "export.page", "export.folder", "export.level",
}

// newApp makes the Fyne app with Lectern's words. A scripted run has preferences
// of its own, which begin empty, so that it looks the same every time. A portable
// program has its preferences in home, which is "" for any other.
func newApp(scripted bool, home string) fyne.App {
	id := appID
	if scripted {
		id += ".scripted"
	}
	a := app.NewWithID(id)
	if home != "" {
		a = carriedApp(a, filepath.Join(home, settingsName(scripted)))
	}
	if scripted {
		for _, key := range remembered {
			a.Preferences().RemoveValue(key)
		}
	}
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	if err := lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir); err != nil {
		slog.Error("translations not loaded", "err", err)
	}
	if chosen := look.LanguageChosen(a.Preferences()); chosen != "" {
		look.Speak(chosen)
	}
	return a
}

// readingFaces is the type that reports are read in.
func readingFaces() page.Faces {
	return page.Faces{
		Body: fyne.NewStaticResource("reading.ttf", assets.ReadingRegular),
		Bold: fyne.NewStaticResource("reading-bold.ttf", assets.ReadingBold),
	}
}

// person is who works here, for decisions and changes.
func person() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return "somebody"
	case u.Name != "":
		return u.Name
	}
	return u.Username
}

// openLog writes the log to the system's state folder, beside the last one, and
// to standard error. Without a place for it, standard error has to do.
func openLog() (*slog.Logger, func()) {
	to := io.Writer(os.Stderr)
	closeLog := func() {}
	if path, err := xdg.StateFile(filepath.Join("Lectern", "lectern.log")); err == nil {
		_ = os.Rename(path, path+".last") // there is none on the first day
		if file, err := os.Create(path); err == nil {
			to, closeLog = io.MultiWriter(file, os.Stderr), func() { file.Close() }
		}
	}
	return slog.New(slog.NewTextHandler(to, nil)), closeLog
}

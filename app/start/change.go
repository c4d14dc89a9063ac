package start

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/data/library"
)

// Open is for the shell: the library there is closed when the other one has been
// opened, and stays where that fails.
func (p *Program) Open(path string) {
	if same(path, p.lib.Path()) {
		p.shell.Tell(lang.L("This library is open already."))
		return
	}
	if library.NeedsUpdate(path) { // the backup takes some time, and is shown
		now := p.lib.Path()
		p.leave(func() { p.open(path, func(err error) { p.back(now, err) }) })
		return
	}
	task.Load(p.slot, func(ctx context.Context) (*library.Library, error) {
		return p.load(context.WithoutCancel(ctx), path, nil)
	}, func(lib *library.Library, err error) {
		if err != nil {
			p.shell.Fail(err)
			return
		}
		p.leave(func() { p.settled(lib) })
	})
}

// Again is for the shell.
func (p *Program) Again() {
	path := p.lib.Path()
	p.leave(func() { p.first(path) })
}

func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

func (p *Program) settled(lib *library.Library) {
	p.settle(lib.Path())
	p.show(lib, p.bringFiles)
}

// leave ends the shell and closes its library, off the UI goroutine, and then goes on.
func (p *Program) leave(then func()) {
	if p.shell == nil {
		then()
		return
	}
	p.shell.End(func() {
		old := p.lib
		p.shell, p.lib = nil, nil
		task.Load(p.slot, func(context.Context) (struct{}, error) { return struct{}{}, old.Close() }, func(_ struct{}, err error) {
			if err != nil {
				p.log.Error("library not closed", "path", old.Path(), "err", err)
			}
			then()
		})
	})
}

// open opens a library behind the cover, which shows how far its backup is where
// it has to be brought up to date.
func (p *Program) open(path string, failed func(error)) {
	words := map[string]any{"Name": filepath.Base(path)}
	heading, teaches := lang.X("start.opening", "Opening {{.Name}}", words), ""
	if library.NeedsUpdate(path) {
		heading = lang.X("start.updating", "Bringing {{.Name}} up to date", words)
		teaches = lang.L("It was made by an older Lectern. First a backup is made beside it and read through; then the library is brought up to date.")
	}
	p.work(job{heading, teaches, func(context.Context, func(float64)) (string, error) { return path, nil }, func() {}, failed})
}

// job is something long that is done while no library is open.
type job struct {
	heading, teaches string
	do               func(ctx context.Context, progress func(share float64)) (path string, err error)
	done             func() // when the library at path is shown
	failed           func(error)
}

// work does a job behind the cover, and then opens the library that it names.
func (p *Program) work(j job) {
	show := p.cover(j.heading, j.teaches)
	relay := task.NewRelay(func(all []float64) { show(all[len(all)-1]) })
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	task.Load(p.slot, func(context.Context) (*library.Library, error) {
		path, err := j.do(ctx, relay.Send)
		if err != nil {
			return nil, err
		}
		return p.load(ctx, path, relay.Send)
	}, func(lib *library.Library, err error) {
		stop()
		if err != nil {
			j.failed(err)
			return
		}
		p.settled(lib)
		j.done()
	})
}

// back shows the library that was open before, after another could not be.
func (p *Program) back(path string, why error) {
	lib, err := p.load(context.Background(), path, nil)
	if err != nil {
		p.trouble(path, errors.Join(err, why))
		return
	}
	p.show(lib, func() { p.shell.Fail(why) })
}

// Restore is for the shell.
func (p *Program) Restore(backup string) {
	path := p.lib.Path()
	p.leave(func() { p.restore(backup, path, func(err error) { p.back(path, err) }) })
}

func (p *Program) restore(backup, path string, failed func(error)) {
	var kept string
	p.work(job{lang.L("Restoring the library"), lang.L("The backup is copied and read through before it takes the library's place."),
		func(ctx context.Context, progress func(float64)) (_ string, err error) {
			kept, err = library.Restore(ctx, backup, path, time.Now(), progress)
			return path, err
		}, func() {
			words := lang.L("The library was restored from the backup.")
			if kept != "" {
				words = lang.X("restored", "The library was restored from the backup. What it held before lies beside it as {{.Name}}.",
					map[string]any{"Name": filepath.Base(kept)})
			}
			p.shell.Tell(words)
		}, failed})
}

// Move is for the shell.
func (p *Program) Move(to string) {
	path := p.lib.Path()
	if p.lib.ReadOnly() {
		p.shell.Fail(p.lib.Why())
		return
	}
	p.leave(func() {
		p.work(job{lang.L("Moving the library"), "", func(ctx context.Context, progress func(float64)) (string, error) {
			return to, library.Move(ctx, path, to, progress)
		}, func() {
			p.forget(path)
			p.shell.Tell(lang.X("moved", "The library lies in {{.Folder}} now.", map[string]any{"Folder": filepath.Dir(to)}))
		}, func(err error) { p.back(path, err) }})
	})
}

// Speak is for the shell: everything is shown anew, with Settings in front.
func (p *Program) Speak(code string) {
	look.ChooseLanguage(p.prefs, code)
	lib := p.lib
	p.shell.End(func() { p.show(lib, func() { p.shell.ShowSettings() }) })
}

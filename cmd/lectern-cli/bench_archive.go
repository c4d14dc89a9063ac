package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/synth"
)

// archiveBench brings in a folder of mixed files by this program itself, killing
// it on the way, and then looks for every document.
type archiveBench struct {
	*bench
	program string
	files   string // the folder
	library string
	archive synth.Archive
}

// archived runs it and prints a line for each figure.
func (b *bench) archived() error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	a := &archiveBench{bench: b, program: program, files: filepath.Join(b.dir, "archive"), library: filepath.Join(b.dir, "archive.lectern")}
	if b.Keep != "" {
		a.library = b.Keep
	}
	if a.archive, err = b.maker.WriteArchive(a.files, b.Mixed, readers("").PDF != nil); err != nil {
		return err
	}
	err = b.figure("files written", "%d, %d of them PDF, with %d documents; %d copies, %d newer copies, %d broken",
		a.archive.Files, a.archive.PDFs, len(a.archive.Documents), a.archive.Known, a.archive.Newer, a.archive.Broken)
	return errors.Join(err, a.bring(), a.check(), a.again())
}

// bring imports, and kills the import Kills times, each time when another part of
// the documents has been told of as safe.
func (a *archiveBench) bring() error {
	var took time.Duration
	told := 0
	for round := 0; ; round++ {
		args := []string{"import", a.files}
		if round > 0 {
			args = []string{"import", "--resume"}
		}
		killAt := 0
		if round < a.Kills {
			killAt = len(a.archive.Documents) / (a.Kills + 1)
		}
		start := time.Now()
		safe, peak, err := a.run(args, killAt)
		part := time.Since(start)
		took += part
		told += safe
		what := "import"
		if round > 0 {
			what = "resumed"
		}
		ended := "to its end"
		if killAt > 0 {
			ended = "then killed with SIGKILL"
		}
		if e := a.figure(what, "%d documents told of in %.1f s, %s; at most %s resident", safe, part.Seconds(), ended, peak); e != nil || err != nil {
			return errors.Join(e, err)
		}
		if killAt == 0 {
			break
		}
	}
	return a.figure("import, all together", "%.1f s, %.0f files/s, %.0f documents/s", took.Seconds(),
		float64(a.archive.Files)/took.Seconds(), float64(told)/took.Seconds())
}

// run starts the program and counts the documents it tells of; after killAt of
// them, unless that is 0, it is killed.
func (a *archiveBench) run(args []string, killAt int) (told int, peak string, err error) {
	ctx, kill := context.WithCancel(a.ctx)
	defer kill()
	call := []string{"--library", a.library}
	if a.rules {
		call = append(call, "--rules")
	}
	c := exec.CommandContext(ctx, a.program, append(append(call, args...), "--json")...)
	c.Stderr = io.Discard // what failed is counted from the library
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		return 0, "", err
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if told++; told == killAt {
			kill()
		}
	}
	err = c.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && (killAt > 0 || exit.ExitCode() == someNot) && a.ctx.Err() == nil {
		err = nil
	}
	return told, peakOf(c.ProcessState), err
}

var documentMark = regexp.MustCompile(`zqx\d{7}zqx`)

// check looks for every document: nothing lost, nothing twice.
func (a *archiveBench) check() error {
	lib, err := library.Open(a.ctx, library.Config{Path: a.library, Log: a.log})
	if err != nil {
		return err
	}
	defer lib.Close()
	ids, err := lib.IDs(a.ctx, library.Filter{Versions: true})
	if err != nil {
		return err
	}
	found := make(map[string]int)
	err = lib.Documents(a.ctx, ids, func(d data.Document) error {
		found[documentMark.FindString(d.Body)]++
		return nil
	})
	if err != nil {
		return err
	}
	lost, twice := 0, 0
	for _, mark := range a.archive.Documents {
		switch n := found[mark]; {
		case n == 0:
			lost++
		case n > 1:
			twice++
		}
	}
	imports, err := lib.Imports(a.ctx, 1)
	if err != nil || len(imports) == 0 {
		return errors.Join(err, errors.New("the library knows of no import"))
	}
	i := imports[0]
	problems, err := lib.Check(a.ctx, nil)
	if err != nil {
		return err
	}
	err = a.figure("in the library", "%d reports: %d lost, %d twice, %d problems; the import says %d new, %d known, %d newer, %d failed",
		len(ids), lost, twice, len(problems), i.New, i.Known, i.Newer, i.Failed)
	if lost+twice+len(problems) > 0 || len(ids) != len(a.archive.Documents) || i.New+i.Newer != len(ids) || i.Done != i.Files ||
		i.Known != a.archive.Known || i.Failed != a.archive.Broken {
		err = errors.Join(err, errors.New("the library does not hold what was brought in"))
	}
	return err
}

// again imports all once more: everything is known.
func (a *archiveBench) again() error {
	start := time.Now()
	told, _, err := a.run([]string{"import", a.files}, 0)
	return errors.Join(err, a.figure("the same once more", "%d documents known in %.1f s", told, time.Since(start).Seconds()))
}

// peakOf is the most memory that a program held.
func peakOf(p *os.ProcessState) string {
	if kb := peakMemory(p); kb > 0 {
		return fmt.Sprintf("%d MB", kb>>10)
	}
	return "an unknown amount"
}

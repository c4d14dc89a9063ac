// Command dev is for people who work on Lectern: it brings a bare machine to
// the point where Lectern builds, opens it, checks it, measures it and takes
// its pictures. It is plain Go without cgo and imports nothing but the standard
// library and lectern/data, so that it runs where no C compiler is yet.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

const usage = `Lectern's workbench. Usage: go run ./cmd/dev COMMAND

  run [ARGS...]      install what is missing, build Lectern and open it with ARGS;
                     where there is no display, take the guided tour on a virtual one
  test [STEP...]     everything CI checks, or only the steps named
  pictures DIR       a PNG of every screen: light, dark, projector
  pictures -help     take the help's own pictures anew, into assets/help/pictures
  bench [-reports N] how fast Lectern imports, finds, lists and starts, and what it weighs
  bench -files N     import N mixed files, killed three times, and look for every document
  words [-write]     on-screen words that a translation lacks; -write completes en.json
  package [SYSTEM]   what people install: windows, linux, macos or all
  setup              only install what is missing

`

// plain is a failure that says all a person needs; dev prints it as it is.
type plain string

func (p plain) Error() string { return string(p) }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := dispatch(ctx, os.Args[1:], os.Stdout)
	stop()
	os.Exit(code)
}

func dispatch(ctx context.Context, args []string, out io.Writer) int {
	commands := map[string]func(workshop, context.Context, []string) error{
		"run":      workshop.open,
		"test":     workshop.test,
		"pictures": workshop.pictures,
		"bench":    workshop.bench,
		"words":    workshop.words,
		"package":  workshop.pack,
		"setup": func(w workshop, ctx context.Context, _ []string) error {
			return w.setUp(ctx, true)
		},
	}
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		fmt.Fprint(out, usage)
		return 0
	}
	command, ok := commands[args[0]]
	if !ok {
		fmt.Fprintf(out, "There is no command %q.\n\n%s", args[0], usage)
		return 2
	}
	shop, err := openWorkshop(out)
	if err == nil {
		err = command(shop, ctx, args[1:])
	}
	return exitCode(err, out)
}

// exitCode says what went wrong and gives dev's exit status: a program that dev
// ran and that failed passes its own on.
func exitCode(err error, out io.Writer) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit) && exit.ExitCode() > 0:
		fmt.Fprintf(out, "\n%v\n", err)
		return exit.ExitCode()
	default:
		fmt.Fprintf(out, "\n%v\n", err)
		return 1
	}
}

// Command lectern-cli is Lectern without a window: the same reading, splitting,
// keeping and searching, for scripts and for machines without a screen.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"lectern/data"
	"lectern/data/ingest/worker"
)

// The exit statuses of contracts/cli.md.
const (
	allDone   = 0
	someNot   = 1 // each thing that could not be done was named on standard error
	wrongCall = 2
	noLibrary = 3 // it could not be opened, or another program writes to it
)

// commands is everything lectern-cli can be asked.
type commands struct {
	Library string `env:"LECTERN_LIBRARY" placeholder:"FILE" help:"The library's file. It is made where it does not exist yet; its folder must."`
	Rules   bool   `help:"Read reports by the rules alone: many times as fast, less exact. Reread catches up."`

	Text     textCommand     `cmd:"" help:"Print the text Lectern would keep of a document."`
	Split    splitCommand    `cmd:"" help:"Say what each sentence of a text is."`
	Import   importCommand   `cmd:"" help:"Bring files and folders into the library."`
	List     listCommand     `cmd:"" help:"List the reports, newest first."`
	Show     showCommand     `cmd:"" help:"Print one report with its lanes, people's decisions applied."`
	Search   searchCommand   `cmd:"" help:"Find reports or passages by their words."`
	Export   exportCommand   `cmd:"" help:"Write reports or a brief as PDF, HTML, Markdown, CSV or citations."`
	Versions versionsCommand `cmd:"" help:"List the versions of an article and what changed in each."`
	Origins  originsCommand  `cmd:"" help:"List reports that carry the same words, and who had them first."`
	Themes   themesCommand   `cmd:"" help:"List the themes, and how many reports touch each."`
	Reread   rereadCommand   `cmd:"" help:"Split again what an older splitter has split. Decisions stay."`
	Check    checkCommand    `cmd:"" help:"Look whether the library is whole."`
	Backup   backupCommand   `cmd:"" help:"Copy the whole library to a file, and read the copy through."`
	Restore  restoreCommand  `cmd:"" help:"Put a backup in place of the library; what was there is kept beside it."`
	Bench    benchCommand    `cmd:"" help:"Measure import, search and lists on made-up reports."`
	Eval     evalCommand     `cmd:"" help:"Say how well Lectern reads annotated news."`
	Train    trainCommand    `cmd:"" help:"Learn the models of the splitter from annotated news."`
	Version  versionCommand  `cmd:"" help:"Say which Lectern this is."`

	Pack   laterCommand `cmd:"" passthrough:"" help:"Not there yet: pack reports for another machine."`
	Unpack laterCommand `cmd:"" passthrough:"" help:"Not there yet: take in a pack."`
}

// errWrongCall is a call that cannot be meant.
var errWrongCall = errors.New("wrong call")

// errLibrary wraps why a library could not be opened, or not for writing.
type errLibrary struct{ err error }

func (e errLibrary) Error() string { return e.err.Error() }
func (e errLibrary) Unwrap() error { return e.err }

func main() {
	worker.BeChild(readers)
	// A second signal ends the program at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:]))
}

// run is the program: it answers with the exit status.
func run(ctx context.Context, args []string) int {
	var c commands
	help := false
	parser, err := kong.New(&c, kong.Name("lectern-cli"),
		kong.Description("Lectern without a window. Results go to standard output, everything else to standard error.\n\n"+
			"Exit status: 0 all done; 1 something could not be done; 2 wrong call; 3 the library could not be opened or is in use."),
		kong.Exit(func(int) { help = true }), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return report(err)
	}
	parsed, err := parser.Parse(args)
	if help {
		return allDone
	}
	if err != nil {
		return report(fmt.Errorf("%w: %w (lectern-cli --help lists the calls)", errWrongCall, err))
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	return report(parsed.Run(&session{ctx: ctx, path: c.Library, rules: c.Rules, out: os.Stdout, log: log}))
}

// report says on standard error what went wrong and gives its exit status.
func report(err error) int {
	var library errLibrary
	err = plain(err)
	switch {
	case err == nil:
		return allDone
	case errors.Is(err, errSome): // named already
		return someNot
	case errors.Is(err, io.ErrClosedPipe), errors.Is(err, syscall.EPIPE):
		return someNot // nobody reads on: there is nobody to tell
	}
	say("%v", err)
	switch {
	case errors.As(err, &library):
		return noLibrary
	case errors.Is(err, errWrongCall), data.FaultOf(err).Code == data.FaultBadQuery:
		return wrongCall
	}
	return someNot
}

// say writes a line to standard error.
func say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "lectern-cli: "+format+"\n", args...)
}

package help

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data/library"
)

const (
	littleSpace = 1 << 30 // bytes
	longAgo     = 30 * 24 * time.Hour
)

// RunCheck looks at everything and gives a finding for each part. found, which may
// be nil, hears each at once; progress hears how much of the library is read.
// Nothing of what it finds names a report or the user.
func RunCheck(ctx context.Context, s System, display Display, found func(Finding), progress func(done, total int)) []Finding {
	c := &inspection{s: s, display: display, found: found, progress: progress, here: Here()}
	c.versions(ctx)
	c.drawn()
	c.written()
	c.splits(ctx)
	c.reads(ctx)
	c.space()
	c.kept(ctx)
	return c.all
}

type inspection struct {
	s        System
	display  Display
	found    func(Finding)
	progress func(done, total int)
	here     Places
	all      []Finding
}

func (c *inspection) say(state State, name, found, do string) {
	f := Finding{Name: name, Found: c.here.Hide(found), Do: do, State: state}
	c.all = append(c.all, f)
	if c.found != nil {
		c.found(f)
	}
}

func (c *inspection) versions(ctx context.Context) {
	commit, fyne := "", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				commit = s.Value[:min(len(s.Value), 12)]
			case s.Key == "vcs.modified" && s.Value == "true":
				commit += "+"
			}
		}
		for _, m := range info.Deps {
			if m.Path == "fyne.io/fyne/v2" {
				fyne = m.Version
			}
		}
	}
	if commit == "" {
		commit = lang.L("not known")
	}
	c.say(OK, lang.L("Lectern"), c.s.Version+" · "+commit, "")
	c.say(OK, lang.L("Built with"), strings.TrimSpace(runtime.Version()+" · Fyne "+fyne), "")
	c.say(OK, lang.L("System"), fmt.Sprintf("%s %s · %s · ", runtime.GOOS, runtime.GOARCH, system())+
		lang.XN("check.cores", "{{.Count}} processor cores", runtime.NumCPU(), map[string]any{"Count": runtime.NumCPU()}), "")
}

// system is what the system calls itself.
func system() string {
	if words, err := os.ReadFile("/etc/os-release"); err == nil {
		for line := range strings.Lines(string(words)) {
			if name, ok := strings.CutPrefix(strings.TrimSpace(line), "PRETTY_NAME="); ok {
				return strings.Trim(name, `"`)
			}
		}
	}
	return runtime.GOOS
}

func (c *inspection) drawn() {
	d := c.display
	if d.Window == "" {
		c.say(OK, lang.L("Display"), lang.L("no window: not looked at"), "")
		return
	}
	found := lang.X("check.window", "window {{.Size}} at scale {{.Scale}}", map[string]any{"Size": d.Window, "Scale": fmt.Sprintf("%.2f", d.Scale)})
	for _, m := range d.Monitors {
		found += " · " + lang.X("check.monitor", "display {{.Size}} at scale {{.Scale}}", map[string]any{"Size": m.Size, "Scale": fmt.Sprintf("%.2f", m.Scale)})
	}
	c.say(OK, lang.L("Display"), found, "")
	if d.Renderer == "" {
		c.say(Attention, lang.L("Drawing"), lang.L("not known"), "")
		return
	}
	gl := d.Renderer + " · OpenGL " + d.OpenGL
	if inSoftware(d.Renderer) {
		c.say(Attention, lang.L("Drawing"), gl, lang.L("The computer draws without its graphics card. That works, but slowly: a newer graphics driver may help. It is usual in virtual machines and over remote desktops."))
		return
	}
	c.say(OK, lang.L("Drawing"), gl, "")
}

// inSoftware reports whether a renderer's name is one of those that draw without
// a graphics card.
func inSoftware(renderer string) bool {
	for _, name := range []string{"llvmpipe", "softpipe", "swrast", "swiftshader", "gdi generic", "software", "basic render"} {
		if strings.Contains(strings.ToLower(renderer), name) {
			return true
		}
	}
	return false
}

// written tells which font each script is set in, those of one font together.
func (c *inspection) written() {
	var fonts, lack []string
	in := map[string][]string{}
	for _, s := range look.Scripts() {
		if s.Font == "" {
			lack = append(lack, s.Script)
			continue
		}
		if in[s.Font] == nil {
			fonts = append(fonts, s.Font)
		}
		in[s.Font] = append(in[s.Font], s.Script)
	}
	for i, f := range fonts {
		fonts[i] = f + " (" + strings.Join(in[f], ", ") + ")"
	}
	c.say(OK, lang.L("Fonts"), strings.Join(fonts, "; "), "")
	if len(lack) > 0 {
		c.say(Attention, lang.L("Without a font"), strings.Join(lack, ", "),
			lang.L("Text in these scripts shows as boxes until a font for them is installed on this computer."))
	}
}

func (c *inspection) splits(ctx context.Context) {
	if c.s.Split == nil {
		return
	}
	n, models, err := c.s.Split(ctx, "The minister said the talks would go on. It is not clear when.")
	if err != nil || n == 0 {
		c.say(Failed, lang.L("Models"), models+c.wrong(err), lang.L("Install Lectern again: a part of it is missing or damaged."))
		return
	}
	c.say(OK, lang.L("Models"), models, "")
}

func (c *inspection) reads(ctx context.Context) {
	if c.s.Read == nil {
		return
	}
	const words = "Lectern reads this line."
	ctx, end := context.WithTimeout(ctx, 30*time.Second)
	defer end()
	began := time.Now()
	got, err := c.s.Read(ctx, "self-check.txt", []byte(words+"\n"))
	if err != nil || !strings.Contains(got, words) {
		c.say(Failed, lang.L("Reading files"), c.wrong(err),
			lang.L("Files cannot be read, because Lectern may not start its reader. Ask whether a security program stops it, then install Lectern again."))
		return
	}
	c.say(OK, lang.L("Reading files"), lang.X("check.read", "a document was read in a process of its own in {{.Time}} ms",
		map[string]any{"Time": time.Since(began).Milliseconds()}), "")
}

func (c *inspection) wrong(err error) string {
	if err == nil {
		return lang.L("no answer")
	}
	return look.FaultText(err)
}

func (c *inspection) space() {
	if c.s.Path == "" {
		return
	}
	free, err := freeBytes(filepath.Dir(c.s.Path))
	switch {
	case err != nil:
		c.say(Attention, lang.L("Free space"), lang.L("not known"), "")
	case free < littleSpace:
		c.say(Attention, lang.L("Free space"), bytesOf(free), lang.L("Make room on the disk that the library lies on, before you bring in more."))
	default:
		c.say(OK, lang.L("Free space"), bytesOf(free), "")
	}
}

// bytesOf is a size as people say it.
func bytesOf(n uint64) string {
	if n >= 10<<30 {
		return fmt.Sprintf("%d GB", n>>30)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// kept looks at the library itself.
func (c *inspection) kept(ctx context.Context) {
	lib := c.s.Library
	if lib == nil {
		if c.s.Opening != nil {
			c.say(Failed, lang.L("Library"), c.s.Path+" · "+look.FaultText(c.s.Opening), lang.L("Restore a backup with File, Restore from a backup, or ask for help with this text."))
		} else {
			c.say(OK, lang.L("Library"), lang.L("none here yet"), "")
		}
		return
	}
	found, state, do := c.here.Hide(lib.Path()), OK, ""
	if info, err := os.Stat(lib.Path()); err == nil {
		found += " · " + bytesOf(uint64(info.Size()))
	}
	if n, err := lib.Count(ctx, library.Filter{}); err == nil {
		found += " · " + lang.XN("shelf.count", "{{.Count}} reports", n, map[string]any{"Count": look.Number(n)})
	}
	if lib.ReadOnly() && !c.s.Careful {
		state, do = Attention, lang.L("The library is open for reading only. Another program may be writing to it, its place may be protected, or it is of a newer Lectern.")
		found += " · " + lang.L("for reading only")
	}
	c.say(state, lang.L("Library"), found, do)
	if sqlite, schema, err := lib.Engine(ctx); err == nil {
		c.say(OK, "SQLite", sqlite+" · "+lang.X("check.schema", "schema {{.Number}}", map[string]any{"Number": schema}), "")
	}
	c.backedUp()
	c.whole(ctx)
}

func (c *inspection) backedUp() {
	switch {
	case c.s.Backup.IsZero():
		c.say(Attention, lang.L("Last backup"), lang.L("none known"), lang.L("Make one with File, Back up library, on another disk."))
	case time.Since(c.s.Backup) > longAgo:
		c.say(Attention, lang.L("Last backup"), look.Day(c.s.Backup), lang.L("Make one with File, Back up library, on another disk."))
	default:
		c.say(OK, lang.L("Last backup"), look.Day(c.s.Backup), "")
	}
}

// whole reads every text and original and compares it with what came in.
func (c *inspection) whole(ctx context.Context) {
	problems, err := c.s.Library.Check(ctx, c.progress)
	switch {
	case ctx.Err() != nil:
		c.say(Attention, lang.L("Every byte"), lang.L("stopped before the end"), lang.L("Check again, and let it come to its end."))
	case err != nil:
		c.say(Failed, lang.L("Every byte"), look.FaultText(err), lang.L("Restore a backup with File, Restore from a backup, or ask for help with this text."))
	case len(problems) == 0:
		c.say(OK, lang.L("Every byte"), lang.L("as it came in"), "")
	default:
		c.damaged(problems)
	}
}

func (c *inspection) damaged(problems []library.Problem) {
	kinds, mend := map[library.ProblemKind]int{}, true
	for _, p := range problems {
		kinds[p.Kind]++
		if p.Kind == library.ProblemFile || p.Kind == library.ProblemText || p.Kind == library.ProblemOriginal {
			mend = false
		}
	}
	var counts []string
	for _, k := range []library.ProblemKind{library.ProblemFile, library.ProblemText, library.ProblemOriginal, library.ProblemReading, library.ProblemImprint, library.ProblemIndex} {
		if kinds[k] > 0 {
			counts = append(counts, fmt.Sprintf("%s: %d", k, kinds[k]))
		}
	}
	if mend {
		c.say(Attention, lang.L("Every byte"), strings.Join(counts, ", "), lang.L("What people read is whole. “lectern-cli check --repair” computes the rest again."))
		return
	}
	c.say(Failed, lang.L("Every byte"), strings.Join(counts, ", "), lang.L("Keep this file, and restore a backup with File, Restore from a backup."))
}

// Word is what a state is called.
func (s State) Word() string {
	switch s {
	case OK:
		return lang.L("ok")
	case Attention:
		return lang.L("attention")
	}
	return lang.L("failed")
}

// Text is findings for support: plain, a line each, without private content.
func Text(all []Finding) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s, %s\n\n", lang.L("Self-check"), time.Now().UTC().Format("2006-01-02 15:04 UTC"))
	for _, f := range all {
		fmt.Fprintf(&out, "%-10s %s: %s\n", f.State.Word(), f.Name, f.Found)
		if f.Do != "" {
			fmt.Fprintf(&out, "%-10s   → %s\n", "", f.Do)
		}
	}
	return out.String()
}

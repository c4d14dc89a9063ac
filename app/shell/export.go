package shell

import (
	"cmp"
	"context"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"github.com/adrg/xdg"

	"lectern/app/look"
	"lectern/app/send"
	"lectern/app/task"
	"lectern/assets"
	"lectern/data"
	"lectern/data/export"
)

// The choices kept from one export to the next.
const (
	keyExportFormat = "export.format"
	keyExportPage   = "export.page"
	keyExportFolder = "export.folder"
	keyExportLevel  = "export.level"
)

// export is the action: it asks what of the screen in front is to leave, and how.
func (s *Shell) export() {
	if s.unkept() {
		s.tell(lang.L("Keep or cancel what is in front first."))
		return
	}
	open := data.BriefID(0)
	if front, ok := s.front.(interface{ Brief() data.BriefID }); ok {
		open = front.Brief()
	}
	if open == 0 {
		s.exportThings(s.reportThings())
		return
	}
	task.Load(s.opener, func(ctx context.Context) (data.Brief, error) {
		return s.config.Desk.Library().Brief(ctx, open)
	}, func(b data.Brief, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		words := lang.X("send.brief", "The brief “{{.Title}}”", map[string]any{"Title": shortTitle(b.Title)})
		s.exportThings([]send.Thing{{Words: words, Name: b.Title, Brief: b.ID}})
	})
}

// exportReport asks about one report.
func (s *Shell) exportReport(r data.Report) {
	s.exportThings([]send.Thing{thingOf(r)})
}

func thingOf(r data.Report) send.Thing {
	return send.Thing{Words: lang.X("send.report", "“{{.Title}}”", map[string]any{"Title": shortTitle(r.Title)}), Name: r.Title,
		Reports: []data.ReportID{r.ID}}
}

func shortTitle(title string) string {
	if all := []rune(title); len(all) > 44 {
		return string(all[:43]) + "…"
	}
	return title
}

// reportThings are the report that is open or chosen, and all that is listed.
func (s *Shell) reportThings() (things []send.Thing) {
	if s.front == screen(s.reading) {
		return []send.Thing{thingOf(s.reading.Report())}
	}
	if ids := s.shelf.Picked(); len(ids) > 1 {
		words := lang.XN("send.chosen", "The {{.Count}} reports chosen", len(ids), map[string]any{"Count": look.Number(len(ids))})
		return []send.Thing{{Words: words, Name: lang.L("Reports"), Reports: ids}}
	}
	if r, ok := s.shelf.Chosen(); ok {
		things = append(things, thingOf(r))
	}
	if ids := s.shelf.Listed(); len(ids) > 1 {
		n := len(ids)
		words := lang.XN("send.listed", "All {{.Count}} reports in the list", n, map[string]any{"Count": look.Number(n)})
		things = append(things, send.Thing{Words: words, Name: lang.L("Reports"), Reports: ids})
	}
	if s.shelf.Searching() {
		slices.Reverse(things) // who has searched means what was found
	}
	return things
}

// exportThings shows the form.
func (s *Shell) exportThings(things []send.Thing) {
	if len(things) == 0 {
		s.tell(lang.L("Choose a report first."))
		return
	}
	back := s.comeBack()
	s.notice.hide() // it would lie over the button
	s.panelUp(send.New(send.Config{
		Context: s.ctx, Things: things, Choice: s.exportChoice(),
		Look: func(ctx context.Context, o export.Order) (export.Outgoing, error) {
			return export.Look(ctx, s.config.Desk.Library(), o)
		},
		Exists: func(path string) bool { _, err := os.Stat(path); return err == nil },
		Pick:   s.pickTarget,
		Send: func(o export.Order, path string, c send.Choice) {
			s.keepChoice(c)
			back()
			s.write(o, path)
		},
		Leave: back, Failed: s.fail,
	}))
}

// comeBack leads back to the screen in front now.
func (s *Shell) comeBack() func() {
	from := s.front
	if from == screen(s.shelf) {
		return s.toShelf
	}
	return func() {
		s.closePopup()
		s.show(from)
		if open, ok := from.(interface{ Changed(data.Change) }); ok { // it may have changed meanwhile
			open.Changed(data.Change{})
		}
	}
}

// exportChoice is what was chosen last. Private notes stay behind each time anew.
func (s *Shell) exportChoice() send.Choice {
	p := s.config.App.Preferences()
	c := send.Choice{Format: export.Format(p.String(keyExportFormat)), Page: export.PageSize(p.String(keyExportPage)),
		Folder: p.String(keyExportFolder), Level: data.Marking(p.String(keyExportLevel))}
	if !slices.Contains(export.Formats(), c.Format) {
		c.Format = export.PDF
	}
	c.Page = cmp.Or(c.Page, export.A4)
	for _, folder := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if c.Folder == "" || !isFolder(c.Folder) {
			c.Folder = folder
		}
	}
	return c
}

func (s *Shell) keepChoice(c send.Choice) {
	p := s.config.App.Preferences()
	p.SetString(keyExportFormat, string(c.Format))
	p.SetString(keyExportPage, string(c.Page))
	p.SetString(keyExportFolder, c.Folder)
	p.SetString(keyExportLevel, string(c.Level))
}

// pickTarget lets a person choose the folder that the file goes into.
func (s *Shell) pickTarget(from string, chosen func(string)) {
	pick := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if folder != nil {
			chosen(folder.Path())
		}
	}, s.window)
	if at, err := storage.ListerForURI(storage.NewFileURI(from)); err == nil {
		pick.SetLocation(at)
	}
	s.showDialog(pick)
}

// write writes an export as a job, then offers to open it.
func (s *Shell) write(o export.Order, path string) {
	o.Words, o.Fonts, o.Now = paperWords(), paperFonts(), time.Now()
	name := filepath.Base(path)
	title := lang.X("job.export", "Exporting “{{.Name}}”", map[string]any{"Name": name})
	s.jobs.Start(title, func(ctx context.Context, p *task.Progress) error {
		o.Progress = func(done, total int) { p.Set(done, total, "") }
		err := export.ToFile(path, func(out io.Writer) error {
			return export.Write(ctx, s.config.Desk.Library(), o, out)
		})
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return err
	}, func(err error) {
		if stopped := data.FaultOf(err); stopped != nil && stopped.Code == data.FaultStopped {
			s.tell(lang.L("Stopped. Nothing was written."))
			return
		}
		if err != nil {
			s.fail(err)
			return
		}
		s.notice.offer(lang.X("saved", "Saved as {{.Name}}", map[string]any{"Name": name}),
			choice{lang.L("Open"), func() { s.openOutside(path) }},
			choice{lang.L("Show in folder"), func() { s.openOutside(filepath.Dir(path)) }})
	})
}

// openOutside has the system open a file or a folder with its own program.
func (s *Shell) openOutside(path string) {
	where := &url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")} // "/C:/…" on Windows
	if err := s.config.App.OpenURL(where); err != nil {
		s.config.Log.Error("not opened", "path", path, "err", err)
		s.fail(&data.Fault{Code: data.FaultNotFound, Subject: filepath.Base(path), Err: err})
	}
}

// copyCitation puts the open or chosen report on the clipboard as a citation.
func (s *Shell) copyCitation() {
	r, ok := s.reading.Report(), s.front == screen(s.reading)
	if !ok {
		r, ok = s.shelf.Chosen()
	}
	if !ok {
		s.tell(lang.L("Choose a report first."))
		return
	}
	s.cite(r)
}

func (s *Shell) cite(r data.Report) {
	s.config.App.Clipboard().SetContent(export.Citation(r, paperWords()))
	s.tell(lang.L("Citation copied"))
}

// paperFonts are the faces that a PDF carries.
func paperFonts() export.Fonts {
	return export.Fonts{Serif: assets.ReadingRegular, SerifBold: assets.ReadingBold, Sans: assets.SansRegular, SansBold: assets.SansBold,
		Arabic: assets.ArabicRegular, ArabicBold: assets.ArabicBold, Hebrew: assets.HebrewRegular, HebrewBold: assets.HebrewBold, EastAsian: assets.EastAsian}
}

// paperWords are the words that an export adds, in the language of the screen.
func paperWords() export.Words {
	w := export.Words{
		Lang: lang.X("paper.lang", "en"), Lanes: map[data.Lane]string{}, Day: look.Day, Heads: tableHeads(),
		Reports: lang.L("Reports"), Text: lang.L("Text"), Sources: lang.L("Sources"), Undated: lang.L("undated"),
		Note: lang.L("Private note"), Paragraph: lang.L("paragraph %d"), AsOf: lang.L("as of %s; no longer in the library"),
		Corrected: lang.L("corrected since %s"), Moved: lang.L("brought in again since %s"),
		Renewed: lang.L("there is a newer version of this report"), Hedged: lang.L("hedged"), Strongly: lang.L("strongly hedged"),
	}
	for _, l := range data.Lanes() {
		w.Lanes[l] = look.LaneName(l)
	}
	return w
}

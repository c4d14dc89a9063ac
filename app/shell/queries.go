package shell

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"lectern/app/shelf"
	"lectern/app/task"
	"lectern/data"
	"lectern/data/search"
)

// pickQueries lets a person choose a list of searches to run at once.
func (s *Shell) pickQueries() {
	pick := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if file != nil {
			s.runQueries(file.URI().Name(), file)
		}
	}, s.window)
	pick.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".tsv", ".txt"}))
	s.showDialog(pick)
}

// runQueries answers a list of searches as a job, and shows what was found. What
// was answered before a person stopped it is shown too.
func (s *Shell) runQueries(name string, list io.ReadCloser) {
	lib := s.config.Desk.Library()
	var queries []string
	var all []search.Answered
	s.jobs.Start(lang.X("job.queries", "Running the searches of “{{.Name}}”", map[string]any{"Name": name}),
		func(ctx context.Context, p *task.Progress) (err error) {
			queries, err = search.Queries(list)
			if closed := list.Close(); err == nil {
				err = closed
			}
			if err != nil {
				return err
			}
			p.Set(0, len(queries), "")
			err = search.RunAll(ctx, lib, queries, shelf.HitsShown, func(a search.Answered) error {
				all = append(all, a)
				p.Set(len(all), len(queries), a.Typed)
				return nil
			})
			if ctx.Err() != nil {
				err = context.Cause(ctx)
			}
			return err
		}, func(err error) {
			if err != nil && (len(all) == 0 || data.FaultOf(err).Code != data.FaultStopped) {
				s.fail(err)
				return
			}
			if len(queries) == 0 {
				s.tell(lang.X("queries.none", "There are no searches in “{{.Name}}”: one a line is expected, in the first column or in one headed “query”.",
					map[string]any{"Name": name}))
				return
			}
			s.answered(shelf.AnswersConfig{
				Name: name, All: all, Asked: len(queries), Save: s.saveAs, Close: s.toShelf, Open: s.openQuery,
			})
		})
}

// answered shows the answers, or offers them where something else is in front.
func (s *Shell) answered(c shelf.AnswersConfig) {
	s.answers = func() { s.panelUp(shelf.NewAnswers(c)) }
	if s.front == screen(s.shelf) {
		s.answers()
		return
	}
	s.notice.show(lang.X("queries.done", "The searches of “{{.Name}}” are answered", map[string]any{"Name": c.Name}),
		true, lang.L("Show"), s.answers)
}

// showAnswers shows the answers to the last list again.
func (s *Shell) showAnswers() {
	switch {
	case s.answers == nil:
		s.tell(lang.L("No list of searches was run since Lectern was opened."))
	case s.unkept():
		s.tell(lang.L("Keep or cancel what is in front first."))
	default:
		s.answers()
	}
}

// openQuery shows one search of a list, and all it finds, in the library.
func (s *Shell) openQuery(query string) {
	s.toShelf()
	s.shelf.Recall(query)
}

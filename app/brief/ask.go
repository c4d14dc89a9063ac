package brief

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/data"
	"lectern/data/library"
)

// AskConfig is what adding to a brief needs. Its functions are called on the UI
// goroutine.
type AskConfig struct {
	Context context.Context
	Library *library.Library
	Changes *task.Line
	Popup   func(body fyne.CanvasObject)                                          // shows the form over what is in front
	Fit     func()                                                                // the form has another size
	Close   func()                                                                // takes the form away
	Menu    func(items []*fyne.MenuItem, at fyne.Position)                        // shows a menu at a place on the canvas
	Roomy   func(width, height float32, body fyne.CanvasObject) fyne.CanvasObject // a size at 100 %, no larger than the window
	Added   func(Added)
	Failed  func(error)

	Brief data.BriefID // proposed first; 0 for the one changed last
	Fixed bool         // in that brief, at At: neither is asked
	Quick bool         // not asked at all, where Brief is there and nothing has to be confirmed
	At    int          // where in it; below 0 at its end
}

// Added says what was put where.
type Added struct {
	Brief data.BriefID
	Step  data.StepID // the first of them; 0 where the brief was made with it
	Title string      // of the brief
	Made  bool        // the brief is new
}

// Ask looks a matter up and asks how it is to be added.
func Ask(c AskConfig, m Matter) {
	task.Load(task.NewSlot(c.Context), func(ctx context.Context) (proposal, error) {
		return find(ctx, c.Library, m, time.Now())
	}, func(p proposal, err error) {
		if err != nil {
			c.Failed(err)
			return
		}
		f := newForm(c, p)
		if c.Quick && f.into >= 0 && p.briefs[f.into].ID == c.Brief && (f.step().Kind != data.StatementStep || len(f.ticks.all) == 0) {
			f.do()
			return
		}
		c.Popup(f.content)
		f.focus()
		task.After(60*time.Millisecond, f.focus) // once it is drawn; before, a window does not know where it belongs
	})
}

// put puts steps into a brief, or makes a brief of them where into is 0.
func (c AskConfig) put(into data.Brief, steps []data.BriefStep, at int) {
	task.Change(c.Changes, func(ctx context.Context) (a Added, err error) {
		a = Added{Brief: into.ID, Title: into.Title, Made: into.ID == 0}
		if a.Made {
			into.Steps = steps
			a.Brief, err = c.Library.AddBrief(ctx, into)
			return a, err
		}
		a.Step, err = c.Library.PutSteps(ctx, into.ID, steps, at)
		return a, err
	}, func(a Added, err error) {
		if err != nil {
			c.Failed(err)
			return
		}
		c.Added(a)
	})
}

package shell

import (
	"context"

	"lectern/app/look"
	"lectern/app/task"
)

// findFonts looks where the system has its fonts before words come that need them.
func (s *Shell) findFonts() {
	task.Load(task.NewSlot(s.ctx), func(context.Context) (struct{}, error) {
		look.FindFonts()
		return struct{}{}, nil
	}, func(struct{}, error) {})
}

package main

import (
	"strings"

	"lectern/data/library"
)

// themesCommand lists the themes.
type themesCommand struct {
	JSON bool `name:"json" help:"One JSON object a theme."`
}

type wireTheme struct {
	Name    string   `json:"name"`
	Reports int      `json:"reports"` // that touch it
	Phrases []string `json:"phrases"`
}

// Run prints every theme with the number of reports that touch it.
func (c *themesCommand) Run(s *session) error {
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	all, err := d.Library().Themes(s.ctx)
	if err != nil {
		return err
	}
	out := s.lines()
	for _, t := range all {
		n, err := d.Library().Count(s.ctx, library.Filter{Theme: t.Name})
		if err != nil {
			return out.close(err)
		}
		if c.JSON {
			err = out.object(wireTheme{t.Name, n, append([]string{}, t.Phrases...)})
		} else {
			err = out.line("%d\t%s\t%s", n, t.Name, strings.Join(t.Phrases, ", "))
		}
		if err != nil {
			return err
		}
	}
	return out.close(nil)
}

package shell

import (
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/page"
)

// showAbout tells version, library and credits.
func (s *Shell) showAbout() {
	credits := page.New()
	credits.SetLook(page.Look{
		Size: look.Current().Size("text"), Leading: 1.45, Margin: 4,
		Colours: page.Colours{Ink: look.Current().Palette.Ink, Bar: look.Current().Palette.Dim},
	})
	credits.SetBlocks(creditBlocks(s.config.Notices))
	head := container.NewVBox(
		ui.NewLine(ui.Title, "Lectern"),
		ui.NewLine(ui.Plain, lang.X("about.version", "Version {{.Version}} · MIT licence", map[string]any{"Version": s.config.Version})),
		ui.NewShortLine(ui.Quiet, lang.X("about.library", "Library: {{.Path}}", map[string]any{"Path": s.config.Desk.Library().Path()})),
		ui.NewShortLine(ui.Quiet, lang.L("Lectern opens no network connection, ever.")),
		ui.Space(8), ui.NewLine(ui.Section, lang.L("Credits")),
	)
	s.openPopup(container.NewBorder(head, nil, nil, nil, s.roomy(600, 380, credits)), nil)
}

// creditBlocks sets the notices, which are plain paragraphs, lists and headings
// in Markdown.
func creditBlocks(notices string) []page.Block {
	var blocks []page.Block
	base := 0
	for line := range strings.Lines(notices) {
		b := page.Block{Key: len(blocks), Base: base, Text: line}
		base += len(line)
		line = strings.TrimSpace(line)
		b.Text = line
		switch {
		case line == "":
			continue
		case line[0] == '#':
			b.Kind = page.Heading
			b.Text = strings.TrimLeft(line, "# ")
		case line[0] == '-' || line[0] == '*':
			b.Kind = page.Item
			b.Text = strings.TrimLeft(line, "-* ")
		}
		blocks = append(blocks, b)
	}
	return blocks
}

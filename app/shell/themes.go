package shell

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// showThemes opens the list of themes, each of which can be edited.
func (s *Shell) showThemes() {
	task.Load(s.opener, s.config.Desk.Library().Themes, func(all data.Themes, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		list := ui.Column(1, 300)
		for _, t := range all {
			list.Add(container.NewHBox(ui.NewButton(ui.Bare, look.ThemeName(t.Name), "", func() { s.editTheme(t, all) })))
		}
		s.openPopup(ui.Column(6, 320, ui.NewLine(ui.Heading, lang.L("Themes")),
			s.roomy(320, 340, ui.WithoutShadow(container.NewVScroll(list))),
			container.NewHBox(layout.NewSpacer(),
				ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), func() { s.closePopup() }),
				ui.NewButton(ui.Strong, lang.L("New theme"), "", func() { s.editTheme(data.Theme{}, all) }))), nil)
	})
}

// editTheme opens the panel in which a theme is named and given its phrases. A
// theme without an ID is a new one.
func (s *Shell) editTheme(t data.Theme, all data.Themes) {
	f := newThemeForm(t)
	f.keep = func() {
		changed := f.theme()
		switch {
		case changed.Name == "":
			f.wrong.Set(ui.Alert, lang.L("Please give it a name."))
			return
		case slices.ContainsFunc(all, func(o data.Theme) bool {
			return o.ID != t.ID && (o.Name == changed.Name || look.ThemeName(o.Name) == changed.Name)
		}):
			f.wrong.Set(ui.Alert, lang.L("Another theme has this name."))
			return
		}
		s.closePopup()
		s.changeTheme(func(ctx context.Context) error {
			if t.ID != 0 {
				return s.config.Desk.Library().ChangeTheme(ctx, changed)
			}
			_, err := s.config.Desk.Library().AddTheme(ctx, changed)
			return err
		}, lang.L("Theme kept"))
	}
	buttons := container.NewHBox(layout.NewSpacer(),
		ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), func() { s.closePopup() }),
		ui.NewButton(ui.Strong, lang.L("Keep"), "", func() { f.keep() }))
	if t.ID != 0 {
		remove := ui.NewButton(ui.Outlined, lang.L("Remove"), "", func() {
			s.closePopup()
			s.changeTheme(func(ctx context.Context) error {
				return s.config.Desk.Library().RemoveTheme(ctx, t.ID)
			}, lang.L("Theme removed"))
		})
		buttons.Objects = append([]fyne.CanvasObject{remove}, buttons.Objects...)
	}
	for _, field := range []*ui.Field{f.name, f.phrases} {
		field.OnEscape, field.OnConfirm = func() { s.closePopup() }, func() { f.keep() }
	}
	s.openPopup(ui.Column(3, 460, ui.NewLine(ui.Heading, lang.L("Theme")), ui.Space(6),
		ui.NewLine(ui.Section, lang.L("Name")), f.name,
		ui.NewLine(ui.Section, lang.L("Words and phrases, a line each")), f.phrases,
		ui.NewLine(ui.Quiet, lang.L("A star stands for any ending: guarantee*")),
		f.wrong, buttons), nil)
	s.window.Canvas().Focus(f.name)
}

// changeTheme makes a change of themes and says that it was made. Reports are
// looked through again once the library tells of it.
func (s *Shell) changeTheme(change func(context.Context) error, said string) {
	task.Change(s.changes, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, change(ctx)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.say(said)
	})
}

// themeForm is where a theme is typed.
type themeForm struct {
	was           data.Theme
	name, phrases *ui.Field
	wrong         *ui.Line
	keep          func()
}

func newThemeForm(t data.Theme) *themeForm {
	f := &themeForm{
		was: t, wrong: ui.NewShortLine(ui.Alert, ""),
		name: ui.NewField(lang.L("What it is called")), phrases: ui.NewField(""),
	}
	f.name.SetText(look.ThemeName(t.Name))
	f.phrases.MultiLine = true
	f.phrases.SetMinRowsVisible(9)
	f.phrases.SetText(strings.Join(t.Phrases, "\n"))
	return f
}

// theme is what the form says now. A name that was only shown in another
// language stays as it is kept.
func (f *themeForm) theme() data.Theme {
	t := data.Theme{ID: f.was.ID, Name: strings.TrimSpace(f.name.Text), Phrases: data.CleanPhrases(strings.Split(f.phrases.Text, "\n"))}
	if t.Name == look.ThemeName(f.was.Name) {
		t.Name = f.was.Name
	}
	return t
}

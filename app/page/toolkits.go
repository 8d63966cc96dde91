package page

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
)

// toolkits lists the toolkits that come with Kring and prints them.
type toolkits struct {
	simple
	env *Env
}

func newToolkits(env *Env) Page {
	p := &toolkits{env: env}
	p.simple = newSimple(title(env.Loc.T("nav.toolkits")))
	return p
}

// Update implements Page.
func (p *toolkits) Update() { refresh(p.env, paper.Toolkits, p.update) }

func (p *toolkits) update(kits []paper.Toolkit) {
	out := []fyne.CanvasObject{words(p.env.Loc.T("toolkits.about"))}
	for _, k := range kits {
		out = append(out, p.line(k))
	}
	p.show(out...)
}

func (p *toolkits) line(k paper.Toolkit) fyne.CanvasObject {
	name := widget.NewLabel(k.Title)
	name.TextStyle.Bold = true
	pdf := widget.NewButton(p.env.Loc.T("toolkits.pdf"), func() {
		p.env.save(k.File+".pdf", func(w io.Writer) error { return paper.PrintToolkit(w, k) })
	})
	png := low(p.env.Loc.T("toolkits.png"), func() {
		p.env.save(k.File+".png", func(w io.Writer) error { return paper.PictureToolkit(w, k) })
	})
	return card(container.NewBorder(nil, nil, nil, container.NewHBox(pdf, png), container.NewVBox(name, quiet(k.Theme))))
}

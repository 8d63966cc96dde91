package page

import (
	"image"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/export"
)

// toolkits shows the toolkits that come with Kring as the pages that print.
type toolkits struct {
	turns
	env    *Env
	object fyne.CanvasObject
	kits   []paper.Toolkit
	chosen int
	side   *fyne.Container
	pages  *fyne.Container
	layout *choice
	size   *choice
}

func newToolkits(env *Env) Page {
	p := &toolkits{env: env, side: column(gapCards), pages: column(gapCards)}
	p.layout = newChoice(env.Loc.T, "layout.", strs(export.Layouts()), string(export.Subtitles))
	p.size = newChoice(env.Loc.T, "textsize.", []string{"normal", "large", "huge"}, "normal")
	p.layout.sel.OnChanged = func(string) { p.Update() }
	p.size.sel.OnChanged = func(string) { p.Update() }
	body := container.NewBorder(nil, nil, container.New(fixedWidth(280), container.NewVScroll(scrolled(p.side))), nil, container.NewVScroll(scrolled(p.pages)))
	p.object = under(title(env.Loc.T("nav.toolkits")), body)
	return p
}

// Object implements Page.
func (p *toolkits) Object() fyne.CanvasObject { return p.object }

// textSizes are in points.
var textSizes = map[string]float64{"normal": 11, "large": 14, "huge": 18}

func (p *toolkits) options() export.Options {
	return export.Options{Layout: export.Layout(p.layout.id()), TextSize: textSizes[p.size.id()]}
}

type kitPages struct {
	kits     []paper.Toolkit
	pictures []image.Image
}

// Update implements Page.
func (p *toolkits) Update() {
	chosen, o := p.chosen, p.options()
	refresh(p.env, &p.turns, func() (kitPages, error) { return fetchKit(chosen, o) }, p.update)
}

// previewScale is pixels per point of the pages on the screen.
const previewScale = 1.5

func fetchKit(chosen int, o export.Options) (kitPages, error) {
	var d kitPages
	var err error
	if d.kits, err = paper.Toolkits(); err != nil || chosen >= len(d.kits) {
		return d, err
	}
	pages, err := export.LayOut(d.kits[chosen].Doc, o)
	for _, page := range pages {
		d.pictures = append(d.pictures, page.Picture(previewScale))
	}
	return d, err
}

func (p *toolkits) update(d kitPages) {
	p.kits = d.kits
	p.side.Objects = []fyne.CanvasObject{quiet(p.env.Loc.T("toolkits.about"))}
	for i, k := range d.kits {
		p.side.Add(p.kit(i, k))
	}
	p.side.Refresh()
	p.pages.Objects = nil
	for _, picture := range d.pictures {
		p.pages.Add(pagePicture(picture))
	}
	p.pages.Refresh()
}

// pagePicture is one page on the screen, on a sheet of its own.
func pagePicture(picture image.Image) fyne.CanvasObject {
	img := canvas.NewImageFromImage(picture)
	img.FillMode, img.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	w := float32(420)
	img.SetMinSize(fyne.NewSize(w, w*float32(picture.Bounds().Dy())/float32(picture.Bounds().Dx())))
	return kwidget.NewPanel(container.NewCenter(img))
}

func (p *toolkits) kit(i int, k paper.Toolkit) fyne.CanvasObject {
	loc := p.env.Loc
	lines := []fyne.CanvasObject{column(gapLines, name(k.Title), quiet(k.Theme))}
	if i != p.chosen {
		show := kwidget.NewButton(loc.T("common.show"), nil, func() { p.chosen = i; p.Update() })
		return card(append(lines, container.NewHBox(show))...)
	}
	pdf := primary(loc.T("toolkits.pdf"), func() {
		o := p.options()
		p.env.save(k.File+".pdf", func(w io.Writer) error { return paper.Print(w, k.Doc, o) })
	})
	png := kwidget.NewButton(loc.T("toolkits.png"), nil, func() {
		o := p.options()
		p.env.save(k.File+".png", func(w io.Writer) error { return paper.Picture(w, k.Doc, o) })
	})
	return card(append(lines,
		column(gapLines, caption(loc.T("toolkits.languages")), p.layout.sel),
		column(gapLines, caption(loc.T("toolkits.letters")), p.size.sel), pdf, png)...)
}

// fixedWidth gives its one object a width of its own.
type fixedWidth float32

// Layout implements fyne.Layout.
func (fixedWidth) Layout(objects []fyne.CanvasObject, s fyne.Size) { objects[0].Resize(s) }

// MinSize implements fyne.Layout.
func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), objects[0].MinSize().Height)
}

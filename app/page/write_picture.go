package page

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/people"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/export"
)

// drawings are the names of the files of those that come with Kring.
func drawings() []string {
	names, err := fs.Glob(assets.Drawings(), "*.svg")
	if err != nil {
		panic(err) // a wrong pattern in this file
	}
	return names
}

// pictureName is what a picture is called: a drawing of Kring by what it shows.
func (e *Env) pictureName(file string) string {
	if slices.Contains(drawings(), file) {
		return e.Loc.T("drawing." + strings.TrimSuffix(file, ".svg"))
	}
	return e.Loc.T("write.ownpicture")
}

// picture shows which picture the block in hand has, and the way to another one.
func (h *writeHand) picture(b bilingual.Block) fyne.CanvasObject {
	loc := h.page.env.Loc
	h.other = kwidget.NewButton(loc.T("write.otherpicture"), nil, h.page.choosePicture)
	wide := kwidget.NewCheck(loc.T("write.wide"), nil)
	wide.Checked = b.Wide
	wide.OnChanged = func(on bool) {
		h.block.Wide = on
		h.typed = false
		blocks := h.now()
		h.page.write(h.held, book.Writing{Blocks: blocks})
	}
	shown := thumbnail(64)
	h.page.env.showPicture(shown, h.page.bookID, b.Path)
	return column(gapLines, caption(loc.T("write.caption")), container.NewBorder(nil, nil, shown, container.NewCenter(h.other), halfway(inLine(h.page.env.pictureName(b.Path)))), wide)
}

// toPictures is what asks for a picture of the block in hand, where the keyboard comes back to
// when none was chosen, or one that is none: Enter asks again.
func (h *writeHand) toPictures() fyne.Focusable {
	if h.block.Kind == bilingual.Image {
		return h.other
	}
	return h.kind.sel
}

func thumbnail(side float32) *canvas.Image {
	i := canvas.NewImageFromResource(nil)
	i.FillMode = canvas.ImageFillContain
	i.SetMinSize(fyne.NewSquareSize(side))
	return i
}

// showPicture has an image show a picture of a text, or a drawing of Kring.
func (e *Env) showPicture(i *canvas.Image, bookID, file string) {
	data, ok := e.Books.Picture(bookID, file)
	if !ok {
		data, _ = fs.ReadFile(assets.Drawings(), path.Clean(file)) // one that is nowhere shows as nothing
	}
	i.Resource = nil
	if len(data) > 0 {
		i.Resource = fyne.NewStaticResource(file, data)
	}
	i.Refresh()
}

// pictureSheet is where a drawing is chosen, or a picture of one's own.
type pictureSheet struct {
	page   *writePage
	dialog *kwidget.Dialog
	search *kwidget.Field
	list   *kwidget.List
	none   *kwidget.BidiLabel // said where nothing is found
	all    []string
	shown  []string
}

// choosePicture asks which picture the block in hand is to show.
func (p *writePage) choosePicture() {
	if p.hand.held == nil {
		return
	}
	loc := p.env.Loc
	s := &pictureSheet{page: p, all: drawings(), search: kwidget.NewField("")}
	slices.SortFunc(s.all, func(a, b string) int { return p.env.Compare(p.env.pictureName(a), p.env.pictureName(b)) })
	s.search.SetPlaceHolder(loc.T("write.searchpicture"))
	s.search.OnChanged = func(string) { s.narrow() }
	s.list = kwidget.NewList(func() int { return len(s.shown) }, s.line, s.fill, func(i int) { s.take(s.shown[i]) })
	s.list.OnEscape = s.leave
	s.none = words(loc.T("write.nopicture"))
	own := kwidget.NewButton(loc.T("write.ownfile"), nil, s.own)
	no := kwidget.NewButton(loc.T("common.cancel"), nil, s.leave)
	own.OnEscape, no.OnEscape = s.leave, s.leave
	foot := container.NewHBox(own, layout.NewSpacer(), no)
	found := container.NewStack(s.list, container.NewVBox(s.none))
	body := container.New(layout.NewBorderLayout(s.search, foot, nil, nil), s.search, found, foot) // Tab goes in this order
	s.dialog = kwidget.ShowDialog(loc.T("write.whichpicture"), body, fyne.NewSize(560, 560), p.env.Window)
	s.search.OnEscape = s.leave
	s.search.OnSubmitted = func(string) {
		if len(s.shown) == 1 {
			s.take(s.shown[0])
			return
		}
		p.env.Window.Canvas().Focus(s.list)
	}
	s.search.OnDown = func() { p.env.Window.Canvas().Focus(s.list) }
	s.narrow()
	p.env.Window.Canvas().Focus(s.search)
}

func (s *pictureSheet) leave() {
	s.dialog.Hide()
	s.page.env.Window.Canvas().Focus(s.page.hand.toPictures())
}

func (s *pictureSheet) narrow() {
	s.shown = nil
	q := people.Fold(s.search.Text)
	for _, name := range s.all {
		if q == "" || strings.Contains(people.Fold(s.page.env.pictureName(name)), q) {
			s.shown = append(s.shown, name)
		}
	}
	s.none.Hidden = len(s.shown) > 0
	s.none.Refresh()
	s.list.Refresh()
}

// line is an empty line of the list: a drawing, and what it shows.
func (s *pictureSheet) line() fyne.CanvasObject {
	return listLine(container.NewBorder(nil, nil, thumbnail(72), nil, halfway(inLine(""))))
}

func (s *pictureSheet) fill(i int, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	parts[0].(*fyne.Container).Objects[1].(*kwidget.BidiLabel).SetText(s.page.env.pictureName(s.shown[i]))
	s.page.env.showPicture(parts[1].(*canvas.Image), "", s.shown[i])
}

// take gives the block in hand a drawing.
func (s *pictureSheet) take(name string) {
	s.leave()
	s.page.show(name, nil)
}

// own asks for a file.
func (s *pictureSheet) own() {
	p := s.page
	s.leave()
	p.env.files().Open(p.env.Loc.T("write.ownfile"), []string{".png", ".jpg", ".jpeg", ".svg", ".webp"}, p.bring)
}

// bring gives the block in hand the picture in a file; that block, also where somebody went on to
// another while a large one was read. What is wrong with it is said, and nothing changes.
func (p *writePage) bring(file string) {
	env, held := p.env, p.hand.held
	env.Shell.Say(env.Loc.T("write.reading"))
	go func() {
		data, ext, err := readOwn(file)
		env.OnUI(func() {
			env.Shell.Say("") // it was read
			switch {
			case err != nil:
				env.Shell.Fail(err)
			case !p.closed:
				p.backTo(held)
				name := vault.NewID() + ext
				p.show(name, map[string][]byte{name: data})
			}
		})
	}()
}

// backTo takes a block in hand again that somebody left; where it is gone, a new one after what is
// in hand.
func (p *writePage) backTo(x *heldBlock) {
	if x == nil || p.hand.held == nil || p.hand.held == x {
		return
	}
	p.hand.keep()
	if at := p.index(x.id); at >= 0 {
		p.take(at)
		return
	}
	p.new(p.hand.held, bilingual.Block{}, "")
}

// mostOfFile is how much of a file is read: a little more than a picture may be.
const mostOfFile = 21 << 20

// readOwn reads a picture, as small as still prints well.
func readOwn(file string) (data []byte, ext string, err error) {
	f, err := os.Open(filepath.Clean(file))
	if err != nil {
		return nil, "", fmt.Errorf("opening the picture: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	if data, err = io.ReadAll(io.LimitReader(f, mostOfFile)); err != nil {
		return nil, "", fmt.Errorf("reading the picture: %w", err)
	}
	return export.KeepPicture(file, data)
}

// show makes the block in hand a picture; its words become what stands under it. A block that
// has words of its own and is no picture stays, and the picture comes after it.
func (p *writePage) show(name string, pictures map[string][]byte) {
	h := p.hand
	if h.held == nil {
		return
	}
	if h.block.Kind != bilingual.Image && len(book.Pieces(h.field.Text)) > 0 {
		h.keep()
		p.new(h.held, bilingual.Block{}, "")
	}
	b := asKind(h.block, "image")
	b.Path = name
	if pieces := book.Pieces(h.field.Text); len(pieces) > 0 {
		b.Text = pieces[0]
	}
	h.stop()
	h.typed = false
	h.block = b
	h.fill(b.Text, b.Path)
	h.kind.show("image")
	p.write(h.held, book.Writing{Blocks: []bilingual.Block{b}, Pictures: pictures})
	h.show()
	p.narrow()
	p.env.Window.Canvas().Focus(h.first())
}

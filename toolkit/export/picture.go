package export

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // formats that a text may name
	"image/jpeg"
	_ "image/png"
	"io"
	"io/fs"
	"math"
	"path"
	"strings"

	"kring/toolkit/bilingual"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// picture is an image at a size on paper. It is art above its caption.
type picture struct {
	w, h    float64
	image   image.Image
	drawing *drawing // instead of an image
	jpeg    []byte   // the file as it was, where a PDF can hold it as it is; else nil
	gray    bool
	center  float64 // the width within which it stands in the middle
}

// What a picture may be: a file of 20 MB or 50 million pixels takes a laptop seconds and
// most of its memory.
const (
	maxPictureFile   = 20 << 20
	maxPicturePixels = 50_000_000
)

var (
	errPictureSize = errors.New("the picture is too large")
	errNoDots      = errors.New("the picture has no dots")
	errNoFiles     = errors.New("the text came without its pictures")
)

// picture reads the picture of a block. What is wrong with it becomes a problem, and
// the caption prints alone.
func (l *flow) picture(b bilingual.Block) art {
	seen := sized{b.Path, b.Wide, l.width}
	if p, known := l.known[seen]; known { // one that stands there again is written once
		return p
	}
	p, err := l.fitted(b, seen)
	if err != nil {
		code := bilingual.BadPicture
		switch {
		case errors.Is(err, errPictureSize):
			code = bilingual.HugePicture
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid), errors.Is(err, errNoFiles):
			code = bilingual.NoPicture
		}
		l.problems = append(l.problems, bilingual.Problem{Line: b.Line, Code: code, Text: b.Path})
		return nil
	}
	if !b.Wide && l.pictures > 0 {
		p.w, p.h = p.w*l.pictures, p.h*l.pictures
	}
	if l.known == nil {
		l.known = map[sized]*picture{}
	}
	l.known[seen] = p
	return p
}

// readPicture reads a file of PNG, JPEG, GIF, WebP or SVG within a folder.
func readPicture(files fs.FS, name string) (*picture, error) {
	if files == nil {
		return nil, errNoFiles
	}
	f, err := files.Open(path.Clean(strings.ReplaceAll(name, "\\", "/")))
	if err != nil {
		return nil, fmt.Errorf("opening the picture: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	drawn := strings.EqualFold(path.Ext(name), ".svg")
	most := maxPictureFile
	if drawn {
		most = maxDrawingFile
	}
	data, err := io.ReadAll(io.LimitReader(f, int64(most)+1))
	if err != nil {
		return nil, fmt.Errorf("reading the picture: %w", err)
	}
	if len(data) > most {
		return nil, errPictureSize
	}
	if drawn {
		d, err := readDrawing(data)
		if err != nil {
			return nil, fmt.Errorf("reading the picture: %w", err)
		}
		return &picture{drawing: d}, nil
	}
	return readPixels(data)
}

// readPixels reads a picture that is no drawing.
func readPixels(data []byte) (*picture, error) {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the picture: %w", err)
	}
	if c.Width*c.Height > maxPicturePixels {
		return nil, errPictureSize
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the picture: %w", err)
	}
	if img.Bounds().Empty() { // of a GIF the frame, whatever its head says
		return nil, fmt.Errorf("reading the picture: %w", errNoDots)
	}
	p := &picture{image: img}
	switch img.(type) {
	case *image.YCbCr:
		p.keepJPEG(format, data)
	case *image.Gray:
		p.gray = true
		p.keepJPEG(format, data)
	}
	return p, nil
}

func (p *picture) keepJPEG(format string, data []byte) {
	if format == "jpeg" {
		p.jpeg = data
	}
}

// natural is how many pixels a picture has to an inch where there is room.
const natural = 150.0

// sharp is how many pixels to an inch print well; more only make the file large.
const sharp = 300.0

// fit gives the picture its size on paper, never larger than it looks good.
func (p *picture) fit(width, height float64) {
	if p.drawing != nil {
		p.fitDrawing(width, height)
		return
	}
	b := p.image.Bounds()
	p.w, p.h = float64(b.Dx())*72/natural, float64(b.Dy())*72/natural
	k := min(1, width/p.w, height/p.h)
	p.w, p.h, p.center = p.w*k, p.h*k, width
	if k >= natural/sharp {
		return
	}
	small := image.NewNRGBA(image.Rect(0, 0, int(math.Ceil(p.w*sharp/72)), int(math.Ceil(p.h*sharp/72))))
	draw.CatmullRom.Scale(small, small.Bounds(), p.image, b, draw.Src, nil)
	photo := p.jpeg != nil
	p.image, p.jpeg, p.gray = small, nil, false
	if photo {
		p.compress(small)
	}
}

// compress makes a photograph a JPEG again.
func (p *picture) compress(img image.Image) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 88}); err == nil {
		p.jpeg = b.Bytes()
	}
}

func (p *picture) width() float64  { return p.center }
func (p *picture) height() float64 { return p.h }

func (p *picture) draw(page *Page, x, y float64) {
	page.marks = append(page.marks, mark{x: x + (p.center-p.w)/2, y: y, w: p.w, h: p.h, picture: p})
}

// alpha is how much of the paper each pixel covers; nil for all of it.
func (p *picture) alpha() []byte {
	if opaque, ok := p.image.(interface{ Opaque() bool }); ok && opaque.Opaque() {
		return nil
	}
	b := p.image.Bounds()
	mask := image.NewAlpha(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(mask, mask.Bounds(), p.image, b.Min, draw.Src)
	return mask.Pix
}

// samples are the picture's colours, three bytes to a pixel, rows from the top.
func (p *picture) samples() []byte {
	b := p.image.Bounds()
	straight := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(straight, straight.Bounds(), p.image, b.Min, draw.Src)
	out := make([]byte, 0, b.Dx()*b.Dy()*3)
	for i := 0; i < len(straight.Pix); i += 4 {
		out = append(out, straight.Pix[i:i+3]...)
	}
	return out
}

// object writes the picture as an image XObject (ISO 32000-1, 8.9.5), a drawing as outlines.
func (p *picture) object(d *pdf) (int, error) {
	if p.drawing != nil {
		return p.drawing.form(d)
	}
	b := p.image.Bounds()
	space := "/DeviceRGB"
	if p.gray && p.jpeg != nil {
		space = "/DeviceGray"
	}
	head := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8", b.Dx(), b.Dy(), space)
	if p.jpeg != nil {
		return d.add("<<%s/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream", head, len(p.jpeg), p.jpeg), nil
	}
	if mask := p.alpha(); mask != nil {
		n, err := d.stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8", b.Dx(), b.Dy()), mask)
		if err != nil {
			return 0, err
		}
		head += fmt.Sprintf("/SMask %d 0 R", n)
	}
	return d.stream(head, p.samples())
}

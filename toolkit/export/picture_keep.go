package export

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"path"
	"strings"

	"golang.org/x/image/draw"
)

// What can be wrong with a picture that somebody chose.
var (
	ErrPicture     = errors.New("no picture that can be printed")
	ErrPictureSize = errPictureSize
)

// keepWide is how many pixels across a picture is kept: sharp print over the width of A4.
const keepWide = 1940

// KeepPicture checks a picture that somebody chose, and makes it as small as still prints well.
// It gives the bytes to keep, and the extension of what they are.
func KeepPicture(name string, data []byte) ([]byte, string, error) {
	if strings.EqualFold(path.Ext(name), ".svg") {
		if len(data) > maxDrawingFile {
			return nil, "", fmt.Errorf("a drawing of %d bytes: %w", len(data), ErrPictureSize)
		}
		if _, err := readDrawing(data); err != nil {
			return nil, "", fmt.Errorf("%w: %w", ErrPicture, err)
		}
		return data, ".svg", nil
	}
	if len(data) > maxPictureFile {
		return nil, "", fmt.Errorf("a picture of %d bytes: %w", len(data), ErrPictureSize)
	}
	p, err := readPixels(data)
	if errors.Is(err, errPictureSize) {
		return nil, "", err
	}
	if err != nil {
		return nil, "", fmt.Errorf("%w: %w", ErrPicture, err)
	}
	return p.smaller(data)
}

// ShrinkPicture makes a picture that came with a text as small as still prints well, where it is
// larger than that. One that is not, a drawing, and what is no picture stay as they are.
func ShrinkPicture(name string, data []byte) ([]byte, string) {
	ext := strings.ToLower(path.Ext(name))
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || max(c.Width, c.Height) <= keepWide {
		return data, ext
	}
	small, kind, err := KeepPicture(name, data)
	if err != nil || len(small) >= len(data) {
		return data, ext
	}
	return small, kind
}

// smaller makes a picture as wide as is kept, as a photograph where it was one.
func (p *picture) smaller(data []byte) ([]byte, string, error) {
	b := p.image.Bounds()
	_, photo := p.image.(*image.YCbCr)
	if p.jpeg != nil && max(b.Dx(), b.Dy()) <= keepWide {
		return data, ".jpg", nil
	}
	k := min(1, float64(keepWide)/float64(max(b.Dx(), b.Dy(), 1)))
	small := image.NewNRGBA(image.Rect(0, 0, max(int(float64(b.Dx())*k), 1), max(int(float64(b.Dy())*k), 1)))
	draw.CatmullRom.Scale(small, small.Bounds(), p.image, b, draw.Src, nil)
	var out bytes.Buffer
	if photo {
		err := jpeg.Encode(&out, small, &jpeg.Options{Quality: 88})
		return out.Bytes(), ".jpg", err //nolint:wrapcheck // into memory
	}
	err := png.Encode(&out, small)
	return out.Bytes(), ".png", err //nolint:wrapcheck // into memory
}

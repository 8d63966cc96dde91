package export

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"testing"
	"time"
)

// seedPictures are small pictures of each format that can be written here, and a WebP of one dot.
func seedPictures(f *testing.F) (out [][]byte) {
	f.Helper()
	img := image.NewPaletted(image.Rect(0, 0, 9, 7), color.Palette{color.Black, color.White, color.Transparent})
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return png.Encode(b, img) },
		func(b *bytes.Buffer) error { return gif.Encode(b, img, nil) },
		func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) },
		func(b *bytes.Buffer) error { return png.Encode(b, image.NewNRGBA64(image.Rect(0, 0, 3, 3))) },
		func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewGray(image.Rect(0, 0, 20, 20)), nil) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			f.Fatal(err)
		}
		out = append(out, b.Bytes())
	}
	return append(out, []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"))
}

// FuzzPicture reads what is, or says that it is, a picture. It is refused or read, within the
// time and the memory that a laptop has.
func FuzzPicture(f *testing.F) {
	for _, b := range seedPictures(f) {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		readHostile(t, data)
	})
}

// readHostile reads a picture, and makes of one that is read what a PDF needs.
func readHostile(t *testing.T, data []byte) error {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	p, err := readPixels(data)
	if err == nil && p.image.Bounds().Dx()*p.image.Bounds().Dy() <= 1<<20 {
		p.fit(400, 600)
		if len(p.samples()) == 0 {
			t.Error("a picture without a dot")
		}
		p.alpha()
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if more := after.TotalAlloc - before.TotalAlloc; more > 1<<30 || took > 20*time.Second {
		t.Errorf("%d bytes took %d MB and %v", len(data), more>>20, took)
	}
	return err
}

package paper_test

import (
	"bytes"
	"context"
	"image"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand"
	"path/filepath"
	"testing"

	"kring/app/paper"
)

// noisy is a picture that no file makes small.
func noisy(w, h int) *image.Paletted {
	pic := image.NewPaletted(image.Rect(0, 0, w, h), palette.Plan9)
	rand.New(rand.NewSource(1)).Read(pic.Pix)
	return pic
}

// Large pictures of a text are kept as small as still prints well, under a name that says what
// they are; two that would have the same name stay apart.
func TestPicturesOfATextAreMadeSmaller(t *testing.T) {
	var photo, moving, small bytes.Buffer
	pic := noisy(4000, 3000)
	for _, err := range []error{
		jpeg.Encode(&photo, pic, &jpeg.Options{Quality: 95}), gif.Encode(&moving, pic, nil), png.Encode(&small, noisy(30, 20)),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	writeAll(t, dir, map[string][]byte{
		"boek.md":  []byte("# Boom\n\n![a](foto.jpg)\n\n![b](foto.gif)\n\n![c](foto.png)\n\n![b](foto.gif)\n"),
		"foto.jpg": photo.Bytes(), "foto.gif": moving.Bytes(), "foto.png": small.Bytes(),
	})
	in, err := paper.ReadIncoming(context.Background(), filepath.Join(dir, "boek.md"))
	if err != nil || len(in.NotUnderstood) > 0 {
		t.Fatal(err, in.NotUnderstood)
	}
	var kept []string
	for _, b := range in.Doc.Blocks[1:] {
		kept = append(kept, b.Path)
		c, kind, err := image.DecodeConfig(bytes.NewReader(in.Pictures[b.Path]))
		if err != nil || c.Width > 1940 || c.Height > 1940 || "."+kind != map[string]string{".jpg": ".jpeg"}[filepath.Ext(b.Path)] && "."+kind != filepath.Ext(b.Path) {
			t.Errorf("%s: %v, %s of %d×%d", b.Path, err, kind, c.Width, c.Height)
		}
	}
	if len(in.Pictures) != 3 || kept[0] != "foto.jpg" || kept[1] != "foto-2.png" || kept[3] != kept[1] || !bytes.Equal(in.Pictures["foto.png"], small.Bytes()) {
		t.Errorf("%d pictures: %v", len(in.Pictures), kept)
	}
}

package export

import (
	"bytes"
	"image"
	"image/png"
	"math/rand"
	"testing"
)

// A picture is made smaller only where it is larger than print asks for.
func TestShrinkPicture(t *testing.T) {
	for side, want := range map[int]int{30: 30, keepWide: keepWide, keepWide + 900: keepWide} {
		var b bytes.Buffer
		pic := image.NewGray(image.Rect(0, 0, side, 40))
		rand.New(rand.NewSource(1)).Read(pic.Pix) // which no file makes small
		if err := png.Encode(&b, pic); err != nil {
			t.Fatal(err)
		}
		data, ext := ShrinkPicture("foto.PNG", b.Bytes())
		c, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || ext != ".png" || c.Width != want || side == want && !bytes.Equal(data, b.Bytes()) {
			t.Errorf("%d across became %d%s: %v", side, c.Width, ext, err)
		}
	}
	for _, name := range []string{"boom.svg", "kapot.jpg"} {
		if data, _ := ShrinkPicture(name, []byte("geen plaatje")); string(data) != "geen plaatje" {
			t.Errorf("%s became %q", name, data)
		}
	}
}

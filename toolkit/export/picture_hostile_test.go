package export

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/gif"
	"image/jpeg"
	"testing"
)

// hugePNG says that it has a size, of 16 bits a colour, and has no dots.
func hugePNG(w, h uint32) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, data []byte) {
		binary.Write(&b, binary.BigEndian, uint32(len(data)))
		body := append([]byte(kind), data...)
		b.Write(body)
		binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(body))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	chunk("IHDR", append(head, 16, 6, 0, 0, 0))
	chunk("IDAT", []byte{0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01})
	chunk("IEND", nil)
	return b.Bytes()
}

// sized16 writes a size over that of a small picture.
func sized16(t *testing.T, write func(*bytes.Buffer, image.Image) error, at int, order binary.ByteOrder, first, second uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	out := b.Bytes()
	order.PutUint16(out[at:], first)
	order.PutUint16(out[at+2:], second)
	return out
}

// TestPicturesThatSayTheyAreHuge: a head is a few bytes, and may ask for all the memory there is.
func TestPicturesThatSayTheyAreHuge(t *testing.T) {
	asGIF := func(b *bytes.Buffer, m image.Image) error { return gif.Encode(b, m, nil) }
	asJPEG := func(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }
	var small bytes.Buffer
	if err := asJPEG(&small, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	frame := bytes.Index(small.Bytes(), []byte{0xFF, 0xC0}) + 5 // of the head of a JPEG's frame
	for name, c := range map[string]struct {
		data []byte
		huge bool
	}{
		"PNG, 2³¹ wide":                         {hugePNG(1<<31-1, 1<<31-1), false},
		"PNG, a long strip":                     {hugePNG(1<<30, 1), true},
		"PNG, just too large":                   {hugePNG(7072, 7072), true},
		"PNG, as large as it may be, and empty": {hugePNG(7000, 7000), false},
		"PNG, nothing wide":                     {hugePNG(0, 5), false},
		"GIF, with a frame of nothing":          {[]byte("GIF87a000\x00\x8100000000000000,0 0\x000\x00\x00\x000\a\x000"), false},
		"GIF":                                   {sized16(t, asGIF, 6, binary.LittleEndian, 65535, 65535), true},
		"JPEG":                                  {sized16(t, asJPEG, frame, binary.BigEndian, 65535, 65535), true},
		"WebP":                                  {[]byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\xff\xff\xff\x0f\x07\x10\x11\x11\x88\x88\xfe\x07\x00"), true},
	} {
		t.Run(name, func(t *testing.T) {
			err := readHostile(t, c.data)
			if err == nil || c.huge && !errors.Is(err, errPictureSize) {
				t.Errorf("%v", err)
			}
		})
	}
}

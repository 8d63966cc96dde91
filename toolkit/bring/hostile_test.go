package bring

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kring/toolkit/bilingual"
)

// with is a small document with one part changed.
func with(t testing.TB, name, content string) []byte {
	t.Helper()
	p := parts(t, par("", "tekst"))
	p[name] = content
	return zipped(t, p)
}

func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteByte(0)
	}
	return b.String()
}

const ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// A file that cannot be read is refused with the reason, and soon.
func TestRefused(t *testing.T) {
	whole := zipped(t, parts(t, par("", "tekst")))
	deep := strings.Repeat("<w:sdt><w:sdtContent>", 150) + strings.Repeat("</w:sdtContent></w:sdt>", 150)
	many := map[string]string{"[Content_Types].xml": types}
	for i := range maxParts + 1 {
		many["word/"+strings.Repeat("x", i/100)+string(rune('a'+i%26))+strings.Repeat("y", i%100)] = ""
	}
	noDoc := parts(t, "")
	delete(noDoc, "word/document.xml")
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"empty":             {nil, ErrNotWord},
		"text":              {[]byte("gewoon tekst"), ErrNotWord},
		"web page":          {[]byte("<html><body>x</body></html>"), ErrNotWord},
		"pdf":               {[]byte("%PDF-1.7\n"), ErrPDF},
		"rtf":               {[]byte(`{\rtf1\ansi x}`), ErrRTF},
		"odt":               {zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), ErrODT},
		"old word":          {[]byte(ole + strings.Repeat("\x00", 600) + utf16le("WordDocument")), ErrOldWord},
		"password":          {[]byte(ole + strings.Repeat("\x00", 1<<20-16) + utf16le("EncryptedPackage")), ErrPassword},
		"excel":             {zipped(t, map[string]string{"[Content_Types].xml": types, "xl/workbook.xml": "<x/>"}), ErrNotWord},
		"other zip":         {zipped(t, map[string]string{"a.txt": "x"}), ErrNotWord},
		"cut off":           {whole[:len(whole)/2], ErrDamaged},
		"cut off a little":  {whole[:len(whole)-10], ErrDamaged},
		"no document":       {zipped(t, noDoc), ErrNotWord},
		"nothing in it":     {zipped(t, parts(t, `<w:p/>`)), ErrNothingIn},
		"no xml":            {with(t, "word/document.xml", "rommel"), ErrDamaged},
		"cut xml":           {with(t, "word/document.xml", `<w:document `+space+`><w:body><w:p>`), ErrDamaged},
		"cut styles":        {with(t, "word/styles.xml", `<w:styles>`), ErrDamaged},
		"other xml":         {with(t, "word/document.xml", `<html><body><p>x</p></body></html>`), ErrNotWord},
		"entities":          {with(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`), ErrUnsafe},
		"entities in lists": {with(t, "word/numbering.xml", `<!DOCTYPE d SYSTEM "file:///etc/passwd"><w:numbering/>`), ErrUnsafe},
		"deep":              {with(t, "word/document.xml", `<w:document><w:body>`+deep+`</w:body></w:document>`), ErrUnsafe},
		"many elements":     {with(t, "word/document.xml", `<w:document><w:body>`+strings.Repeat("<w:p/>", maxElements)+`</w:body></w:document>`), ErrUnsafe},
		"many paragraphs":   {with(t, "word/document.xml", `<w:document><w:body>`+strings.Repeat(par("", "x"), maxBlocks+1)+`</w:body></w:document>`), ErrTooBig},
		"many parts":        {zipped(t, many), ErrUnsafe},
		"bomb":              {with(t, "word/document.xml", strings.Repeat(" ", maxXML+1)), ErrUnpacked},
		"up and out":        {with(t, "../../etc/passwd", "x"), ErrUnsafe},
		"up within":         {with(t, "word/../../x", "x"), ErrUnsafe},
		"a drive":           {with(t, `c:\x`, "x"), ErrUnsafe},
		"one name twice":    {with(t, "Word/Document.xml", "x"), ErrUnsafe},
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			_, err := fromBytes(c.file)
			if !errors.Is(err, c.want) {
				t.Errorf("%v, not %v", err, c.want)
			}
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// An error in a part says which and how far.
func TestErrorsNameTheirPlace(t *testing.T) {
	_, err := fromBytes(with(t, "word/document.xml", `<w:document><w:body></w:p>`))
	var at *PartError
	if !errors.As(err, &at) || at.Part != "word/document.xml" || at.Offset == 0 {
		t.Errorf("%v", err)
	}
}

// never is a file that nobody may read.
type never struct{ t *testing.T }

func (n never) ReadAt([]byte, int64) (int, error) {
	n.t.Error("it was read")
	return 0, io.EOF
}

// A file of 200 MB is refused before anything of it is read.
func TestTooBigIsNotRead(t *testing.T) {
	if _, err := FromDOCX(never{t}, 200<<20); !errors.Is(err, ErrTooBig) {
		t.Errorf("%v", err)
	}
	if _, err := FromText(make([]byte, MaxText+1)); !errors.Is(err, ErrTooBig) {
		t.Errorf("%v", err)
	}
}

// A part that is larger than it says is not unpacked further than what a workbook needs, and
// many parts together neither.
func TestPartsThatLie(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts(t, `<w:p>`+picture("plaat")+run("tekst")+`</w:p>`) {
		if name == "word/media/plaat.png" {
			content = string(smallPicture(t)) + strings.Repeat("\x00", maxPicture)
		}
		f, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := fromBytes(b.Bytes())
	if err != nil || got.NotUnderstood[0].Kind != HugePicture || len(got.Pictures) > 0 {
		t.Errorf("%v %+v", err, got.NotUnderstood)
	}
	a, err := open(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	a.left = 10
	if _, err := a.read("word/document.xml", maxXML); !errors.Is(err, ErrUnpacked) {
		t.Errorf("%v", err)
	}
}

// A drawing with a script, and a picture of more points than a laptop holds, stay behind.
func TestPicturesThatStayBehind(t *testing.T) {
	huge := smallPicture(t)
	copy(huge[16:24], "\x00\x00\xff\xff\x00\x00\xff\xff") // its width and height
	wrong := string(huge)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for content, want := range map[string]Kind{
		`<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>`: Picture,
		string(huge): HugePicture,
		wrong:        BadPicture, // the sum over its head no longer fits
		"":           BadPicture,
	} {
		p := parts(t, `<w:p>`+picture("plaat")+run("tekst")+`</w:p>`)
		p["word/media/plaat.png"] = content
		got, err := fromBytes(zipped(t, p))
		if err != nil || len(got.NotUnderstood) == 0 || got.NotUnderstood[0].Kind != want || len(got.Pictures) > 0 {
			t.Errorf("%v %+v", err, got.NotUnderstood)
		}
	}
}

// What takes long when it is done again and again is done once: text in a million pieces, a
// broken picture named a thousand times.
func TestNothingTakesLong(t *testing.T) {
	pieces := `<w:p><w:r><w:t>` + strings.Repeat("a<!---->", 1_000_000) + `</w:t></w:r></w:p>`
	broken := smallPicture(t)[:60]
	copy(broken[16:24], "\x00\x00\x1b\x00\x00\x00\x1b\x00")
	binary.BigEndian.PutUint32(broken[29:], crc32.ChecksumIEEE(broken[12:29]))
	p := parts(t, pieces+strings.Repeat(`<w:p>`+picture("plaat")+`</w:p>`, 1000)+strings.Repeat(`<w:p><w:r><w:drawing><dgm:relIds r:dm="smart"/></w:drawing></w:r></w:p>`, 5000))
	p["word/media/plaat.png"] = string(broken)
	began := time.Now()
	got, err := fromBytes(zipped(t, p))
	if err != nil || len(got.NotUnderstood) != maxRemarks+1 || got.NotUnderstood[maxRemarks].Kind != More || len(got.Doc.Blocks[0].Text) != 1_000_000 {
		t.Errorf("%v: %d blocks", err, len(got.Doc.Blocks))
	}
	if took := time.Since(began); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
}

// Pictures get names that are safe as files.
func TestNamesOfPictures(t *testing.T) {
	r := &reader{out: Result{Pictures: map[string][]byte{"a.png": {1}}}}
	for part, want := range map[string]string{"word/media/A.png": "a-2.png", "word/media/con.png": "picture.png", "word/media/صورة.jpeg": "picture.png", "word/media/a b;c.png": "a-b-c.png", "word/media/1.png": "picture-1.png"} {
		if got := r.free(part, ".png"); got != want {
			t.Errorf("%s: %s", part, got)
		}
	}
}

// sound checks what holds of any document that is read.
func sound(t rapid.TB, got Result) {
	t.Helper()
	for _, b := range got.Doc.Blocks {
		if b.Kind == bilingual.Image && got.Pictures[b.Path] == nil {
			t.Fatalf("no picture %q", b.Path)
		}
	}
	if len(got.NotUnderstood) > maxRemarks+1 {
		t.Fatalf("%d remarks", len(got.NotUnderstood))
	}
	again := bilingual.Parse(bilingual.Format(got.Doc))
	if len(again.Blocks) != len(got.Doc.Blocks) || len(again.Problems) > 0 {
		t.Fatalf("%d blocks are written as %d: %v\n%+v\n%s", len(got.Doc.Blocks), len(again.Blocks), again.Problems, got.Doc.Blocks, bilingual.Format(got.Doc))
	}
}

// Whatever is put together of what Word writes, in any order and within each other, is read,
// and comes back from the text format.
func TestAnyDocument(t *testing.T) {
	snippets := []string{
		par("Kop1", "Een"), par("Hoofdstuk", "Twee {write}"), par("Bijschrift", "onder"), par("", "- ar&gt; *x* [y] \\"), arabic("واحد"), listed(1, 0, "punt"), listed(2, 3, "nummer"), listed(9, 9, "nergens"),
		par("", "______"), par("", "..... a ____________"), `<w:p>` + picture("plaat") + run("na") + picture("emf") + `</w:p>`, `<w:p><w:r><w:br w:type="page"/><w:t> </w:t><w:br/></w:r></w:p>`,
		`<w:p><w:hyperlink r:id="link">` + run("film") + `</w:hyperlink></w:p>`, `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r></w:p>`, `<w:p><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>`, `<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("half") + `</w:p>`, `<w:p><w:pPr><w:pBdr><w:top w:val="single"/><w:left w:val="single"/><w:right w:val="single"/></w:pBdr></w:pPr></w:p>`,
		`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> ** </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>*</w:t></w:r></w:p>`, par("", "ክልተ"),
	}
	var body *rapid.Generator[string]
	body = rapid.Custom(func(t *rapid.T) string {
		switch rapid.IntRange(0, 9).Draw(t, "form") {
		case 0:
			return table([]string{body.Draw(t, "a"), body.Draw(t, "b")})
		case 1:
			return table([]string{body.Draw(t, "a")})
		case 2:
			return `<w:sdt><w:sdtContent>` + body.Draw(t, "a") + `</w:sdtContent></w:sdt>`
		case 3:
			return `<w:p><w:r><w:pict><w:txbxContent>` + body.Draw(t, "a") + `</w:txbxContent></w:pict></w:r></w:p>`
		}
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(snippets), 1, 6).Draw(t, "paragraphs"), "")
	})
	p := parts(t, "")
	rapid.Check(t, func(t *rapid.T) {
		whole := strings.Join(rapid.SliceOfN(body, 1, 4).Draw(t, "body"), "")
		p["word/document.xml"] = `<w:document ` + space + `><w:body>` + whole + `</w:body></w:document>`
		if got, err := fromBytes(zipped(t, p)); err == nil {
			sound(t, got)
		} else if !errors.Is(err, ErrNothingIn) {
			t.Fatal(err)
		}
	})
}

// FuzzDOCX reads parts of any content.
func FuzzDOCX(f *testing.F) {
	p := parts(f, par("Kop1", "Een")+arabic("واحد")+table([]string{par("", "a"), arabic("ب")})+`<w:p>`+picture("plaat")+`</w:p>`+listed(2, 1, "x"))
	f.Add(p["word/document.xml"], wordStyles, wordLists, wordLinks)
	f.Fuzz(func(t *testing.T, document, styles, lists, links string) {
		p["word/document.xml"], p["word/styles.xml"], p["word/numbering.xml"], p["word/_rels/document.xml.rels"] = document, styles, lists, links
		got, err := fromBytes(zipped(t, p))
		if err == nil {
			sound(t, got)
		}
	})
}

// FuzzZip reads files of any content.
func FuzzZip(f *testing.F) {
	f.Add(zipped(f, parts(f, par("Kop1", "Een"))))
	f.Add([]byte(ole))
	for _, name := range []string{"testdata/office.docx", "testdata/web.docx"} {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, err := fromBytes(b); err == nil {
			sound(t, got)
		}
	})
}

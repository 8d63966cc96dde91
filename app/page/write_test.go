package page

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/export"
	"kring/toolkit/kit"
)

func (s *stage) writing(b book.Book) *writePage {
	s.Helper()
	return s.open(writeTarget(b.ID)).(*writePage)
}

// anEmptyKit puts a toolkit in the vault that has its headings only.
func (s *stage) anEmptyKit() book.Book {
	s.Helper()
	b, err := s.env.Books.Make(book.Draft{Kind: book.Toolkit, Doc: emptyKit("Samen vieren", "feest")}, s.env.by())
	if err != nil {
		s.Fatal(err)
	}
	return b
}

// blocks are the words of a text, each after its kind.
func (s *stage) blocks(b book.Book) (out []string) {
	for _, x := range s.env.Books.Segments(b.ID) {
		if x.Meta == "" {
			out = append(out, kindOf(x.Block)+" "+x.Text)
		}
	}
	return out
}

// calm does all that was asked of this goroutine, and has the page show what the vault has.
func (s *stage) calm(p *writePage) {
	s.Helper()
	for {
		s.env.Queue.Wait()
		select {
		case f := <-s.ui:
			f()
			continue
		case <-time.After(150 * time.Millisecond):
		}
		break
	}
	d, err := p.fetch()
	if err != nil {
		s.Fatal(err)
	}
	p.update(d)
}

func (p *writePage) press1(key fyne.KeyName) { p.hand.field.TypedKey(&fyne.KeyEvent{Name: key}) }

// A new toolkit asks what belongs under each heading. What is typed there goes on with Enter;
// an empty new block goes away by itself and nothing empty is kept.
func TestWritingAToolkit(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		b := s.anEmptyKit()
		p := s.writing(b)
		if want := s.env.Loc.T("write.hint.hello"); p.hand.field.PlaceHolder != want {
			t.Fatalf("%s: the hint is %q", lang, p.hand.field.PlaceHolder)
		}
		p.hand.field.SetText("Hallo allemaal!")
		p.press1(fyne.KeyReturn)
		p.hand.field.SetText("Deze keer vieren we samen.")
		p.press1(fyne.KeyReturn)
		p.press1(fyne.KeyReturn) // empty: on to what belongs under the first heading, which stays as it is
		s.calm(p)
		if got := s.blocks(b); !slices.Equal(got[:4], []string{"h1 Samen vieren", "text Hallo allemaal!", "text Deze keer vieren we samen.", "h2 Om over te praten"}) {
			t.Fatalf("%s: %q", lang, got)
		}
		if want := s.env.Loc.T("write.hint.talk"); p.hand.field.PlaceHolder != want {
			t.Errorf("%s: the hint is %q", lang, p.hand.field.PlaceHolder)
		}
		p.hand.kind.sel.SetSelectedIndex(slices.Index(writeKinds(), "numbered"))
		for _, q := range []string{"Wat vierde jij vroeger?", "Met wie?"} {
			p.hand.field.SetText(q)
			p.press1(fyne.KeyReturn)
		}
		n := len(s.env.Books.Segments(b.ID))
		s.calm(p)
		for _, x := range s.env.Books.Segments(b.ID) {
			if x.Text == "Met wie?" && (x.Kind != bilingual.Numbered || x.Number != 2) {
				t.Errorf("%s: %+v (%d)", lang, x, n)
			}
		}
		for range 500 {
			p.press1(fyne.KeyReturn)
		}
		s.calm(p)
		for _, x := range s.blocks(b) {
			if kind, text, _ := strings.Cut(x, " "); text == "" {
				t.Errorf("%s: an empty %s is kept", lang, kind)
			}
		}
		for _, err := range s.shell.failed {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

// What is typed and left is kept, whatever it is: pasted lines become blocks, a text that is
// too long is cut, and only spaces are nothing.
func TestWritingLosesNothing(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	p.take(p.index(s.entry(b, "Kook voor 4 mensen.").ID))
	p.hand.field.SetText("Kook.\n\nDek de tafel.\r\nEet.")
	p.Key(fyne.KeyDown, fyne.KeyModifierAlt)
	s.calm(p)
	if got := s.blocks(b); !slices.Equal(got, []string{"h1 Samen eten", "text Kook.", "text Dek de tafel.", "text Eet.", "h1 Samen wandelen", "text Neem een jas mee."}) {
		t.Errorf("%q", got)
	}
	if len(s.shell.said) == 0 {
		t.Error("nothing is said of the pieces")
	}
	long := strings.Repeat("letters ", 1250)
	p.Key(fyne.KeyReturn, fyne.KeyModifierControl)
	p.hand.field.SetText(long)
	p.Close()
	s.settle()
	got := strings.Join(s.blocks(b), " ")
	if strings.Count(got, "letters") != 1250 {
		t.Errorf("%d of 1250 words are kept", strings.Count(got, "letters"))
	}
	p = s.writing(b)
	before := s.blocks(b)
	p.Key(fyne.KeyReturn, fyne.KeyModifierControl)
	for _, nothing := range []string{"   ", "****", "**"} {
		p.hand.field.SetText(nothing)
		p.hand.put()
	}
	p.Key(fyne.KeyUp, fyne.KeyModifierAlt)
	s.calm(p)
	if got := s.blocks(b); !slices.Equal(got, before) {
		t.Errorf("spaces became %q", got)
	}
	for _, err := range s.shell.failed {
		t.Error(err)
	}
}

// What is typed stays while something is taken back, and its block comes back with it.
func TestUndoWhileTyping(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	p.take(p.index(s.entry(b, "Neem een jas mee.").ID))
	p.Key(fyne.KeyReturn, fyne.KeyModifierControl)
	p.hand.field.SetText("En een sjaal.")
	p.hand.keep()
	s.calm(p)
	p.hand.field.SetText("En een sjaal en een muts.")
	if _, err := s.env.Vault.Undo(); err != nil {
		t.Fatal(err)
	}
	s.calm(p)
	s.calm(p)
	if p.hand.field.Text != "En een sjaal en een muts." {
		t.Fatalf("the field has %q", p.hand.field.Text)
	}
	p.hand.keep()
	s.calm(p)
	if got := s.blocks(b); got[len(got)-1] != "text En een sjaal en een muts." {
		t.Errorf("%q", got)
	}
}

// Blocks move, go and come by keys and buttons; one with a translation asks before it goes.
func TestMovingAndRemoving(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	p.take(p.index(s.entry(b, "Kook voor 4 mensen.").ID))
	p.Key(fyne.KeyDown, fyne.KeyModifierAlt|fyne.KeyModifierShift)
	s.calm(p)
	if got := s.blocks(b); got[2] != "text Kook voor 4 mensen." || p.hand.block.Text != "Kook voor 4 mensen." {
		t.Errorf("%q, in hand %q", got, p.hand.block.Text)
	}
	p.remove()
	s.calm(p)
	s.calm(p)
	if got := s.blocks(b); len(got) != 3 || len(s.shell.asked) != 0 || p.hand.held == nil {
		t.Errorf("%q, asked %v", got, s.shell.asked)
	}
	p.take(p.index(s.entry(b, "Neem een jas mee.").ID))
	p.hand.field.SetText("")
	p.press1(fyne.KeyReturn)
	s.calm(p)
	if len(s.shell.asked) != 1 || len(s.blocks(b)) != 3 {
		t.Fatalf("asked %v, %q", s.shell.asked, s.blocks(b))
	}
	s.shell.asked[0].Do()
	s.calm(p)
	if got := s.blocks(b); len(got) != 2 {
		t.Errorf("%q", got)
	}
	p.take(1)
	p.removeChapter()
	if len(s.shell.asked) != 2 || !strings.Contains(s.shell.asked[1].Text, "Samen eten") {
		t.Fatalf("asked %+v", s.shell.asked)
	}
}

// A link has an address that leads somewhere; what is none is said, and stays in the field.
func TestLinksHaveAddresses(t *testing.T) {
	for typed, want := range map[string]string{
		"www.nji.nl/opvoeden": "https://www.nji.nl/opvoeden", " https://youtu.be/a?b=c ": "https://youtu.be/a?b=c", "mailto:a@b.nl": "mailto:a@b.nl",
		"": "", "filmpje": "", "javascript:alert(1)": "", "https://": "", "http://a b.nl": "", "ftp://a.nl": "", "file:///etc/passwd": "",
	} {
		got, err := webAddress(typed)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	p.Key(fyne.KeyReturn, fyne.KeyModifierControl)
	p.hand.field.SetText("Filmpje over koken")
	p.hand.kind.sel.SetSelectedIndex(slices.Index(writeKinds(), "link"))
	p.hand.address.SetText("geen adres")
	p.press1(fyne.KeyReturn)
	if p.hand.problem.Hidden || p.hand.address.Text != "geen adres" || p.hand.field.Text != "Filmpje over koken" {
		t.Errorf("nothing is said: %q", p.hand.problem.Text)
	}
	p.hand.address.SetText("www.koken.nl")
	p.press1(fyne.KeyReturn)
	s.calm(p)
	all := s.env.Books.Segments(b.ID)
	at := slices.IndexFunc(all, func(x bilingual.Segment) bool { return x.Kind == bilingual.Link })
	if at < 0 || all[at].Path != "https://www.koken.nl" || all[at].Text != "Filmpje over koken" {
		t.Errorf("%q", s.blocks(b))
	}
}

// Enter after the words of a link goes to its address: without one it would be a text. With
// the address left empty a second Enter goes on.
func TestWordsOfALinkLeadToItsAddress(t *testing.T) {
	for _, address := range []string{"www.koken.nl", ""} {
		s := newStage(t, "ar")
		b := s.anEmptyKit()
		p := s.writing(b)
		p.answer(slices.IndexFunc(p.data.segments, func(x bilingual.Segment) bool { return strings.HasPrefix(x.Text, "Een filmpje") }))
		if kind, _ := p.said(p.rows[p.row()]); kind != s.env.Loc.T("write.kind.link") {
			t.Errorf("the new line says it is %s", kind)
		}
		p.hand.field.SetText("Koken met oma")
		p.press1(fyne.KeyReturn)
		if s.env.Window.Canvas().Focused() != fyne.Focusable(p.hand.address) || p.hand.field.Text != "Koken met oma" {
			t.Fatal("Enter left the link without an address")
		}
		p.hand.address.SetText(address)
		p.hand.address.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		s.calm(p)
		want := "text Koken met oma"
		if address != "" {
			want = "link Koken met oma"
		}
		if got := s.blocks(b); !slices.Contains(got, want) {
			t.Errorf("%q: %q", address, got)
		}
	}
}

// Every kind that needs no words is there at once; words that there were stay.
func TestRoomToWrite(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	p.take(p.index(s.entry(b, "Kook voor 4 mensen.").ID))
	p.hand.kind.sel.SetSelectedIndex(slices.Index(writeKinds(), "writing"))
	s.calm(p)
	if got := s.blocks(b); !slices.Equal(got[1:3], []string{"text Kook voor 4 mensen.", "writing "}) {
		t.Errorf("%q", got)
	}
	if p.hand.block.Kind != bilingual.Writing || p.hand.block.Number != roomLines || p.hand.field.Visible() {
		t.Errorf("in hand is %+v", p.hand.block)
	}
}

// The picker of kinds unfolds by the arrow keys: stepping through it adds nothing. A picture
// without words that is turned into a heading stays what it was while nothing is typed.
func TestStepping(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	before := s.blocks(b)
	p.take(p.index(s.entry(b, "Kook voor 4 mensen.").ID))
	for range 12 {
		p.hand.kind.sel.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	s.calm(p)
	if got := s.blocks(b); !slices.Equal(got, before) {
		t.Errorf("%q", got)
	}
	p.show("bridge.svg", nil)
	s.calm(p)
	p.hand.kind.sel.SetSelectedIndex(slices.Index(writeKinds(), "h2"))
	p.Key(fyne.KeyUp, fyne.KeyModifierAlt)
	s.calm(p)
	if got := s.blocks(b); !slices.Contains(got, "image ") {
		t.Errorf("the picture went: %q", got)
	}
}

// A drawing is chosen, and a photo of one's own: it is kept small. What is no picture, or too
// large, is said and changes nothing.
func TestPictures(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	p.take(p.index(s.entry(b, "Samen wandelen").ID))
	p.show("bridge.svg", nil)
	s.calm(p)
	if got := s.blocks(b); !slices.Contains(got, "image ") || !slices.Contains(got, "h1 Samen wandelen") || p.hand.block.Path != "bridge.svg" {
		t.Fatalf("%q, %+v", got, p.hand.block)
	}
	dir := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var photo, drawn bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420), nil); err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 10, 10))); err != nil {
		t.Fatal(err)
	}
	data, ext, err := readOwn(file("foto.jpg", photo.Bytes()))
	if c, _, _ := image.DecodeConfig(bytes.NewReader(data)); err != nil || ext != ".jpg" || c.Width > 2000 || c.Width < 1000 {
		t.Errorf("%s of %d across, %v", ext, c.Width, err)
	}
	if data, ext, err = readOwn(file("a.png", drawn.Bytes())); err != nil || ext != ".png" {
		t.Error(ext, err)
	}
	p.show("eigen.png", map[string][]byte{"eigen.png": data})
	s.calm(p)
	if kept, ok := s.env.Books.Picture(b.ID, "eigen.png"); !ok || len(kept) == 0 {
		t.Error("the picture was not kept")
	}
	for name, bad := range map[string][]byte{"a.jpg": []byte("geen plaatje"), "b.svg": []byte("<svg><script/></svg>"), "leeg.png": nil} {
		if _, _, err := readOwn(file(name, bad)); err == nil {
			t.Errorf("%s is a picture", name)
		}
	}
	huge := make([]byte, mostOfFile)
	if _, _, err := readOwn(file("groot.jpg", huge)); err == nil || !strings.Contains(err.Error(), export.ErrPictureSize.Error()) {
		t.Errorf("a file of 21 MB: %v", err)
	}
	p.choosePicture()
	if got := textsIn(s.env.Window.Canvas().Overlays().Top()); len(got) == 0 {
		t.Error("no pictures are shown")
	}
	none := s.env.Loc.T("write.nopicture")
	for typed, nothing := range map[string]bool{"boom": false, "zeppelin": true, "": false} {
		s.env.Window.Canvas().Focused().(*kwidget.Field).SetText(typed)
		if got := slices.Contains(textsIn(s.env.Window.Canvas().Overlays().Top()), none); got != nothing {
			t.Errorf("%q: that nothing is found is said: %v", typed, got)
		}
	}
}

// Who goes on writing while a large picture is read gets it where it was asked for.
func TestAPictureComesWhereItWasAskedFor(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	p.take(p.index(s.entry(b, "Samen wandelen").ID))
	p.show("bridge.svg", nil)
	s.calm(p)
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 10, 10))); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "eigen.png")
	if err := os.WriteFile(file, drawn.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	before := s.blocks(b)
	p.bring(file)
	p.take(p.index(s.entry(b, "Neem een jas mee.").ID))
	s.await("the picture", func() bool { return len(s.env.Books.Pictures(b.ID)) == 1 })
	if got := s.blocks(b); !slices.Equal(got, before) || p.hand.block.Kind != bilingual.Image || p.hand.block.Path == "bridge.svg" {
		t.Errorf("%q became %q; in hand is %+v", before, got, p.hand.block)
	}
}

// Who goes on to translate has what was just typed there: the desk begins at it.
func TestToTheDeskWithWhatWasTyped(t *testing.T) {
	s := newStage(t, "ar")
	b := s.anEmptyKit()
	for _, e := range s.env.Books.Entries(b.ID, "ar") {
		if err := s.env.Books.Translate(b.ID, "ar", s.env.by(), book.Change{SegmentID: e.ID, Text: "نص", State: bilingual.Agreed}); err != nil {
			t.Fatal(err)
		}
	}
	p := s.writing(b)
	p.newUnder()
	p.hand.field.SetText("Neem een jas mee.")
	button(t, p.Object(), s.env.Loc.T("workbook.translate")).OnTapped()
	if len(s.shell.went) > 0 {
		t.Error("it goes before what was typed is kept")
	}
	s.settle()
	if n := len(s.shell.went); n != 1 {
		t.Fatalf("it went to %+v", s.shell.went)
	}
	desk := s.open(s.shell.went[0]).(*deskPage)
	s.await("what was typed in hand", func() bool { return desk.hand.entry.Text == "Neem een jas mee." })
}

// Who chooses no picture, or a file that is none, has the keyboard where pictures are asked for,
// and the block as it was.
func TestTheKeyboardAfterNoPicture(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		b := s.aText()
		p := s.writing(b)
		p.take(p.index(s.entry(b, "Samen wandelen").ID))
		before := s.blocks(b)
		p.hand.kind.sel.SetSelectedIndex(slices.Index(writeKinds(), "image"))
		s.env.Window.Canvas().Focused().(*kwidget.Field).OnEscape()
		if got := s.env.Window.Canvas().Focused(); got != fyne.Focusable(p.hand.kind.sel) || !slices.Equal(s.blocks(b), before) {
			t.Errorf("%s: from the kinds it came to %T, %q", lang, got, s.blocks(b))
		}
		p.show("bridge.svg", nil)
		s.calm(p)
		before = s.blocks(b)
		p.hand.other.OnTapped()
		sheet := s.env.Window.Canvas().Overlays().Top()
		s.env.Window.Canvas().Focused().(*kwidget.Field).OnEscape()
		if got := s.env.Window.Canvas().Focused(); got != fyne.Focusable(p.hand.other) || s.env.Window.Canvas().Overlays().Top() == sheet {
			t.Errorf("%s: after Escape the keyboard is at %T", lang, got)
		}
		bad := filepath.Join(t.TempDir(), "tekst.png")
		if err := os.WriteFile(bad, []byte("Dit is tekst."), 0o600); err != nil {
			t.Fatal(err)
		}
		p.bring(bad)
		s.await("what is wrong", func() bool { return len(s.shell.failed) > 0 })
		if got := s.env.Window.Canvas().Focused(); got != fyne.Focusable(p.hand.other) || !slices.Equal(s.blocks(b), before) {
			t.Errorf("%s: after a file that is no picture it is at %T, %q", lang, got, s.blocks(b))
		}
		if last := s.shell.said[len(s.shell.said)-1]; last != "" {
			t.Errorf("%s: it still says %q", lang, last)
		}
	}
}

// The pages follow what is typed before it is kept, and have the block in hand in sight.
func TestPagesFollow(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.writing(b)
	if err := s.env.Books.SetPart(b.ID, s.entry(b, "Samen wandelen").ID, bilingual.Do, true); err != nil {
		t.Fatal(err)
	}
	s.calm(p)
	for _, x := range s.env.Books.Segments(b.ID) {
		if x.Meta != "" {
			continue
		}
		p.take(p.index(x.ID))
		segments, in := p.printed()
		if segments[in].ID != x.ID {
			t.Fatalf("in hand is %q, and not %q", segments[in].Text, x.Text)
		}
		laid, err := layText(segments, in, nil, p.preview.options(b, "ar"))
		if err != nil || laid.at != 0 || laid.to <= laid.from {
			t.Errorf("%q: %+v, %v", x.Text, laid, err)
		}
	}
	p.hand.field.SetText("Neem een muts mee.")
	segments, in := p.printed()
	if segments[in].Text != "Neem een muts mee." || segments[in].Translations["ar"] == "" {
		t.Errorf("%+v", segments[in])
	}
	p.preview.renew()
	s.await("pages", func() bool { return len(p.preview.sheets) > 0 })
	first := p.preview.sheets[0]
	p.preview.renew()
	s.calm(p)
	if p.preview.sheets[0] != first {
		t.Error("the page was taken away: it flickers")
	}
}

// The year's own toolkit is made for its months in one step, is called after its theme, opens,
// and counts in the balance; a copy begins from another one.
func TestTheYearsOwnToolkits(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
	year := s.env.Day().Year
	p.write(kit.Slot{Year: year, Period: 2, Theme: "Weer naar school"})
	s.await("the page", func() bool { return len(s.shell.went) == 1 })
	slot := s.env.Kits.Slot(year, 2)
	id := strings.TrimPrefix(slot.File, ownFile)
	if s.shell.went[0] != writeTarget(id) || s.env.Books.Title(id) != "Weer naar school" || slot.State != kit.Writing {
		t.Fatalf("%+v, %+v", slot, s.shell.went)
	}
	if err := s.env.Books.SetAbout(id, book.About{Title: "Weer naar school", Elements: []int{3}}); err != nil {
		t.Fatal(err)
	}
	d, err := p.fetch(year)
	if err != nil || d.balance[2] != 1 || d.slots[1].own != id {
		t.Errorf("%v, %v", d.balance, err)
	}
	p.update(d)
	button(t, p.Object(), s.env.Loc.T("write.open")).OnTapped()
	if got := s.shell.went[len(s.shell.went)-1]; got != writeTarget(id) {
		t.Errorf("it opens %+v", got)
	}
	p.fillWith(d.slots[3].Slot, func() (book.Draft, error) { return s.env.copyDraft(d, 1) })
	s.await("the copy", func() bool { return len(s.shell.went) == 3 })
	copied := strings.TrimPrefix(s.env.Kits.Slot(year, 4).File, ownFile)
	if got, _ := s.env.Books.Book(copied); got.Origin != d.kits[0].File || len(got.Langs) == 0 {
		t.Errorf("%+v", got)
	}
}

// The page has its words in every language, within the window, and its kinds and drawings
// have theirs.
func TestWritingHasItsWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s := newStage(t, lang)
		b := s.aText()
		p := s.writing(b)
		for _, id := range writeKinds() {
			if got := s.env.Loc.T("write.kind." + id); strings.HasPrefix(got, "[") {
				t.Errorf("%s: %s", lang, got)
			}
		}
		seen := map[string]string{}
		for _, file := range drawings() {
			got := s.env.pictureName(file)
			if strings.HasPrefix(got, "[") || seen[got] != "" {
				t.Errorf("%s: %s is called %q, as %s", lang, file, got, seen[got])
			}
			seen[got] = file
		}
		for _, a := range append(asked, struct{ heading, hint string }{"", "hello"}, struct{ heading, hint string }{"", "other"}) {
			if got := s.env.Loc.T("write.hint." + a.hint); strings.HasPrefix(got, "[") {
				t.Errorf("%s: %s", lang, got)
			}
		}
		p.ListKeys()
		s.env.aboutText(b.ID)
		for _, text := range textsIn(p.Object()) {
			if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") {
				t.Errorf("%s: %q", lang, text)
			}
		}
		if w := p.Object().MinSize().Width; w > 820 {
			t.Errorf("%s asks for %.0f", lang, w)
		}
	}
}

package export_test

import (
	"bytes"
	"encoding/base64"
	"image/png"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// A mail opens as a draft, its subject and its parts come back as they were, its page has no
// style but in the elements themselves and finds its pictures within the mail.
func TestMail(t *testing.T) {
	for name, doc := range toolkits(t) {
		var b bytes.Buffer
		o := export.Options{Languages: []string{"nl", "ar"}, Files: os.DirFS("../../assets/drawings")}
		problems, err := export.WriteMail(&b, doc, o, export.Letter{Date: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)})
		if err != nil || len(problems) > 0 {
			t.Fatal(name, err, problems)
		}
		for _, line := range strings.Split(b.String(), "\r\n") {
			if len(line) > 78 && !strings.HasPrefix(line, "Content-") || len(line) > 998 || strings.ContainsAny(line, "\n\r") {
				t.Fatalf("%s: a line of %d: %q", name, len(line), line)
			}
		}
		msg, err := mail.ReadMessage(&b)
		if err != nil {
			t.Fatal(err)
		}
		if at, err := msg.Header.Date(); err != nil || at.Year() != 2026 || msg.Header.Get("X-Unsent") != "1" || msg.Header.Get("MIME-Version") != "1.0" {
			t.Errorf("%s: %v %v", name, msg.Header, err)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject"))
		if err != nil || subject != doc.Title()+" · "+doc.Say("title", "ar") {
			t.Errorf("%s: the subject %q: %v", name, subject, err)
		}
		text, page, pictures := mailParts(t, msg.Header.Get("Content-Type"), msg.Body)
		if !strings.Contains(text, doc.Title()) || !strings.Contains(page, `lang="ar" dir="rtl"`) || strings.Contains(page, "<style") || strings.Contains(page, "var(") || strings.Contains(page, "data:") {
			t.Errorf("%s: the page does not survive", name)
		}
		named := regexp.MustCompile(`cid:([^"]+)`).FindAllStringSubmatch(page, -1)
		if len(named) == 0 || len(pictures) == 0 { // each toolkit that ships has one
			t.Errorf("%s: %d pictures", name, len(pictures))
		}
		for _, m := range named {
			if img, err := png.Decode(bytes.NewReader(pictures[m[1]])); err != nil || img.Bounds().Dx() < 200 {
				t.Errorf("%s: the picture %s: %v", name, m[1], err)
			}
		}
	}
}

// mailParts takes a mail apart: the plain text, the page, the pictures by their ids.
func mailParts(t *testing.T, kind string, body io.Reader) (text, page string, pictures map[string][]byte) {
	t.Helper()
	pictures = map[string][]byte{}
	var walk func(kind string, body io.Reader)
	walk = func(kind string, body io.Reader) {
		media, params, err := mime.ParseMediaType(kind)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(media, "multipart/") {
			t.Fatalf("%s is no part with parts", media)
		}
		r := multipart.NewReader(body, params["boundary"])
		for {
			p, err := r.NextPart()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			inner := p.Header.Get("Content-Type")
			if strings.HasPrefix(inner, "multipart/") {
				walk(inner, p)
				continue
			}
			data, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, p))
			if err != nil {
				t.Fatal(err)
			}
			switch id := strings.Trim(p.Header.Get("Content-Id"), "<>"); {
			case id != "":
				pictures[id] = data
				if _, params, err := mime.ParseMediaType(p.Header.Get("Content-Disposition")); err != nil || params["filename"] == "" {
					t.Errorf("a picture without a name: %v", err)
				}
			case strings.HasPrefix(inner, "text/html"):
				page = string(data)
			default:
				text = string(data)
			}
		}
	}
	walk(kind, body)
	return text, page, pictures
}

// An Arabic title and a picture with an Arabic name go through the heads of a mail.
func TestMailHeads(t *testing.T) {
	text := "# مرحبًا بكم جميعًا في هذه الحقيبة الجميلة التي تدور حول الإصغاء والحديث\nnl> x\n\n![ص](صورة.svg)\n"
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/صورة.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180"><circle cx="120" cy="90" r="60" fill="#1F6F6B"/></svg>`), 0o600); err != nil {
		t.Fatal(err)
	}
	doc := bilingual.Parse([]byte(text))
	var b bytes.Buffer
	problems, err := export.WriteMail(&b, doc, export.Options{Lang: "ar", Languages: []string{"ar"}, Files: os.DirFS(dir)}, export.Letter{Subject: "hoi\r\nBcc: a@b.nl"})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if !strings.Contains(b.String(), "filename*=utf-8''%D8%B5") {
		t.Error("the name of the picture is not as RFC 2231 asks")
	}
	msg, err := mail.ReadMessage(bytes.NewReader(b.Bytes()))
	if err != nil || msg.Header.Get("Bcc") != "" || msg.Header.Get("Subject") != "hoi Bcc: a@b.nl" {
		t.Errorf("%v %v", msg.Header, err)
	}
	b.Reset()
	if _, err = export.WriteMail(&b, doc, export.Options{Lang: "ar", Languages: []string{"ar"}}, export.Letter{}); err != nil {
		t.Fatal(err)
	}
	if msg, err = mail.ReadMessage(&b); err != nil {
		t.Fatal(err)
	}
	if got, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject")); err != nil || got != doc.Title() {
		t.Errorf("%q %v", got, err)
	}
}

// A subject of any length in any script begins on the line of its field, on which no program shows
// it empty or with a space before it, no line is too long, and it comes back as it was.
func TestMailSubject(t *testing.T) {
	for _, title := range []string{
		"Samen vieren", "Samen vieren · نحتفل معًا", "Cadeaus en verwachtingen · هدايا وتوقعات", "é", "مرحبًا",
		strings.Repeat("مرحبًا بكم في الحقيبة ", 20) + "!", strings.Repeat("é", 200), strings.Repeat("🌷", 60), "Bahçe 50% =?utf-8?q?x?=",
	} {
		var b bytes.Buffer
		if _, err := export.WriteMail(&b, bilingual.Parse([]byte("# x\n")), export.Options{Languages: []string{"nl"}}, export.Letter{Subject: title}); err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(b.String(), "\r\nContent-")
		_, field, _ := strings.Cut(head, "\r\nSubject:")
		for i, line := range strings.Split(field, "\r\n") {
			if i == 0 {
				line = "Subject:" + line
			}
			if line == "Subject:" || len(line) > 76 || i > 0 && !strings.HasPrefix(line, " =?") {
				t.Errorf("%q: the line %q", title, line)
			}
		}
		msg, err := mail.ReadMessage(&b)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject")); err != nil || got != title {
			t.Errorf("%q, want %q: %v", got, title, err)
		}
	}
}

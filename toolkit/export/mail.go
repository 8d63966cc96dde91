package export

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kring/toolkit/bilingual"
)

// Letter is what stands above a mail. Kring sends nothing by itself: the file opens as a
// draft, and who it is to is filled in there.
type Letter struct {
	Subject string    // "" is the title of the text, in the languages of the mail
	Date    time.Time // zero: none is said
}

// WriteMail writes a document as a mail that opens as a draft (RFC 5322, with X-Unsent for
// Outlook; From is filled in by the mail program): a page that keeps its looks in Outlook and
// Gmail, the same as plain text for who reads that, and the pictures within the mail under
// their own names (RFC 2387), since mail programs strip those of data: addresses. What is
// wrong with pictures comes back as problems.
func WriteMail(w io.Writer, doc bilingual.Document, o Options, about Letter) ([]bilingual.Problem, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	m := &mailPage{o: o, pictures: &flow{o: o, width: A5.Width, margin: 1}, seen: map[*picture]string{}}
	page := m.file(doc)
	if about.Subject == "" {
		about.Subject = subject(doc, o)
	}
	var b bytes.Buffer
	err = m.parts(&b, about, page, plainMail(doc, o))
	if err == nil {
		_, err = w.Write(b.Bytes())
	}
	if err != nil {
		return nil, fmt.Errorf("writing the mail: %w", err)
	}
	return m.pictures.problems, nil
}

// subject is the title of the text in each of the languages that the mail is in.
func subject(doc bilingual.Document, o Options) string {
	titles := []string{doc.Say("title", o.main())}
	for _, lang := range o.Languages {
		if t := doc.Say("title", lang); t != "" && !slices.Contains(titles, t) {
			titles = append(titles, t)
		}
	}
	return strings.Join(titles, " · ")
}

// parts writes the head and, nested in it, the two texts and the pictures.
func (m *mailPage) parts(b *bytes.Buffer, about Letter, page, text string) error {
	var body bytes.Buffer
	related := multipart.NewWriter(&body)
	if err := related.SetBoundary(mailAll); err != nil {
		return err
	}
	fmt.Fprintf(b, "X-Unsent: 1\r\nMIME-Version: 1.0\r\nSubject:%s\r\n", folded(about.Subject))
	if !about.Date.IsZero() {
		fmt.Fprintf(b, "Date: %s\r\n", about.Date.Format(time.RFC1123Z))
	}
	fmt.Fprintf(b, "Content-Language: %s\r\nContent-Type: %s\r\n\r\n", strings.Join(m.o.Languages, ", "),
		"multipart/related; type=\"multipart/alternative\";\r\n boundary=\""+mailAll+"\"")
	texts, err := related.CreatePart(textproto.MIMEHeader{"Content-Type": {mime.FormatMediaType("multipart/alternative", map[string]string{"boundary": mailTexts})}})
	if err != nil {
		return err
	}
	inner := multipart.NewWriter(texts)
	if err := inner.SetBoundary(mailTexts); err != nil {
		return err
	}
	for _, x := range [][2]string{{"text/plain", text}, {"text/html", page}} {
		if err := mailPart(inner, x[0]+"; charset=utf-8", []byte(x[1]), nil); err != nil {
			return err
		}
	}
	if err := inner.Close(); err != nil {
		return err
	}
	for _, x := range m.files {
		if err := mailPart(related, x.kind, x.data, textproto.MIMEHeader{
			"Content-Id": {"<" + x.id + ">"}, "Content-Disposition": {mime.FormatMediaType("inline", map[string]string{"filename": x.name})},
		}); err != nil {
			return err
		}
	}
	if err := related.Close(); err != nil {
		return err
	}
	b.Write(body.Bytes())
	return nil
}

// What parts the texts and the pictures of a mail. All that stands between is base64, which has
// no dashes; that they are always the same makes that one text gives one file.
const (
	mailAll   = "kring-mail"
	mailTexts = "kring-texts"
)

// mailLine is how long a line with encoded words may be (RFC 2047, 2).
const mailLine = 76

// folded is a subject in encoded words (RFC 2047), each on a line of its own. The first stands on
// the line of the field: some programs take a line without one for an empty subject, or show the
// space that begins the next.
func folded(subject string) string {
	clean := strings.Join(strings.Fields(subject), " ")
	if mime.BEncoding.Encode("utf-8", clean) == clean {
		return " " + clean
	}
	const open, shut = "=?utf-8?b?", "?="
	room := mailLine - len("Subject: ")
	var lines []string
	for clean != "" {
		n := 0
		for i, r := range clean {
			if end := i + utf8.RuneLen(r); len(open)+base64.StdEncoding.EncodedLen(end)+len(shut) <= room {
				n = end
			}
		}
		lines = append(lines, open+base64.StdEncoding.EncodeToString([]byte(clean[:n]))+shut)
		clean, room = clean[n:], mailLine-len(" ")
	}
	return " " + strings.Join(lines, "\r\n ")
}

// mailPart writes one part in base64, in lines as long as a mail may have (RFC 2045, 6.8).
func mailPart(to *multipart.Writer, kind string, data []byte, head textproto.MIMEHeader) error {
	if head == nil {
		head = textproto.MIMEHeader{}
	}
	head.Set("Content-Type", kind)
	head.Set("Content-Transfer-Encoding", "base64")
	w, err := to.CreatePart(head)
	if err != nil {
		return err
	}
	const line = 76
	coded := base64.StdEncoding.EncodeToString(data)
	for len(coded) > 0 {
		n := min(line, len(coded))
		if _, err := io.WriteString(w, coded[:n]+"\r\n"); err != nil {
			return err
		}
		coded = coded[n:]
	}
	return nil
}

// plainMail is the text without looks, for who reads mail so: the languages of a block under
// each other, each line beginning on its own side.
func plainMail(doc bilingual.Document, o Options) string {
	var b strings.Builder
	for _, block := range doc.Full().Blocks {
		sign := ""
		switch block.Kind {
		case bilingual.PageBreak, bilingual.Writing, bilingual.Drawing:
			continue
		case bilingual.Bullet:
			sign = "- "
		case bilingual.Numbered:
			sign = fmt.Sprintf("%d. ", block.Number)
		}
		all := o.spoken(block)
		for i, x := range all {
			b.WriteString(begun(sign+plain(x.text), rtl(x.lang)) + "\r\n")
			if block.Kind == bilingual.Link && lastLed(all, i) {
				b.WriteString(x.address + "\r\n")
			}
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

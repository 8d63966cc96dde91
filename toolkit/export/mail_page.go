package export

import (
	"fmt"
	"html"
	"path"
	"strings"

	"kring/toolkit/bilingual"
)

// mailPage writes the page of a mail. Every element has its own style: Gmail drops a style
// sheet that it does not like as a whole, and Outlook, which is Word, knows no grid, no
// variables and no width but that of a table.
type mailPage struct {
	strings.Builder
	o        Options
	pictures *flow
	files    []mailFile
	seen     map[*picture]string // the name of a picture that is in the mail already
	list     string
}

// mailFile is a picture of a mail.
type mailFile struct {
	id, name, kind string
	data           []byte
}

// The styles of a mail.
const (
	mailFont   = "font-family:'Noto Sans','Segoe UI',Tahoma,Arial,sans-serif;"
	mailText   = mailFont + "font-size:16px;line-height:1.5;color:#2b2a33;margin:0 0 12px 0;"
	mailUnder  = mailFont + "font-size:15px;line-height:1.7;color:#5e5850;margin:0 0 14px 0;"
	mailHead   = mailFont + "color:#1f6f6b;font-weight:bold;line-height:1.3;margin:24px 0 6px 0;"
	mailUnderH = mailFont + "color:#b4502f;font-weight:bold;line-height:1.4;margin:0 0 8px 0;"
)

func (m *mailPage) file(doc bilingual.Document) string {
	lang := m.o.main()
	fmt.Fprintf(m, "<!DOCTYPE html>\n<html lang=%q dir=%q>\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>%s</title></head>\n",
		lang, htmlDir(lang), html.EscapeString(doc.Say("title", lang)))
	m.WriteString("<body style=\"margin:0;padding:0;background:#f6f1e8;\">\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#f6f1e8\"><tr><td align=\"center\" style=\"padding:16px;\">\n")
	fmt.Fprintf(m, "<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#fffdf9\" style=\"width:100%%;max-width:600px;background:#fffdf9;\"><tr><td dir=%q align=%q style=\"padding:28px;\">\n", htmlDir(lang), mailAlign(lang))
	for _, b := range doc.Full().Blocks {
		m.block(b)
	}
	m.closeList()
	m.WriteString("</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n")
	return m.String()
}

func mailAlign(lang string) string {
	if rtl(lang) {
		return "right"
	}
	return "left"
}

func (m *mailPage) closeList() {
	if m.list != "" {
		fmt.Fprintf(m, "</%s>\n", m.list)
		m.list = ""
	}
}

func (m *mailPage) block(b bilingual.Block) {
	want := map[bilingual.Kind]string{bilingual.Bullet: "ul", bilingual.Numbered: "ol"}[b.Kind]
	if want != m.list {
		m.closeList()
		if m.list = want; want != "" {
			fmt.Fprintf(m, "<%s dir=%q style=\"margin:0 0 12px 0;\">\n", want, htmlDir(m.o.main()))
		}
	}
	switch b.Kind {
	case bilingual.Bullet:
		m.item(b, "<li style=\"margin:0 0 6px 0;\">")
	case bilingual.Numbered:
		m.item(b, fmt.Sprintf("<li value=\"%d\" style=\"margin:0 0 6px 0;\">", b.Number))
	case bilingual.PageBreak:
		m.WriteString("<hr style=\"border:0;border-top:1px solid #d8cfc0;margin:24px 0;\">\n")
	case bilingual.Writing:
		m.WriteString(strings.Repeat("<div style=\"height:32px;border-bottom:1px solid #d8cfc0;\">&nbsp;</div>\n", b.Number))
	case bilingual.Drawing:
		fmt.Fprintf(m, "<div style=\"height:%dpx;border:1px solid #d8cfc0;margin:0 0 12px 0;\">&nbsp;</div>\n", 32*b.Number)
	case bilingual.Image:
		m.picture(b)
		m.texts(b)
	default:
		m.texts(b)
	}
}

func (m *mailPage) item(b bilingual.Block, open string) {
	m.WriteString(open)
	m.texts(b)
	m.WriteString("</li>\n")
}

// texts writes what a block says in each language.
func (m *mailPage) texts(b bilingual.Block) {
	all := m.o.spoken(b)
	for i, x := range all {
		element, style := "p", mailText
		if i > 0 {
			style = mailUnder
		}
		if b.Kind == bilingual.Heading {
			size := []int{28, 21, 18, 17, 16, 16}[b.Level-1]
			if i == 0 {
				element, style = fmt.Sprintf("h%d", b.Level), fmt.Sprintf("%sfont-size:%dpx;", mailHead, size)
			} else {
				style = fmt.Sprintf("%sfont-size:%dpx;", mailUnderH, size)
			}
		}
		if b.Kind == bilingual.Image {
			style += "text-align:center;font-size:14px;"
		} else {
			style += "text-align:" + mailAlign(x.lang) + ";"
		}
		fmt.Fprintf(m, "<%s lang=%q dir=%q style=\"%s\">", element, x.lang, htmlDir(x.lang), style)
		if b.Kind == bilingual.Link {
			fmt.Fprintf(m, "<a href=\"%s\" style=\"color:#1f6f6b;\">%s</a>", html.EscapeString(x.address), html.EscapeString(plain(x.text)))
		} else {
			m.WriteString(markup(x.text, x.lang, " style=\"color:#1f6f6b;\""))
		}
		fmt.Fprintf(m, "</%s>\n", element)
		if b.Kind == bilingual.Link && lastLed(all, i) {
			fmt.Fprintf(m, "<p dir=\"ltr\" style=\"%stext-align:%s;\"><a href=\"%s\" style=\"color:#1f6f6b;\">%s</a></p>\n", mailUnder, mailAlign(x.lang), html.EscapeString(x.address), html.EscapeString(shown(x.address, plain(x.text))))
		}
	}
}

// picture puts one into the mail, once, as pixels: mail programs show no drawings.
func (m *mailPage) picture(b bilingual.Block) {
	p, ok := m.pictures.picture(b).(*picture)
	if !ok {
		return
	}
	id, known := m.seen[p]
	if !known {
		kind, data, err := p.file()
		if err != nil {
			m.pictures.problems = append(m.pictures.problems, bilingual.Problem{Line: b.Line, Code: bilingual.BadPicture, Text: b.Path})
			return
		}
		id = fmt.Sprintf("picture%d@kring", len(m.files)+1)
		m.seen[p] = id
		base := path.Base(strings.ReplaceAll(b.Path, "\\", "/"))
		m.files = append(m.files, mailFile{id, strings.TrimSuffix(base, path.Ext(base)) + "." + strings.TrimPrefix(kind, "image/"), kind, data})
	}
	const wide = 540
	fmt.Fprintf(m, "<p align=\"center\" style=\"margin:16px 0 8px 0;text-align:center;\"><img src=\"cid:%s\" alt=\"%s\" width=\"%d\" style=\"max-width:100%%;height:auto;border:0;\"></p>\n",
		id, html.EscapeString(plain(m.o.said(b)[0].text)), min(wide, int(p.w*4/3)))
}

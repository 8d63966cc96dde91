package export

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"image/png"
	"io"
	"slices"
	"strings"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

//go:embed page.css
var pageCSS string

// WriteHTML writes a document as one file that needs nothing beside it: pictures are in
// it, and there is no script. Each text says its language and direction, so that a
// browser and a screen reader read it rightly. Facing pages become columns, which stand
// under each other on a phone. What is wrong with pictures comes back as problems.
func WriteHTML(w io.Writer, doc bilingual.Document, o Options) ([]bilingual.Problem, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	h := &htmlWriter{o: o, pictures: &flow{o: o, width: A4.Width, margin: 1}}
	if _, err := io.WriteString(w, h.file(doc)); err != nil {
		return nil, fmt.Errorf("writing the page: %w", err)
	}
	return h.pictures.problems, nil
}

type htmlWriter struct {
	strings.Builder
	o        Options
	pictures *flow
	list     string // the element of the list that is open: ul, ol, or none
	part     bilingual.Part
}

func (h *htmlWriter) file(doc bilingual.Document) string {
	lang := h.o.main()
	fmt.Fprintf(h, "<!DOCTYPE html>\n<html lang=%q dir=%q>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", lang, htmlDir(lang))
	fmt.Fprintf(h, "<title>%s</title>\n", html.EscapeString(doc.Say("title", lang)))
	if author := doc.Say("author", lang); author != "" {
		fmt.Fprintf(h, "<meta name=\"author\" content=\"%s\">\n", html.EscapeString(author))
	}
	fmt.Fprintf(h, "<style>\n%s</style>\n</head>\n<body class=%q>\n<main>\n", pageCSS, h.class())
	for _, b := range doc.Full().Blocks {
		h.block(b)
	}
	h.close()
	h.WriteString("</main>\n</body>\n</html>\n")
	return h.String()
}

func (h *htmlWriter) class() string {
	if h.o.Layout == Facing {
		return string(Columns)
	}
	return string(h.o.Layout)
}

func htmlDir(lang string) string {
	if rtl(lang) {
		return "rtl"
	}
	return "ltr"
}

// close ends the list and the part that are open.
func (h *htmlWriter) close() {
	h.closeList()
	if h.part != "" {
		h.WriteString("</section>\n")
		h.part = ""
	}
}

func (h *htmlWriter) closeList() {
	if h.list != "" {
		fmt.Fprintf(h, "</%s>\n", h.list)
		h.list = ""
	}
}

func (h *htmlWriter) block(b bilingual.Block) {
	if b.Part != h.part || b.Part != "" && b.Kind == bilingual.Heading {
		h.close()
		if h.part = b.Part; h.part != "" {
			fmt.Fprintf(h, "<section class=%q>\n", h.part)
		}
	}
	want := map[bilingual.Kind]string{bilingual.Bullet: "ul", bilingual.Numbered: "ol"}[b.Kind]
	if want != h.list {
		h.closeList()
		if h.list = want; want == "ol" {
			fmt.Fprintf(h, "<ol start=\"%d\">\n", b.Number)
		} else if want != "" {
			h.WriteString("<ul>\n")
		}
	}
	switch b.Kind {
	case bilingual.Heading:
		h.texts(b, fmt.Sprintf("h%d", b.Level))
	case bilingual.Bullet, bilingual.Numbered:
		fmt.Fprintf(h, "<li class=\"deep%d\">", min(b.Level, 3))
		h.texts(b, "p")
		h.WriteString("</li>\n")
	case bilingual.PageBreak:
		h.WriteString("<hr class=\"page\">\n")
	case bilingual.Writing:
		h.WriteString("<div class=\"writing\">" + strings.Repeat("<div></div>", b.Number) + "</div>\n")
	case bilingual.Drawing:
		fmt.Fprintf(h, "<div class=\"drawing\" style=\"height:%.1frem\"></div>\n", 2.2*float64(b.Number))
	case bilingual.Image:
		h.figure(b)
	case bilingual.Link:
		h.link(b)
	default:
		h.texts(b, "p")
	}
}

// link writes a link in each language, with the address under the words; languages that lead
// to one address share it.
func (h *htmlWriter) link(b bilingual.Block) {
	all := h.o.spoken(b)
	both := len(all) > 1
	if both {
		h.WriteString("<div class=\"both links\">")
	}
	for i, x := range all {
		class := "link"
		if i > 0 {
			class += " other"
		}
		fmt.Fprintf(h, "<div class=%q lang=%q dir=%q><a href=\"%s\">", class, x.lang, htmlDir(x.lang), html.EscapeString(x.address))
		h.text("p", "", x.lang, x.text)
		if lastLed(all, i) {
			fmt.Fprintf(h, "<bdi dir=\"ltr\">%s</bdi>", html.EscapeString(shown(x.address, plain(x.text))))
		}
		h.WriteString("</a></div>\n")
	}
	if both {
		h.WriteString("</div>\n")
	}
}

func (h *htmlWriter) figure(b bilingual.Block) {
	h.WriteString("<figure>")
	if p, ok := h.pictures.picture(b).(*picture); ok {
		kind, data, err := p.file()
		if p.drawing != nil {
			kind, data = "image/svg+xml", p.drawing.svg(p.w, p.h)
		}
		if err != nil {
			h.pictures.problems = append(h.pictures.problems, bilingual.Problem{Line: b.Line, Code: bilingual.BadPicture, Text: b.Path})
		} else {
			fmt.Fprintf(h, "<img alt=\"%s\" src=\"data:%s;base64,%s\">", html.EscapeString(b.Text), kind, base64.StdEncoding.EncodeToString(data))
		}
	}
	h.WriteString("<figcaption>")
	h.texts(b, "p")
	h.WriteString("</figcaption></figure>\n")
}

// file is the picture in a format that every browser and word processor reads.
func (p *picture) file() (kind string, data []byte, err error) {
	if p.jpeg != nil {
		return "image/jpeg", p.jpeg, nil
	}
	img := p.image
	if p.drawing != nil {
		img = p.drawing.paint(p.pixels(sharp))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return "", nil, fmt.Errorf("writing the picture: %w", err)
	}
	return "image/png", b.Bytes(), nil
}

// texts writes a block's text and its translations, as the layout asks.
func (h *htmlWriter) texts(b bilingual.Block, element string) {
	all := h.o.spoken(b)
	if len(all) > 1 {
		class := "both"
		if b.Kind == bilingual.Heading {
			class = fmt.Sprintf("both head head%d", b.Level)
		}
		fmt.Fprintf(h, "<div class=%q>", class)
	}
	for i, x := range all {
		class := ""
		if i > 0 {
			class, element = " class=\"translation\"", "p"
			if b.Kind == bilingual.Heading {
				class = " class=\"translation heading\""
			}
		}
		h.text(element, class, x.lang, x.text)
	}
	if len(all) > 1 {
		h.WriteString("</div>\n")
	}
}

// spoken is what a block says, without what is empty.
func (o Options) spoken(b bilingual.Block) []said {
	return slices.DeleteFunc(o.said(b), func(x said) bool { return x.text == "" })
}

func (h *htmlWriter) text(element, class, lang, text string) {
	fmt.Fprintf(h, "<%s%s lang=%q dir=%q>%s</%s>\n", element, class, lang, htmlDir(lang), markup(text, lang, ""), element)
}

// markup is a text with its emphasis and links, which get a style.
func markup(text, lang, style string) string {
	var b strings.Builder
	for _, piece := range pieces(text, lang) {
		out := html.EscapeString(piece.Text)
		if rtl(lang) {
			out = isolatedHTML(piece.Text)
		}
		out = strings.ReplaceAll(out, "\n", "<br>")
		if piece.Bold {
			out = "<strong>" + out + "</strong>"
		}
		if piece.Italic {
			out = "<em>" + out + "</em>"
		}
		if piece.Link != "" {
			out = fmt.Sprintf("<a href=\"%s\"%s>%s</a>", html.EscapeString(piece.Link), style, out)
		}
		b.WriteString(out)
	}
	return b.String()
}

// isolatedHTML sets apart what keeps its own order within Arabic, as on paper.
func isolatedHTML(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range typeset.Isolated(text) {
		b.WriteString(html.EscapeString(text[at:m[0]]))
		b.WriteString("<bdi dir=\"ltr\">" + html.EscapeString(text[m[0]:m[1]]) + "</bdi>")
		at = m[1]
	}
	return b.String() + html.EscapeString(text[at:])
}

package export

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"

	"kring/toolkit/bilingual"
)

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordRel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

func (d *docx) document() string {
	section := ""
	if rtl(d.o.main()) {
		section = "<w:bidi/>"
	}
	margin := twips(d.pictures.margin)
	return xmlHead + fmt.Sprintf(`<w:document xmlns:w="%s" xmlns:r="%s" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>%s<w:p/><w:sectPr><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="400" w:footer="400" w:gutter="0"/>%s</w:sectPr></w:body></w:document>`,
		wordMain, wordRel, d.body.String(), twips(d.o.Paper.Width), twips(d.o.Paper.Height), margin, margin, margin, margin, section)
}

func (d *docx) styles() string {
	size := int(d.o.TextSize*2 + 0.5) // half points
	var b strings.Builder
	fmt.Fprintf(&b, `%s<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans Arabic"/><w:color w:val="2B2A33"/><w:sz w:val="%d"/><w:szCs w:val="%d"/><w:lang w:val="%s" w:bidi="%s"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
		xmlHead, wordMain, size, size, esc(d.o.main()), esc(d.o.fromRight()))
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	style := func(id, name, paragraph, run string, size int) {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>%s</w:pPr><w:rPr>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, id, name, paragraph, run, size, size)
	}
	for i, k := range []float64{2, 1.45, 1.2, 1.1, 1, 1} {
		style(fmt.Sprintf("Heading%d", i+1), fmt.Sprintf("heading %d", i+1), fmt.Sprintf(`<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="%d"/>`, i), `<w:b/><w:bCs/><w:color w:val="1F6F6B"/>`, int(float64(size)*k))
	}
	style("Translation", "Translation", `<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="D8CFC0"/></w:pBdr>`, `<w:color w:val="5E5850"/>`, int(float64(size)*0.95))
	style("TranslationHeading", "Translation Heading", `<w:keepNext/>`, `<w:b/><w:bCs/><w:color w:val="B4502F"/>`, int(float64(size)*1.2))
	style("Caption", "caption", `<w:jc w:val="center"/>`, `<w:color w:val="5E5850"/>`, int(float64(size)*0.9))
	style("ListParagraph", "List Paragraph", `<w:contextualSpacing/>`, ``, size)
	style("Writing", "Writing", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="D8CFC0"/><w:between w:val="single" w:sz="4" w:space="1" w:color="D8CFC0"/></w:pBdr><w:spacing w:before="240" w:after="0"/>`, ``, size)
	b.WriteString(`</w:styles>`)
	return b.String()
}

// fromRight is the language of runs from right to left that name none.
func (o Options) fromRight() string {
	for _, lang := range o.Languages {
		if rtl(lang) {
			return lang
		}
	}
	return "ar"
}

func (d *docx) numbering() string {
	var b strings.Builder
	fmt.Fprintf(&b, `%s<w:numbering xmlns:w="%s">`, xmlHead, wordMain)
	for i, kind := range []string{"bullet", "decimal", "decimal"} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, i)
		for level := range 9 {
			sign := "•"
			if kind == "decimal" {
				sign = fmt.Sprintf("%%%d.", level+1)
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:left="%d" w:hanging="360"/></w:pPr></w:lvl>`, level, kind, sign, 720*(level+1))
		}
		b.WriteString(`</w:abstractNum>`)
	}
	b.WriteString(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	for i := range d.lists {
		for second := range 2 {
			fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, 2*i+2+second, 1+second)
		}
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

func (d *docx) relations() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	one := func(id, kind, target, mode string) {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s/%s" Target="%s"%s/>`, id, wordRel, kind, esc(target), mode)
	}
	one("styles", "styles", "styles.xml", "")
	one("numbering", "numbering", "numbering.xml", "")
	for i, kind := range d.kinds {
		one(fmt.Sprintf("media%d", i+1), "image", fmt.Sprintf("media/%d.%s", i+1, kind), "")
	}
	for i, link := range d.links {
		one(fmt.Sprintf("link%d", i+1), "hyperlink", link, ` TargetMode="External"`)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

func (d *docx) properties(doc bilingual.Document) string {
	lang := d.o.main()
	return xmlHead + fmt.Sprintf(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:creator>%s</dc:creator><dc:language>%s</dc:language></cp:coreProperties>`,
		esc(doc.Say("title", lang)), esc(doc.Say("author", lang)), esc(lang))
}

const (
	docxTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	docxRoot  = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="` + wordRel + `/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
)

// write puts the parts into one file. They carry no time, so that one text gives one file.
func (d *docx) write(w io.Writer, doc bilingual.Document) error {
	z := zip.NewWriter(w)
	part := func(name, content string) error {
		f, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
		return nil
	}
	parts := [][2]string{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRoot},
		{"docProps/core.xml", d.properties(doc)},
		{"word/document.xml", d.document()},
		{"word/styles.xml", d.styles()},
		{"word/numbering.xml", d.numbering()},
		{"word/_rels/document.xml.rels", d.relations()},
	}
	for i, data := range d.media {
		parts = append(parts, [2]string{fmt.Sprintf("word/media/%d.%s", i+1, d.kinds[i]), string(data)})
	}
	for _, p := range parts {
		if err := part(p[0], p[1]); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("closing the document: %w", err)
	}
	return nil
}

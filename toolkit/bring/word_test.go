package bring

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kring/toolkit/bilingual"
)

const (
	space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"`
	types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
)

// wordStyles is how Dutch Word calls its styles.
const wordStyles = `<w:styles ` + space + `><w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Hoofdstuk"><w:name w:val="Hoofdstuk"/><w:basedOn w:val="Kop1"/><w:pPr><w:pageBreakBefore/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen tussenkop"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/></w:style><w:style w:type="paragraph" w:styleId="Lijstopsomteken2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style><w:style w:type="character" w:styleId="Zwaar"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Lus"><w:name w:val="Lus"/><w:basedOn w:val="Lus"/></w:style></w:styles>`

const wordLists = `<w:numbering ` + space + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:pStyle w:val="Lijstopsomteken2"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`

const wordLinks = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="plaat" Type="http://x/image" Target="media/plaat.png"/><Relationship Id="emf" Type="http://x/image" Target="media/oud.emf"/><Relationship Id="vals" Type="http://x/image" Target="media/vals.png"/><Relationship Id="weg" Type="http://x/image" Target="media/weg.png"/><Relationship Id="buiten" Type="http://x/image" Target="https://ergens.nl/a.png" TargetMode="External"/><Relationship Id="link" Type="http://x/hyperlink" Target="https://kring.nl/a (b)" TargetMode="External"/><Relationship Id="pad" Type="http://x/hyperlink" Target="file:///c:/geheim" TargetMode="External"/><Relationship Id="sjabloon" Type="http://x/attachedTemplate" Target="https://ergens.nl/t.dotx" TargetMode="External"/><Relationship Id="voet" Type="http://x/footnotes" Target="footnotes.xml"/><Relationship Id="opm" Type="http://x/comments" Target="/word/comments.xml"/><Relationship Id="boven" Type="http://x/header" Target="header1.xml"/><Relationship Id="getal" Type="http://x/footer" Target="footer1.xml"/><Relationship Id="smart" Type="http://x/diagramData" Target="diagrams/data1.xml"/></Relationships>`

func smallPicture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 20, 10))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts are those of a Word document with a body.
func parts(t testing.TB, body string) map[string]string {
	t.Helper()
	return map[string]string{
		"[Content_Types].xml": types, "word/document.xml": `<w:document ` + space + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
		"word/styles.xml": wordStyles, "word/numbering.xml": wordLists, "word/_rels/document.xml.rels": wordLinks,
		"word/footnotes.xml":      `<w:footnotes ` + space + `><w:footnote w:id="2"><w:p><w:r><w:t>Uit een boek</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/comments.xml":       `<w:comments ` + space + `><w:comment w:id="0" w:author="Sara"><w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/header1.xml":        `<w:hdr ` + space + `><w:p><w:r><w:t>Stichting Thuis</w:t></w:r></w:p></w:hdr>`,
		"word/footer1.xml":        `<w:ftr ` + space + `><w:p><w:r><w:t>12</w:t></w:r></w:p></w:ftr>`,
		"word/diagrams/data1.xml": `<dgm:dataModel ` + space + `><dgm:pt><a:t>eerst</a:t></dgm:pt><dgm:pt><a:t>daarna</a:t></dgm:pt></dgm:dataModel>`,
		"word/media/plaat.png":    string(smallPicture(t)), "word/media/oud.emf": "\x01\x00\x00\x00", "word/media/vals.png": "geen plaat",
	}
}

// zipped packs parts in one order.
func zipped(t rapid.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sortedKeys(parts) {
		method := zip.Store // fast, for what is fuzzed
		if len(parts[name]) > 1<<16 {
			method = zip.Deflate
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func par(style, text string) string {
	if style != "" {
		style = `<w:pStyle w:val="` + style + `"/>`
	}
	return `<w:p><w:pPr>` + style + `</w:pPr>` + run(text) + `</w:p>`
}

func listed(id, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>`, level, id, run(text))
}

func arabic(text string) string {
	return `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t>` + text + `</w:t></w:r></w:p>`
}

func picture(id string) string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="` + id + `"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

func table(rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl>`)
	for _, row := range rows {
		b.WriteString(`<w:tr>`)
		for _, cell := range row {
			b.WriteString(`<w:tc>` + cell + `</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

// What Word writes, in the text format, with the kinds of what is named.
func TestWord(t *testing.T) {
	for name, c := range map[string]struct {
		body, want string
		kinds      []Kind
	}{
		"headings":               {par("Kop1", "Een") + par("Eigen", "Drie") + par("Kop4", "Vier") + `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>` + run("Twee") + `</w:p>` + par("Lus", "tekst"), "# Een\n\n### Drie\n\n#### Vier\n\n## Twee\n\ntekst\n", nil},
		"bold heading":           {`<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Een</w:t></w:r></w:p>`, "# Een\n", nil},
		"new page":               {par("", "a") + par("Hoofdstuk", "B") + `<w:p><w:r><w:br w:type="page"/></w:r></w:p>` + par("", "c"), "a\n\n---\n\n# B\n\n---\n\nc\n", nil},
		"page in a text":         {`<w:p>` + run("voor") + `<w:r><w:br w:type="page"/></w:r>` + run("na") + `</w:p>`, "voor\n\n---\n\nna\n", nil},
		"section":                {`<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr>` + run("a") + `</w:p>` + par("", "b"), "a\n\n---\n\nb\n", []Kind{Columns}},
		"runs":                   {`<w:p>` + run("een ") + `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">twee </w:t></w:r><w:r><w:rPr><w:b w:val="1"/></w:rPr><w:t>drie</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> vier</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Zwaar"/><w:b w:val="0"/></w:rPr><w:t>vijf</w:t></w:r></w:p>`, "een **twee drie** *vier*vijf\n", nil},
		"signs":                  {par("", "- 3 * 4 en *zo*"), "\\- 3 \\* 4 en \\*zo\\*\n", nil},
		"breaks":                 {`<w:p>` + run("a") + `<w:r><w:br/></w:r>` + run("b") + `<w:r><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r></w:p>`, "a\\\nb c-d\n", nil},
		"lists":                  {listed(1, 0, "een") + par("Lijstopsomteken2", "diep") + listed(2, 0, "drie") + listed(2, 1, "a") + listed(2, 1, "b") + listed(2, 0, "vier") + listed(4, 0, "weer een") + listed(0, 0, "geen"), "- een\n  - diep\n3. drie\n  1. a\n  2. b\n4. vier\n1. weer een\n\ngeen\n", nil},
		"links":                  {`<w:p>` + run("zie ") + `<w:hyperlink r:id="link">` + run("de site") + `</w:hyperlink><w:hyperlink r:id="pad">` + run("pad") + `</w:hyperlink><w:hyperlink w:anchor="x">` + run("hier") + `</w:hyperlink></w:p>`, "zie [de site](https://kring.nl/a%20%28b%29)padhier\n", []Kind{Link}},
		"a link alone":           {`<w:p><w:hyperlink r:id="link">` + run("Een film") + `</w:hyperlink></w:p>`, "[Een film](https://kring.nl/a%20%28b%29)\n", nil},
		"field":                  {`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://kring.nl"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("site") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" en ") + `<w:fldSimple w:instr=" DATE ">` + run("vandaag") + `</w:fldSimple></w:p>`, "[site](https://kring.nl) en vandaag\n", []Kind{Field}},
		"contents":               {`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + par("", "Inhoud") + `</w:sdtContent></w:sdt>` + par("Inhopg1", "Een 3") + par("", "x"), "x\n", []Kind{Contents}},
		"contents field":         {`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \o</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>` + run("Een 3") + `</w:p><w:p>` + run("Twee 4") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` + par("", "x"), "x\n", []Kind{Contents}},
		"contents never closed":  {`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r></w:p>` + par("", "weg") + par("Kop1", "Een") + par("", "x"), "# Een\n\nx\n", []Kind{Contents}},
		"contents closed within": {`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Inhopg1"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` + par("", "x"), "x\n", []Kind{Contents}},
		"end of a text deleted":  {`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("los") + `</w:p>`, "los\n", nil},
		"a picture in a box":     {`<w:p><w:r><w:drawing><wps:wsp><w:txbxContent><w:p>` + picture("plaat") + `</w:p></w:txbxContent></wps:wsp></w:drawing></w:r></w:p>`, "![](plaat.png)\n", []Kind{TextBox}},
		"content control":        {`<w:sdt><w:sdtContent>` + par("", "a") + `</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>` + run("☐") + `</w:sdtContent></w:sdt>` + run(" ja") + `</w:p><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + run("Kies") + `</w:sdtContent></w:sdt></w:p>`, "a\n\n☐ ja\n\nKies\n", []Kind{Field}},
		"old boxes":              {`<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r><w:r><w:sym w:font="Webdings" w:char="F099"/></w:r>` + run("nee") + `</w:p>`, "☒ ☐nee\n", []Kind{Symbol}},
		"changes":                {`<w:p>` + run("oud") + `<w:ins w:id="1"><w:r><w:t>er</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>weg</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>` + run("samen ") + `</w:p>` + par("", "gevoegd"), "ouder\n\nsamen gevoegd\n", []Kind{Changes}},
		"pictures":               {`<w:p>` + picture("plaat") + `</w:p>` + par("Bijschrift", "De boom") + arabic("الشجرة") + `<w:p>` + run("tekst") + picture("emf") + picture("vals") + picture("weg") + picture("buiten") + `</w:p><w:p><w:r><w:pict><v:shape><v:imagedata r:id="plaat"/></v:shape></w:pict></w:r></w:p>`, "![De boom](plaat.png)\nar> الشجرة\n\ntekst\n\n![](plaat.png)\n", []Kind{Picture, BadPicture, NoPicture, External}},
		"text box":               {`<w:p>` + run("naast") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>` + par("", "vak") + `</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + par("", "vak") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "naast\n\nvak\n", []Kind{TextBox}},
		"ink":                    {`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="aink"><w:drawing/></mc:Choice><mc:Fallback>` + `<w:drawing><a:blip r:embed="plaat"/></w:drawing>` + `</mc:Fallback></mc:AlternateContent></w:r></w:p>`, "![](plaat.png)\n", nil},
		"drawn":                  {`<w:p>` + run("x") + `<w:r><w:drawing><dgm:relIds r:dm="smart"/></w:drawing></w:r><w:r><w:drawing><wps:wsp/></w:drawing></w:r><w:r><w:object><o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>`, "xa=b\n", []Kind{Diagram, Shape, Object, Equation}},
		"notes":                  {`<w:p>` + run("zin") + `<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>`, "zin\n", []Kind{Note, Comment}},
		"lines":                  {par("", "Naam: ________") + par("", "________") + par("", "........") + par("", "Ik __ jij") + `<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9000"/></w:tabs></w:pPr><w:r><w:tab/></w:r></w:p>`, "Naam:\n\n___\n___\n___\n\nIk __ jij\n\n___\n", nil},
		"hidden":                 {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>` + run("open") + `</w:p>`, "open\n", nil},
		"under each other":       {par("Kop1", "Kop") + arabic("عنوان") + par("", "Een") + par("", "Twee") + arabic("واحد") + arabic("اثنان"), "# Kop\nar> عنوان\n\nEen\nar> واحد\n\nTwee\nar> اثنان\n", nil},
		"two for one":            {par("", "Een") + arabic("واحد") + arabic("وأيضا"), "Een\nar> واحد\\\nوأيضا\n", nil},
		"list after list":        {par("", "Vooraf") + listed(1, 0, "een") + listed(1, 0, "twee") + arabic("واحد") + arabic("اثنان"), "Vooraf\n\n- een\nar> واحد\n- twee\nar> اثنان\n", nil},
		"not plain":              {par("", "Een") + par("", "Twee") + par("", "Drie") + arabic("واحد") + arabic("اثنان"), "Een\n\nTwee\n\nDrie\n\nواحد\n\nاثنان\n", []Kind{Alone, Alone}},
		"farsi, tigrinya":        {par("", "Een") + strings.ReplaceAll(arabic("یک"), "ar-SA", "fa-IR") + par("", "Twee") + par("", "ክልተ"), "Een\nfa> یک\n\nTwee\nti> ክልተ\n", nil},
		"all arabic":             {arabic("واحد") + arabic("اثنان"), "واحد\n\nاثنان\n", nil},
		"two columns":            {table([]string{par("", "Nederlands"), arabic("العربية")}, []string{par("", "Een") + par("", "Twee"), arabic("واحد") + arabic("اثنان")}, []string{par("", "Drie"), `<w:p/>`}), "Nederlands\nar> العربية\n\nEen\nar> واحد\n\nTwee\nar> اثنان\n\nDrie\n", nil},
		"columns turned":         {table([]string{arabic("واحد"), par("", "Een")}, []string{arabic("اثنان"), par("", "Twee")}), "Een\nar> واحد\n\nTwee\nar> اثنان\n", nil},
		"columns of more":        {table([]string{par("", "Een"), arabic("واحد") + arabic("وأيضا")}), "Een\nar> واحد\\\nوأيضا\n", []Kind{Table}},
		"a table":                {table([]string{par("", "dag"), par("", "wat")}, []string{par("", "ma"), par("", "zwemmen")}), "dag\n\nwat\n\nma\n\nzwemmen\n", []Kind{Table}},
		"a frame":                {table([]string{par("", "kader")}) + par("", "x") + table([]string{`<w:p/>`}), "kader\n\nx\n\n===\n===\n===\n", nil},
		"within a table":         {table([]string{table([]string{par("", "a"), par("", "b")}) + `<w:p/>`, par("", "c"), par("", "d")}), "a\n\nb\n\nc\n\nd\n", []Kind{Table, Table}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := fromBytes(zipped(t, parts(t, c.body)))
			if err != nil {
				t.Fatal(err)
			}
			if text := string(bilingual.Format(got.Doc)); text != c.want {
				t.Errorf("%s\nis not\n%s", text, c.want)
			}
			var kinds []Kind
			for _, r := range got.NotUnderstood {
				if r.Place.Page > 0 || r.Kind != Margin && r.Kind != External {
					kinds = append(kinds, r.Kind)
				}
			}
			if !reflect.DeepEqual(kinds, c.kinds) {
				t.Errorf("%v is named, not %v", got.NotUnderstood, c.kinds)
			}
		})
	}
}

// A remark says where something stands and what it says.
func TestRemarks(t *testing.T) {
	body := par("Kop1", "Een") + par("", "a") + `<w:p><w:r><w:br w:type="page"/></w:r></w:p>` + `<w:p>` + run("zin") + `<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
	got, err := fromBytes(zipped(t, parts(t, body)))
	if err != nil {
		t.Fatal(err)
	}
	want := []Remark{{Note, Place{Page: 2, Paragraph: 4, Heading: "Een"}, "Uit een boek"}, {Margin, Place{}, "Stichting Thuis"}, {External, Place{}, "https://ergens.nl/t.dotx"}}
	if !reflect.DeepEqual(got.NotUnderstood, want) {
		t.Errorf("%+v", got.NotUnderstood)
	}
}

// A plain text keeps its mistakes with their lines.
func TestFromText(t *testing.T) {
	got, err := FromText([]byte("# Kop\n\n---\nar> alleen\n"))
	if err != nil || len(got.NotUnderstood) != 1 || got.NotUnderstood[0].Place != (Place{Line: 4, Heading: "Kop"}) || !slices.Contains(Kinds(), got.NotUnderstood[0].Kind) {
		t.Errorf("%+v %v", got.NotUnderstood, err)
	}
}

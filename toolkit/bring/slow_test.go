package bring

import (
	"strings"
	"testing"
	"time"
)

// A document whose parts each make the reader look at all that went before is read in the time
// of any other: the question of a field with much in it, pages that end among spaces.
func TestNothingIsLookedAtAgainAndAgain(t *testing.T) {
	const many = 80_000
	field := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	for name, body := range map[string]string{
		"field": `<w:p>` + field("begin") + `<w:r><w:instrText>QUOTE ` + strings.Repeat("a ", 4<<20) + `</w:instrText></w:r>` + field("separate") +
			strings.Repeat(run("x"), many) + field("end") + `</w:p>`,
		"runs":  `<w:p>` + strings.Repeat(run(strings.Repeat("woord ", 15)), many) + `</w:p>`,
		"bold":  `<w:p>` + strings.Repeat(run("een ")+`<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> * twee \\ </w:t></w:r>`, many/2) + `</w:p>`,
		"links": `<w:p>` + run("x") + strings.Repeat(`<w:hyperlink r:id="long">`+run("x")+`</w:hyperlink>`, many/2) + `</w:p>`,
		"pages": `<w:p>` + run("x") + strings.Repeat(`<w:r><w:t> </w:t><w:br w:type="page"/></w:r>`, many) + run("y") + `</w:p>`,
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			p := parts(t, body)
			p["word/_rels/document.xml.rels"] = strings.Replace(wordLinks, "</Relationships>", `<Relationship Id="long" Type="x/hyperlink" TargetMode="External" Target="https://kring.nl/`+strings.Repeat("a(", 4<<20)+`"/></Relationships>`, 1)
			got, err := fromBytes(zipped(t, p))
			if err != nil || len(got.Doc.Blocks) == 0 {
				t.Errorf("%v: %d blocks", err, len(got.Doc.Blocks))
			}
			if took := time.Since(began); took > 15*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

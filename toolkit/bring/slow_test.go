package bring

import (
	"strings"
	"testing"
	"time"
)

// A document whose parts each make the reader look at all that went before is read in the time
// of any other: the question of a field with much in it, pages that end among spaces.
func TestNothingIsLookedAtAgainAndAgain(t *testing.T) {
	const many = 150_000
	field := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	for name, body := range map[string]string{
		"field": `<w:p>` + field("begin") + `<w:r><w:instrText>QUOTE ` + strings.Repeat("a ", 4<<20) + `</w:instrText></w:r>` + field("separate") +
			strings.Repeat(run("x"), many) + field("end") + `</w:p>`,
		"pages": `<w:p>` + run("x") + strings.Repeat(`<w:r><w:t> </w:t><w:br w:type="page"/></w:r>`, many) + run("y") + `</w:p>`,
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			got, err := fromBytes(zipped(t, parts(t, body)))
			if err != nil || len(got.Doc.Blocks) == 0 {
				t.Errorf("%v: %d blocks", err, len(got.Doc.Blocks))
			}
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

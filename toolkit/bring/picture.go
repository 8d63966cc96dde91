package bring

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // kinds of pictures that a document may hold
	_ "image/jpeg"
	_ "image/png"
	"path"
	"regexp"
	"strings"

	_ "golang.org/x/image/webp"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// linkCode is how a text that Kring wrote names what a phone scans of a link: it is made anew
// from the link.
var linkCode = regexp.MustCompile(`^\d+ code$`)

// drawn reads what is drawn within a text: pictures, text boxes, and what Kring does not know.
func (r *reader) drawn(n *node, w *words) {
	name := n.find("docPr").get("name")
	if linkCode.MatchString(name) {
		return
	}
	found, wide := false, strings.HasSuffix(name, " wide")
	var pictures []string
	n.each("blip", func(b *node) {
		found = true
		if id := r.best(b); id != "" {
			pictures = append(pictures, id)
		} else if id := b.get("link"); id != "" {
			r.remark(External, r.rels[id].target)
		}
	})
	n.each("imagedata", func(b *node) {
		found = true
		pictures = append(pictures, b.get("r:id"))
	})
	n.each("txbxContent", func(b *node) {
		found = true
		r.boxes = append(r.boxes, b)
	})
	if n.name == "object" {
		r.remark(Object, n.find("OLEObject").get("ProgID"))
		return
	}
	if data := n.find("relIds"); data != nil {
		r.remark(Diagram, r.diagram(data))
	} else if n.find("chart") != nil {
		r.remark(Diagram, n.find("docPr").get("descr"))
	} else if !found && !rule(n) {
		r.remark(Shape, n.find("docPr").get("name"))
	}
	if len(pictures) > 0 {
		r.cut(w)
	}
	for _, id := range pictures {
		r.picture(id, wide)
	}
}

// rule tells whether something drawn is a line across the page alone.
func rule(n *node) bool {
	rect := n.find("rect")
	return rect.get("hr") != "" || n.name == "pict" && len(n.kids) == 0
}

// best is the picture of several that say the same: pixels, or the drawing where the pixels
// are of a kind that cannot be printed.
func (r *reader) best(blip *node) string {
	id := blip.get("embed")
	if svg := blip.find("svgBlip").get("embed"); svg != "" && (id == "" || foreign(r.rels[id].target)) {
		return svg
	}
	return id
}

// foreign tells whether a picture is of a kind of Windows alone.
func foreign(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".emf", ".wmf", ".emz", ".wmz", ".tif", ".tiff", ".bmp", ".pcz", ".pct":
		return true
	}
	return false
}

// diagram is what SmartArt says.
func (r *reader) diagram(n *node) string {
	root, err := r.part(r.rels[n.get("dm")].target)
	if err != nil {
		return ""
	}
	return root.words()
}

// picture keeps one and makes a block of it.
func (r *reader) picture(id string, wide bool) {
	rel, ok := r.rels[id]
	switch {
	case !ok:
		r.remark(NoPicture, id)
		return
	case rel.external:
		r.remark(External, rel.target)
		return
	}
	name, kind := r.keep(rel.target)
	if kind != "" {
		r.remark(kind, path.Base(rel.target))
		return
	}
	r.add(item{block: bilingual.Block{Kind: bilingual.Image, Path: name, Wide: wide}})
}

// keep takes a picture along, once for each part, and gives the path it has from now on; or
// what is wrong with it.
func (r *reader) keep(part string) (string, Kind) {
	if name, known := r.names[part]; known {
		return name, ""
	}
	if _, known := r.wrong[part]; !known {
		r.wrong[part] = r.take(part)
	}
	return r.names[part], r.wrong[part]
}

// take reads a picture; "" where nothing is wrong with it.
func (r *reader) take(part string) Kind {
	if foreign(part) {
		return Picture
	}
	if !r.a.has(part) {
		return NoPicture
	}
	data, err := r.a.read(part, maxPicture)
	if errors.Is(err, ErrUnpacked) {
		return HugePicture
	}
	if err != nil {
		return BadPicture
	}
	ext, pixels := kindOf(data)
	if ext == "" {
		return BadPicture
	}
	r.pixels += pixels
	name := r.free(part, ext)
	switch export.CheckPicture(name, data, r.pixels < maxPixels) {
	case bilingual.HugePicture:
		return HugePicture
	case bilingual.BadPicture:
		if ext == ".svg" {
			return Picture
		}
		return BadPicture
	}
	if r.pixels < maxPixels {
		if data, ext = export.ShrinkPicture(name, data); ext != path.Ext(name) {
			name = r.free(part, ext)
		}
	}
	r.names[part], r.out.Pictures[name] = name, data
	return ""
}

// maxPixels is how many are looked at one by one while a document is read; after that the
// heads of pictures are believed, and a wrong one is found when it is printed.
const maxPixels = 300_000_000

// ofDrawing is what a drawing counts for: to read one takes as long.
const ofDrawing = 2_000_000

// kindOf tells by its bytes what a picture is, and of how many pixels.
func kindOf(data []byte) (ext string, pixels int) {
	if c, format, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		return map[string]string{"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}[format], c.Width * c.Height
	}
	if bytes.Contains(data[:min(len(data), 2000)], []byte("<svg")) {
		return ".svg", ofDrawing
	}
	return "", 0
}

var unsafeLetters = regexp.MustCompile(`[^a-z0-9-]+`)

// free is a name for a picture that can be a file on any computer and that no other has.
func (r *reader) free(part, ext string) string {
	stem := strings.ToLower(strings.TrimSuffix(path.Base(part), path.Ext(part)))
	stem = strings.Trim(unsafeLetters.ReplaceAllString(stem, "-"), "-")
	if len(stem) > 40 || stem == "" || reserved.MatchString(stem) {
		stem = "picture"
	}
	if stem[0] >= '0' && stem[0] <= '9' {
		stem = "picture-" + stem
	}
	name := stem + ext
	for i := 2; r.out.Pictures[name] != nil; i++ {
		name = fmt.Sprintf("%s-%d%s", stem, i, ext)
	}
	return name
}

// reserved are names that Windows keeps for itself.
var reserved = regexp.MustCompile(`^(?:con|prn|aux|nul|com\d|lpt\d)$`)

package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// What the file of a drawing may be.
const (
	maxDrawingFile  = 2 << 20
	maxDrawingParts = 5000
	maxDrawingDepth = 64
)

// undrawable is what an SVG may hold and Kring does not draw. Such a drawing is refused,
// rather than printed without a part of it; what runs or fetches is among it.
var undrawable = []string{
	"script", "foreignObject", "image", "text", "use", "symbol", "filter", "mask", "clipPath", "pattern", "marker",
	"animate", "animateMotion", "animateTransform", "set", "iframe", "video", "audio",
}

// checkDrawing reads a file from end to end before anything is drawn: whole, not too deep,
// with numbers that are numbers and nothing that leads out of it. An XML reader of Go never
// resolves entities; a file that declares some is refused all the same.
func checkDrawing(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	depth, parts := 0, 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%w: %w", errDrawing, err)
		}
		switch t := t.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return fmt.Errorf("%w: it declares entities", errDrawing)
			}
		case xml.StartElement:
			depth++
			if parts++; parts > maxDrawingParts || depth > maxDrawingDepth {
				return fmt.Errorf("%w: too many parts", errDrawing)
			}
			if parts == 1 && t.Name.Local != "svg" {
				return fmt.Errorf("%w: a file of <%s>", errDrawing, t.Name.Local)
			}
			if err := checkPart(t, depth); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
		}
	}
	if parts == 0 {
		return fmt.Errorf("%w: nothing in it", errDrawing)
	}
	return nil
}

func checkPart(t xml.StartElement, depth int) error {
	if slices.Contains(undrawable, t.Name.Local) || t.Name.Local == "svg" && depth > 1 {
		return fmt.Errorf("%w: it has <%s>", errDrawing, t.Name.Local)
	}
	if rings(t) > 1 && slices.ContainsFunc(t.Attr, evenOdd) {
		return fmt.Errorf("%w: it has holes by the even-odd rule", errDrawing)
	}
	for _, a := range t.Attr {
		if !decent(a.Name.Local, a.Value) {
			return fmt.Errorf("%w: %s=%q", errDrawing, a.Name.Local, a.Value)
		}
	}
	return nil
}

// rings is how many rings a part may have; what holds others may have any.
func rings(t xml.StartElement) int {
	if slices.Contains([]string{"svg", "g", "a"}, t.Name.Local) {
		return 2
	}
	n := 0
	for _, a := range t.Attr {
		if a.Name.Local == "d" {
			n = strings.Count(strings.ToLower(a.Value), "m")
		}
	}
	return n
}

// evenOdd tells whether an attribute asks for the rule by which crossing rings make holes.
// The library does not know it; where there is one ring it rarely matters.
func evenOdd(a xml.Attr) bool {
	return (a.Name.Local == "fill-rule" || a.Name.Local == "style") && strings.Contains(a.Value, "evenodd")
}

// decent tells whether an attribute is one that can be drawn: styles are looked at one by one.
func decent(name, value string) bool {
	switch name {
	case "style":
		for pair := range strings.SplitSeq(value, ";") {
			if n, v, _ := strings.Cut(pair, ":"); !decent(strings.TrimSpace(n), strings.TrimSpace(v)) {
				return false
			}
		}
		return true
	case "display":
		return value != "none"
	case "visibility":
		return value == "visible" || value == "inherit"
	case "href":
		return strings.HasPrefix(value, "#")
	case "stroke-dasharray":
		return steps(value)
	case "clip-path", "mask", "filter":
		return value == "none" || value == ""
	}
	if strings.Contains(value, "url(") && !strings.Contains(value, "url(#") {
		return false
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	return err != nil || !math.IsNaN(f) && math.Abs(f) < 1e9
}

// steps tells whether a line can be broken so: by steps that get anywhere.
func steps(value string) bool {
	if value == "none" {
		return true
	}
	sum := 0.0
	for _, s := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ' ' }) {
		f, err := strconv.ParseFloat(strings.TrimSuffix(s, "px"), 64)
		if err != nil || !(f >= 0) || math.IsInf(f, 0) {
			return false
		}
		sum += f
	}
	return sum > 0
}

// oneScale is a transform that the library reads as a drawing of no height.
var oneScale = regexp.MustCompile(`scale\(\s*([-+.\deE]+)\s*\)`)

// corrected says such a transform in two numbers, and that a line of which nothing is said
// is one unit wide, for which the library takes two.
func corrected(data []byte) []byte {
	data = oneScale.ReplaceAll(data, []byte("scale($1,$1)"))
	root := bytes.Index(data, []byte("<svg"))
	if root < 0 {
		return data
	}
	head, _, _ := bytes.Cut(data[root:], []byte(">"))
	if bytes.Contains(head, []byte("stroke-width")) {
		return data
	}
	return slices.Concat(data[:root+4], []byte(` stroke-width="1"`), data[root+4:])
}

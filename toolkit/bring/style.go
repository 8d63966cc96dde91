package bring

import (
	"regexp"
	"strconv"
	"strings"
)

// style is what a style of paragraphs or letters means for the text.
type style struct {
	level   int // of a heading, from 1; 0 is none
	caption bool
	aside   bool // a translation, as Kring writes it
	writing bool // a line to write on, as Kring writes it
	toc     bool // a line of a table of contents
	breaks  bool // a page begins before it
	leader  bool // its tabs draw lines
	bold    bool
	italic  bool
	num     string // of a list; "" is none
	numLvl  int
}

// headingName is a name of a heading style in the languages of Word that users have here;
// others are known by their outline level.
var headingName = regexp.MustCompile(`^(?:heading|kop|titre|überschrift|titolo|título|nagłówek|başlık|عنوان)\s*([1-9])$`)

// named is what the name of a style alone says.
func (s style) named(name string) style {
	name = strings.ToLower(strings.TrimSpace(name))
	if m := headingName.FindStringSubmatch(name); m != nil {
		s.level = min(int(m[1][0]-'0'), 6)
	}
	switch {
	case name == "title" || name == "titel":
		s.level = 1
	case name == "caption" || name == "bijschrift":
		s.caption = true
	case name == "translation" || name == "translation heading" || name == "translationheading":
		s.aside = true
	case name == "writing":
		s.writing = true
	case strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "toc") && len(name) == 4 || name == "contents heading" || name == "toc heading":
		s.toc = true
	}
	return s
}

// styles are those of a document by their ids.
type styles map[string]style

// of gives a style; one that the document does not describe means what it is called.
func (s styles) of(id string) style {
	if known, ok := s[id]; ok || id == "" {
		return known
	}
	return style{}.named(id)
}

// readStyles follows each style to those that it is based on.
func readStyles(root *node) styles {
	raw := map[string]*node{}
	for _, n := range kidsOf(root, "style") {
		raw[n.get("styleId")] = n
	}
	out := styles{}
	for id := range raw {
		out[id] = resolved(raw, id, map[string]bool{})
	}
	return out
}

func kidsOf(n *node, name string) (out []*node) {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
	}
	return out
}

// resolved is a style with what it takes from others; one that is based on itself ends there.
func resolved(raw map[string]*node, id string, seen map[string]bool) style {
	n := raw[id]
	if n == nil || seen[id] || len(seen) > 30 {
		return style{}
	}
	seen[id] = true
	s := resolved(raw, n.val("basedOn"), seen)
	s = s.named(id).named(n.val("name"))
	s.level = outline(n.child("pPr"), s.level)
	if num := n.child("pPr", "numPr"); num != nil {
		if id := num.val("numId"); id != "" {
			s.num = id
		}
		s.numLvl = level(num.val("ilvl"))
	}
	if on, there := n.on("pPr", "pageBreakBefore"); there {
		s.breaks = on
	}
	s.leader = s.leader || hasLeader(n.child("pPr"))
	s.bold, s.italic = letters(n.child("rPr"), s.bold, s.italic)
	return s
}

// outline is the level of a heading that paragraph properties say; 9 is a text.
func outline(props *node, level int) int {
	n, err := strconv.Atoi(props.val("outlineLvl"))
	switch {
	case err != nil || n < 0:
		return level
	case n >= 9:
		return 0
	}
	return min(n+1, 6)
}

func level(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return min(max(n, 0), 8)
}

// hasLeader tells whether tabs draw a line to write on.
func hasLeader(props *node) bool {
	for _, tab := range kidsOf(props.child("tabs"), "tab") {
		switch tab.get("leader") {
		case "underscore", "dot", "hyphen", "heavy", "middleDot":
			return true
		}
	}
	return false
}

// letters are bold and italic as run properties change them; those of Arabic letters have
// switches of their own.
func letters(props *node, bold, italic bool) (bool, bool) {
	rtl, _ := props.on("rtl")
	b, i := "b", "i"
	if rtl {
		b, i = "bCs", "iCs"
	}
	if on, there := props.on(b); there {
		bold = on
	}
	if on, there := props.on(i); there {
		italic = on
	}
	return bold, italic
}

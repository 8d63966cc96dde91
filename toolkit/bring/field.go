package bring

import (
	"regexp"
	"strings"
	"unicode"
)

// field is something that Word works out: what it asks for, and then what came out.
type field struct {
	asks   strings.Builder
	result bool
	kind   string // once there is a result: each run within asks for it
	before string // the link around it
	legacy bool   // a box to tick of before 2007
}

// kindOfField is the first word of what a field asks for.
func kindOfField(asks string) string {
	asks = strings.TrimLeftFunc(asks, unicode.IsSpace)
	if end := strings.IndexFunc(asks, unicode.IsSpace); end >= 0 {
		asks = asks[:end]
	}
	return strings.ToUpper(asks)
}

// inContents tells whether a table of contents goes on.
func (r *reader) inContents() bool {
	for _, f := range r.fields {
		if f.result && f.kind == "TOC" {
			return true
		}
	}
	return false
}

// asking tells whether what stands here is a question to Word and no text.
func (r *reader) asking() bool {
	n := len(r.fields)
	return n > 0 && !r.fields[n-1].result
}

// fieldPart follows a field from its question to its answer.
func (r *reader) fieldPart(k *node, w *words) {
	n := len(r.fields)
	if k.name == "instrText" {
		if n > 0 && !r.fields[n-1].result {
			r.fields[n-1].asks.WriteString(k.text)
		}
		return
	}
	switch k.get("fldCharType") {
	case "begin":
		if n < maxDepth {
			f := &field{before: w.link, legacy: k.child("ffData", "checkBox") != nil}
			if f.legacy {
				w.add(ticked(k), false, false, "")
			}
			r.fields = append(r.fields, f)
		}
	case "separate":
		if n > 0 {
			f := r.fields[n-1]
			f.result, f.kind = true, kindOfField(f.asks.String())
			r.answers(f, w)
		}
	case "end":
		if n > 0 {
			w.link = r.fields[n-1].before
			if !r.fields[n-1].result {
				r.worked(r.fields[n-1].asks.String(), "")
			}
			r.fields = r.fields[:n-1]
		}
	}
}

// follow goes through the fields of what is not read.
func (r *reader) follow(n *node) {
	for _, k := range n.kids {
		if k.name == "fldChar" || k.name == "instrText" {
			r.fieldPart(k, &words{langs: map[string]int{}})
		}
		r.follow(k)
	}
}

// answers begins the answer of a field.
func (r *reader) answers(f *field, w *words) {
	switch f.kind {
	case "HYPERLINK":
		if m := quoted.FindStringSubmatch(f.asks.String()); m != nil {
			w.link = r.address(m[1])
		}
	case "TOC":
		r.once(Contents, "")
	default:
		r.worked(f.asks.String(), "")
	}
}

var quoted = regexp.MustCompile(`(?i)HYPERLINK\s+"([^"]+)"`)

// worked notes a field that somebody fills in, or that would say something else tomorrow.
// Numbers of captions and references stay as the text that they are.
func (r *reader) worked(asks, said string) {
	switch kindOfField(asks) {
	case "", "SEQ", "REF", "PAGEREF", "HYPERLINK", "FORMCHECKBOX", "NOTEREF", "STYLEREF", "XE", "TC", "TOC", "QUOTE", "SYMBOL", "LISTNUM":
		return
	}
	r.remark(Field, strings.TrimSpace(asks+" "+said))
}

func ticked(k *node) string {
	box := k.child("ffData", "checkBox")
	if on, there := box.on("checked"); on || !there && box.val("default") == "1" {
		return "☒ "
	}
	return "☐ "
}

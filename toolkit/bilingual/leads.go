package bilingual

import (
	"net/url"
	"strings"
)

// Leads is what a link says and where it leads: what stands in one language of a block. A
// translation that is a link itself, "[words](https://…)", leads to its own address, such as
// that of a film in its language; another leads to the block's.
func (b Block) Leads(text string) (words, address string) {
	if words, address, ok := Led(text); ok && b.Kind == Link {
		return words, address
	}
	return text, b.Path
}

// Led takes a text that is a link and nothing else apart.
func Led(text string) (words, address string, ok bool) {
	m := linkLine.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || strings.TrimSpace(m[1]) == "" || !WellFormed(m[2]) {
		return text, "", false
	}
	return strings.TrimSpace(m[1]), m[2], true
}

// Linked writes a link with its words, as Led takes them apart.
func Linked(words, to string) string { return "[" + closed(words) + "](" + address.Replace(to) + ")" }

// WellFormed tells whether an address can be one on the web: it has a name of a site, and
// what may not stand in an address is written with percent signs.
func WellFormed(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" {
		return false
	}
	_, err = url.ParseQuery(u.RawQuery)
	return err == nil
}

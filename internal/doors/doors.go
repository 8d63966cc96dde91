// Package doors says which room of Kring may import which.
package doors

import (
	"fmt"
	"slices"
	"strings"
)

const module = "kring/"

// Wrong lists the imports that no door allows. graph maps a package to what it
// imports, both as import paths.
func Wrong(graph map[string][]string) []string {
	var out []string
	for from, imports := range graph {
		for _, to := range imports {
			if why := forbidden(from, to); why != "" {
				out = append(out, fmt.Sprintf("%s imports %s: %s", from, to, why))
			}
		}
	}
	slices.Sort(out)
	return out
}

func forbidden(from, to string) string {
	room := strings.TrimPrefix(from, module)
	other, ours := strings.CutPrefix(to, module)
	switch {
	case strings.HasPrefix(to, "fyne.io/") && !in(room, "app"):
		return "only app imports fyne"
	case strings.HasPrefix(to, "go.etcd.io/bbolt") && !in(room, "internal/vault"):
		return "only internal/vault imports bbolt"
	case !ours:
		return ""
	case in(other, "app") && from != "kring" && !in(room, "app"):
		return "nothing imports app"
	case in(room, "i18n") || in(room, "assets"):
		return "i18n and assets import nothing of ours"
	case in(room, "internal/vault"):
		return "vault knows bytes and collections alone"
	case in(room, "internal/typeset") && other != "assets":
		return "typeset knows fonts and text alone"
	case in(room, "internal/sheet"):
		return "sheet knows rows and columns alone"
	case in(room, "sessions") && in(other, "toolkit"):
		return "toolkit may import sessions, not the reverse"
	}
	return ""
}

func in(pkg, room string) bool { return pkg == room || strings.HasPrefix(pkg, room+"/") }

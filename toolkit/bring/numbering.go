package bring

import "strconv"

// numbering is what the lists of a document look like, and how far each has counted.
type numbering struct {
	kinds  map[string]*[9]listLevel // of an abstract list
	lists  map[string]list          // by number
	counts map[string]*[9]int       // by abstract list
	used   map[string]bool
}

// listLevel is one level of a list.
type listLevel struct {
	format string // bullet, decimal, …
	start  int
	style  string // the paragraph style that takes this level
	text   string
}

type list struct {
	kind  string
	start map[int]int // by level, where this list begins anew
}

func readNumbering(root *node) *numbering {
	n := &numbering{map[string]*[9]listLevel{}, map[string]list{}, map[string]*[9]int{}, map[string]bool{}}
	for _, kind := range kidsOf(root, "abstractNum") {
		levels := &[9]listLevel{}
		for _, l := range kidsOf(kind, "lvl") {
			levels[level(l.get("ilvl"))] = listLevel{l.val("numFmt"), atLeast(l.val("start"), 1), l.val("pStyle"), l.val("lvlText")}
		}
		n.kinds[kind.get("abstractNumId")] = levels
	}
	for _, num := range kidsOf(root, "num") {
		one := list{num.val("abstractNumId"), map[int]int{}}
		for _, o := range kidsOf(num, "lvlOverride") {
			if o.child("startOverride") != nil {
				one.start[level(o.get("ilvl"))] = atLeast(o.val("startOverride"), 1)
			}
		}
		n.lists[num.get("numId")] = one
	}
	return n
}

func atLeast(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 999_999 {
		return otherwise
	}
	return n
}

// level is what a list has at a level; ok is false where there is no such list.
func (n *numbering) level(id string, at int) (listLevel, bool) {
	l, ok := n.lists[id]
	levels := n.kinds[l.kind]
	if !ok || levels == nil {
		return listLevel{}, false
	}
	return levels[at], true
}

// levelOf is the level that a list gives a paragraph style.
func (n *numbering) levelOf(id, style string, otherwise int) int {
	if levels := n.kinds[n.lists[id].kind]; levels != nil {
		for i, l := range levels {
			if l.style == style && style != "" {
				return i
			}
		}
	}
	return otherwise
}

// next counts an item of a list and gives its number.
func (n *numbering) next(id string, at int) int {
	l := n.lists[id]
	counts := n.counts[l.kind]
	if counts == nil {
		counts = &[9]int{}
		n.counts[l.kind] = counts
	}
	if !n.used[id] {
		n.used[id] = true
		for level := range l.start {
			counts[level] = 0
		}
	}
	start := n.kinds[l.kind][at].start
	if s, ok := l.start[at]; ok {
		start = s
	}
	if counts[at] == 0 {
		counts[at] = start
	} else {
		counts[at]++
	}
	for deeper := at + 1; deeper < len(counts); deeper++ {
		counts[deeper] = 0
	}
	return counts[at]
}

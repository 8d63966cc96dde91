package export

import (
	"fmt"
	"image/color"

	"kring/internal/typeset"
)

// Kitchen is the paper of an evening on which a group cooks: the menu, what to buy with
// boxes to tick, what is in every dish, and then the recipes.
type Kitchen struct {
	Title, Subtitle string
	Intro           []Labelled // the menu, what was shared
	Notices         []string   // what to look out for
	ListTitle       string
	Sections        []ShopSection
	Totals          []string
	TableTitle      string
	Table           []Labelled // each dish with what it contains
	TableNote       string
	Recipes         []KitchenRecipe
	Rules           []Labelled // of hygiene
	RulesTitle      string
	Lang            string
}

// ShopSection is a part of the shop with what to take there.
type ShopSection struct {
	Name  string
	Lines []ShopLine
}

// ShopLine is one thing to buy, or one that goes into a recipe.
type ShopLine struct {
	Name, Amount, Price string
	Got                 bool // ticked already
}

// KitchenRecipe is a recipe for the people who come.
type KitchenRecipe struct {
	Title, Facts, About string
	Parts               []ShopLine
	Steps               []string
	TasksLabel, Watch   string
	Tasks               []string
}

// The measures of a kitchen paper on A4, in points.
const (
	kitchenGap    = 22.0  // between two columns
	kitchenParts  = 190.0 // the ingredients beside the steps
	kitchenIndent = 15.0  // behind a box or a number
	kitchenPrice  = 34.0
	kitchenFoot   = 18.0
)

// cook places a kitchen paper on pages, from the side where reading begins.
type cook struct {
	reporter
	Kitchen
}

// Pages lays the paper out on A4. A recipe begins a new page where it does not fit.
func (k Kitchen) Pages() []*Page {
	c := &cook{reporter: reporter{Report: Report{Lang: k.Lang}}, Kitchen: k}
	c.newPage()
	c.head()
	c.shopping()
	c.table()
	for i, r := range k.Recipes {
		c.recipe(r, i == 0)
	}
	c.rules()
	c.foot()
	return c.pages
}

func (c *cook) width() float64 { return A4.Width - 2*reportMargin }

func (c *cook) bottom() float64 { return A4.Height - reportMargin - kitchenFoot }

// need begins a new page when less than h is left.
func (c *cook) need(h float64) {
	if c.y+h > c.bottom() {
		c.newPage()
	}
}

// say writes a text from a side over a width, below what stands there.
func (c *cook) say(text string, from, w, size float64, bold bool, ink color.NRGBA, role string) {
	if text != "" {
		c.y += c.text(text, from, w, size, bold, ink, role)
	}
}

func (c *cook) head() {
	c.say(c.Kitchen.Title, 0, c.width(), 22, true, teal, "H1")
	c.y += 2
	c.say(c.Kitchen.Subtitle, 0, c.width(), 11, false, soft, "P")
	c.y += 6
	for _, i := range c.Intro {
		c.labelled(i, 10.5)
	}
	for _, n := range c.Notices {
		c.say(n, 0, c.width(), 10, true, amber, "P")
	}
}

// labelled is a small word above a text or a list.
func (c *cook) labelled(l Labelled, size float64) {
	if l.Text == "" && len(l.Items) == 0 {
		return
	}
	c.need(34)
	c.say(l.Label, 0, c.width(), 9, true, terracotta, "P")
	c.say(l.Text, 0, c.width(), size, false, ink, "P")
	for _, item := range l.Items {
		c.sign("•", 0)
		c.say(item, kitchenIndent, c.width()-kitchenIndent, size, false, ink, "P")
	}
	c.y += 4
}

// sign writes a dot or a number before a text.
func (c *cook) sign(s string, from float64) {
	p := c.page()
	at := len(p.marks)
	t := typeset.Plain(s, 10, kitchenIndent, terracotta)
	t.Dir = typeset.LTR
	if rtl(c.Kitchen.Lang) {
		t.Dir = typeset.RTL // the dot of a number stands on the side of the text
	}
	p.Text(c.left(from, kitchenIndent), c.y, t)
	p.tagged(at, &element{role: "P", lang: c.Kitchen.Lang, text: s})
}

// shopping writes the list in two columns, each as long as the other where that fits.
func (c *cook) shopping() {
	if len(c.Sections) == 0 {
		return
	}
	c.need(90)
	c.y += 6
	c.say(c.ListTitle, 0, c.width(), 14, true, ink, "H2")
	c.y += 3
	c.columns()
	c.y += 4
	for i, t := range c.Totals {
		c.need(16)
		c.say(t, 0, c.width(), 10.5, i == 0, ink, "P")
	}
	c.y += 8
}

// row is one line of the list, or the head of a section.
type row struct {
	head   string
	line   ShopLine
	height float64
}

func (c *cook) rows(w float64) (out []row, all float64) {
	for _, s := range c.Sections {
		out = append(out, row{head: s.Name, height: 21})
		for _, l := range s.Lines {
			out = append(out, row{line: l, height: typeset.Height(c.shopText(l, w).Lay()) + 4})
		}
	}
	for _, r := range out {
		all += r.height
	}
	return out, all
}

// shopText is a line of the list: what, and in a softer colour how much.
func (c *cook) shopText(l ShopLine, w float64) typeset.Paragraph {
	shade := ink
	if l.Got {
		shade = soft
	}
	t := styled(l.Name+"  ", 10, w-kitchenIndent-kitchenPrice, false, shade, c.Kitchen.Lang)
	t.Spans = append(t.Spans, typeset.Span{Text: l.Amount, Size: 9, Color: soft})
	return t
}

func (c *cook) columns() {
	w := (c.width() - kitchenGap) / 2
	rows, left := c.rows(w)
	for len(rows) > 0 {
		top, lowest := c.y, c.y
		end := min(c.bottom(), top+left/2+14)
		for column := range 2 {
			c.y = top
			from := float64(column) * (w + kitchenGap)
			if column == 1 {
				end = c.bottom()
			}
			for len(rows) > 0 && c.fits(rows, end, c.y == top) {
				c.row(rows[0], from, w)
				left -= rows[0].height
				rows = rows[1:]
			}
			lowest = max(lowest, c.y)
		}
		c.y = lowest
		if len(rows) > 0 {
			c.newPage()
		}
	}
}

// fits tells whether a row goes above an end; a head only with the line below it.
func (c *cook) fits(rows []row, end float64, first bool) bool {
	h := rows[0].height
	if rows[0].head != "" && len(rows) > 1 {
		h += rows[1].height
	}
	return first || c.y+h <= end
}

func (c *cook) row(r row, from, w float64) {
	p := c.page()
	if r.head != "" {
		c.y += 5
		c.text(r.head, from, w, 10, true, terracotta, "H3")
		c.y += r.height - 5
		return
	}
	l := r.line
	box := c.left(from, 8.5)
	text := c.shopText(l, w)
	lines := text.Lay()
	middle := c.y + lines[0].Height/2
	p.Frame(box, middle-4.25, 8.5, 8.5, 0.8, ink)
	if l.Got {
		p.Rect(box+2, middle-2.25, 4.5, 4.5, teal)
	}
	at := len(p.marks)
	p.Lines(c.left(from+kitchenIndent, text.Width), c.y, lines)
	p.tagged(at, &element{role: "P", lang: c.Kitchen.Lang, text: l.Name + " " + l.Amount + " " + l.Price})
	price := typeset.Plain(l.Price, 10, kitchenPrice, ink)
	price.Dir = typeset.LTR
	if !rtl(c.Kitchen.Lang) {
		price.Align = typeset.End
	}
	figures := price.Lay()
	drop := (lines[0].Height - figures[0].Height) / 2 // an Arabic line is higher
	p.Lines(c.left(from+w-kitchenPrice, kitchenPrice), c.y+drop, figures)
	c.y += r.height
}

// table says what is in every dish.
func (c *cook) table() {
	if len(c.Table) == 0 {
		return
	}
	c.need(30 + 18*float64(len(c.Table)))
	c.say(c.TableTitle, 0, c.width(), 14, true, ink, "H2")
	c.y += 3
	const name = 190.0
	for _, row := range c.Table {
		c.need(20)
		top := c.y
		h := c.text(row.Label, 0, name-10, 10, true, ink, "P")
		h = max(h, c.text(row.Text, name, c.width()-name, 10, false, ink, "P"))
		c.y = top + h + 3
		c.page().Rect(reportMargin, c.y-1, c.width(), 0.5, rule)
		c.y += 2
	}
	c.y += 2
	c.say(c.TableNote, 0, c.width(), 9, false, amber, "P")
}

// recipe writes one, whole: it is written on a sheet that is thrown away first, to see how
// high it is.
func (c *cook) recipe(r KitchenRecipe, first bool) {
	trial := &cook{reporter: reporter{Report: c.Report}, Kitchen: c.Kitchen}
	trial.newPage()
	trial.put(r)
	if first || c.y+22+trial.y-reportMargin > c.bottom() {
		c.newPage()
	} else {
		c.y += 18
		c.page().Rect(reportMargin, c.y, c.width(), 0.6, rule)
		c.y += 10
	}
	c.put(r)
}

func (c *cook) put(r KitchenRecipe) {
	c.say(r.Title, 0, c.width(), 16, true, teal, "H2")
	c.say(r.Facts, 0, c.width(), 9.5, false, soft, "P")
	c.say(r.About, 0, c.width(), 10.5, false, ink, "P")
	c.y += 6
	top := c.y
	c.parts(r.Parts)
	low := c.y
	c.y = top
	from := kitchenParts + kitchenGap
	for i, s := range r.Steps {
		c.sign(fmt.Sprintf("%d.", i+1), from)
		c.say(s, from+kitchenIndent, c.width()-from-kitchenIndent, 10.5, false, ink, "P")
		c.y += 3
	}
	if len(r.Tasks) > 0 {
		c.y += 3
		c.say(r.TasksLabel, from, c.width()-from, 9, true, terracotta, "P")
		for _, t := range r.Tasks {
			c.sign("•", from)
			c.say(t, from+kitchenIndent, c.width()-from-kitchenIndent, 10.5, false, ink, "P")
		}
	}
	if r.Watch != "" {
		c.y += 3
		c.say(r.Watch, from, c.width()-from, 10, true, amber, "P")
	}
	c.y = max(c.y, low)
}

// parts lists what goes into a recipe, the amounts at the end of their lines.
func (c *cook) parts(parts []ShopLine) {
	const amount = 72.0
	for _, l := range parts {
		top := c.y
		h := c.text(l.Name, 0, kitchenParts-amount-6, 10, false, ink, "P")
		p := c.page()
		at := len(p.marks)
		t := styled(l.Amount, 10, amount, true, ink, c.Kitchen.Lang)
		t.Align = typeset.End
		h = max(h, p.Text(c.left(kitchenParts-amount, amount), c.y, t))
		p.tagged(at, &element{role: "P", lang: c.Kitchen.Lang, text: l.Amount})
		c.y = top + h + 1
		p.Rect(c.left(0, kitchenParts), c.y, kitchenParts, 0.4, rule)
		c.y += 2
	}
}

func (c *cook) rules() {
	if len(c.Rules) == 0 {
		return
	}
	trial := &cook{reporter: reporter{Report: c.Report}, Kitchen: c.Kitchen}
	trial.newPage()
	trial.putRules()
	c.need(16 + trial.y - reportMargin) // whole on one page, to hang on the wall
	c.y += 16
	c.putRules()
}

func (c *cook) putRules() {
	c.say(c.RulesTitle, 0, c.width(), 16, true, teal, "H2")
	c.y += 4
	for _, r := range c.Rules {
		c.labelled(r, 10.5)
	}
}

// foot numbers the pages: in a kitchen they come apart.
func (c *cook) foot() {
	for i, p := range c.pages {
		y := A4.Height - reportMargin*0.7
		p.Rect(reportMargin, y-6, c.width(), 0.6, rule)
		t := styled(c.Kitchen.Title, 8.5, c.width()*0.8, false, soft, c.Kitchen.Lang)
		p.Text(c.left(0, t.Width), y, t)
		n := typeset.Plain(fmt.Sprintf("%d / %d", i+1, len(c.pages)), 8.5, 60, soft)
		n.Dir = typeset.LTR
		if !rtl(c.Kitchen.Lang) {
			n.Align = typeset.End
		}
		p.Text(c.left(c.width()-60, 60), y, n)
	}
}

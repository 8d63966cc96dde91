package export

import (
	"fmt"

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
	kitchenMargin = 48.0
	kitchenGap    = 22.0  // between two columns
	kitchenParts  = 190.0 // the ingredients beside the steps
	kitchenIndent = 15.0  // behind a box or a number
	kitchenPrice  = 34.0
	kitchenFoot   = 18.0
)

// cook places a kitchen paper on pages, from the side where reading begins.
type cook struct {
	sheetOf
	Kitchen
}

func newCook(k Kitchen) *cook {
	return &cook{sheetOf{lang: k.Lang, paper: A4, margin: kitchenMargin}, k}
}

// Pages lays the paper out on A4. A recipe begins a new page where it does not fit.
func (k Kitchen) Pages() []*Page {
	c := newCook(k)
	c.newPage()
	c.head()
	c.shopping()
	listed := len(c.pages)
	c.table()
	apart := len(c.pages) == listed // who shops takes the list along, without a recipe on it
	for i, r := range k.Recipes {
		c.recipe(r, apart && i == 0)
	}
	c.rules()
	c.foot()
	return c.pages
}

func (c *cook) bottom() float64 { return A4.Height - kitchenMargin - kitchenFoot }

// need begins a new page when less than h is left.
func (c *cook) need(h float64) {
	if c.y+h > c.bottom() {
		c.newPage()
	}
}

// say writes a text below what stands there, from some way off the side of reading to the other.
func (c *cook) say(text string, from float64, l look) {
	if text != "" {
		c.y += c.text(text, from, c.y, c.width()-from, l)
	}
}

func (c *cook) head() {
	c.say(c.Kitchen.Title, 0, look{size: 22, bold: true, color: teal, role: "H1"})
	c.y += 2
	c.say(c.Kitchen.Subtitle, 0, look{size: 11, color: soft})
	c.y += 6
	for _, i := range c.Intro {
		c.labelled(i, 10.5)
	}
	for _, n := range c.Notices {
		c.say(n, 0, look{size: 10, bold: true, color: amber})
	}
}

// labelled is a small word above a text or a list.
func (c *cook) labelled(l Labelled, size float64) {
	if l.Text == "" && len(l.Items) == 0 {
		return
	}
	c.need(34)
	c.say(l.Label, 0, look{size: 9, bold: true, color: terracotta})
	c.say(l.Text, 0, look{size: size, color: ink})
	for _, item := range l.Items {
		c.sign("•", 0)
		c.say(item, kitchenIndent, look{size: size, color: ink})
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

// table says what is in every dish.
func (c *cook) table() {
	if len(c.Table) == 0 {
		return
	}
	c.need(30 + 18*float64(len(c.Table)))
	c.say(c.TableTitle, 0, look{size: 14, bold: true, color: ink, role: "H2"})
	c.y += 3
	const name = 190.0
	for _, row := range c.Table {
		c.need(20)
		top := c.y
		h := c.text(row.Label, 0, c.y, name-10, look{size: 10, bold: true, color: ink})
		h = max(h, c.text(row.Text, name, c.y, c.width()-name, look{size: 10, color: ink}))
		c.y = top + h + 3
		c.page().Rect(kitchenMargin, c.y-1, c.width(), 0.5, rule)
		c.y += 2
	}
	c.y += 2
	c.say(c.TableNote, 0, look{size: 9, color: amber})
}

// recipe writes one, whole: it is written on a sheet that is thrown away first, to see how
// high it is.
func (c *cook) recipe(r KitchenRecipe, apart bool) {
	trial := newCook(c.Kitchen)
	trial.newPage()
	trial.put(r)
	if apart || c.y+22+trial.y-kitchenMargin > c.bottom() {
		c.newPage()
	} else {
		c.y += 18
		c.page().Rect(kitchenMargin, c.y, c.width(), 0.6, rule)
		c.y += 10
	}
	c.put(r)
}

func (c *cook) put(r KitchenRecipe) {
	c.say(r.Title, 0, look{size: 16, bold: true, color: teal, role: "H2"})
	c.say(r.Facts, 0, look{size: 9.5, color: soft})
	c.say(r.About, 0, look{size: 10.5, color: ink})
	c.y += 6
	top := c.y
	c.parts(r.Parts)
	low := c.y
	c.y = top
	from := kitchenParts + kitchenGap
	for i, s := range r.Steps {
		c.sign(fmt.Sprintf("%d.", i+1), from)
		c.say(s, from+kitchenIndent, look{size: 10.5, color: ink})
		c.y += 3
	}
	if len(r.Tasks) > 0 {
		c.y += 3
		c.say(r.TasksLabel, from, look{size: 9, bold: true, color: terracotta})
		for _, t := range r.Tasks {
			c.sign("•", from)
			c.say(t, from+kitchenIndent, look{size: 10.5, color: ink})
		}
	}
	if r.Watch != "" {
		c.y += 3
		c.say(r.Watch, from, look{size: 10, bold: true, color: amber})
	}
	c.y = max(c.y, low)
}

// parts lists what goes into a recipe, the amounts at the end of their lines.
func (c *cook) parts(parts []ShopLine) {
	amount := 72.0
	if rtl(c.Kitchen.Lang) {
		amount = 88 // a spoon is two words
	}
	for _, l := range parts {
		top := c.y
		h := c.text(l.Name, 0, c.y, kitchenParts-amount-6, look{size: 10, color: ink})
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
	trial := newCook(c.Kitchen)
	trial.newPage()
	trial.putRules()
	c.need(16 + trial.y - kitchenMargin) // whole on one page, to hang on the wall
	c.y += 16
	c.putRules()
}

func (c *cook) putRules() {
	c.say(c.RulesTitle, 0, look{size: 16, bold: true, color: teal, role: "H2"})
	c.y += 4
	for _, r := range c.Rules {
		c.labelled(r, 10.5)
	}
}

// foot numbers the pages: in a kitchen they come apart.
func (c *cook) foot() {
	for i, p := range c.pages {
		y := A4.Height - kitchenMargin*0.7
		p.Rect(kitchenMargin, y-6, c.width(), 0.6, rule)
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

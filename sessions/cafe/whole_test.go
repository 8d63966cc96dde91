package cafe

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kring/internal/vault"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// world is a vault in which everything is done by chance.
type world struct {
	*rapid.T
	s    *Store
	v    *vault.Vault
	book *kitchen.Book
}

// holding are all collections of a store, as JSON by their names.
func holding(s *Store) map[string]map[string]string {
	m := s.menus
	return map[string]map[string]string{
		colPlaces: records(s.places), colActivities: records(s.activities), colExceptions: records(s.exceptions), colHolders: records(s.holders),
		colTurns: records(s.turns), colTallies: records(s.tallies), colDebriefs: records(s.debriefs), colStars: records(s.stars),
		colWishes: records(s.wishes), colIdeas: records(s.ideas), colVisitors: records(s.visitors), colVisits: records(s.visits),
		colItems: records(s.items), colSkips: records(s.skips), colSettings: records(s.settings), colWatches: records(s.watches),
		colAgreed: records(s.agreed), colTold: records(s.told), colSkills: records(s.skills), colHidden: records(s.hidden),
		colRatings: records(s.ratings), colTalks: records(s.talks), colPresences: records(s.presences),
		colDishes: records(m.dishes), colToBuy: records(m.toBuy), colFigures: records(m.figures), colTicks: records(m.ticks),
	}
}

func records[T any](c *vault.Collection[T]) map[string]string {
	out := map[string]string{}
	for k, x := range c.All() {
		b, err := json.Marshal(x)
		if err != nil {
			panic(err) // no record is like that
		}
		out[k] = string(b)
	}
	return out
}

// journalled is what undo can take back: all but the watch points.
func (w *world) journalled() map[string]map[string]string {
	all := holding(w.s)
	delete(all, colWatches)
	return all
}

// oneOf draws one of some; false: there are none.
func oneOf[T any](w *world, all []T) (x T, ok bool) {
	if len(all) == 0 {
		return x, false
	}
	return all[rapid.IntRange(0, len(all)-1).Draw(w.T, "which")], true
}

func values[T any](c *vault.Collection[T]) (out []T) {
	for _, x := range c.All() {
		out = append(out, x)
	}
	return out
}

var december = calendar.Date{Year: 2026, Month: time.December, Day: 1}

// evening is one of any place in the first eight weeks.
func (w *world) evening() (Evening, bool) {
	return oneOf(w, w.s.Season(december, december.AddDays(56), strings.Compare))
}

// weekly is a rule on a Tuesday or a Wednesday.
func (w *world) weekly() calendar.Rule {
	d := december.AddDays(rapid.IntRange(0, 1).Draw(w.T, "day"))
	r, err := calendar.NewRule(calendar.Week, d.Weekday(), d)
	if err != nil {
		w.Fatal(err)
	}
	return r
}

func (w *world) number(from, to int) int { return rapid.IntRange(from, to).Draw(w.T, "number") }

func (w *world) word() string {
	return rapid.SampledFrom([]string{"Sam", "Noor", "نور"}).Draw(w.T, "word")
}

// on gives what is done with an evening, if there is one.
func on(do func(*world, Evening) error) func(*world) error {
	return func(w *world) error {
		e, ok := w.evening()
		if !ok {
			return nil
		}
		return do(w, e)
	}
}

// of gives what is done with one of the records of a collection, if there is one.
func of[T any](c func(*Store) *vault.Collection[T], do func(*world, T) error) func(*world) error {
	return func(w *world) error {
		x, ok := oneOf(w, values(c(w.s)))
		if !ok {
			return nil
		}
		return do(w, x)
	}
}

// at is an evening of which a record was kept.
func at(placeID string, planned calendar.Date) Evening {
	return Evening{Place: Place{ID: placeID}, Date: planned, Planned: planned}
}

func second[T any](_ T, err error) error { return err }

func thePlaces(s *Store) *vault.Collection[Place]        { return s.places }
func theActivities(s *Store) *vault.Collection[Activity] { return s.activities }
func theHolders(s *Store) *vault.Collection[Holder]      { return s.holders }
func theVisitors(s *Store) *vault.Collection[Visitor]    { return s.visitors }
func theTurns(s *Store) *vault.Collection[Turn]          { return s.turns }
func theSkips(s *Store) *vault.Collection[Skip]          { return s.skips }
func theVisits(s *Store) *vault.Collection[Visit]        { return s.visits }
func theWatches(s *Store) *vault.Collection[Watch]       { return s.watches }
func theToBuy(s *Store) *vault.Collection[ToBuy]         { return s.menus.toBuy }
func theDishes(s *Store) *vault.Collection[Dish]         { return s.menus.dishes }
func theIdeas(s *Store) *vault.Collection[Idea]          { return s.ideas }
func theSkills(s *Store) *vault.Collection[Skill]        { return s.skills }
func theWishes(s *Store) *vault.Collection[Wish]         { return s.wishes }
func theExceptions(s *Store) *vault.Collection[Exception] {
	return s.exceptions
}

// own is an idea of their own.
func (w *world) own() Idea {
	return Idea{Kind: Talk, Title: plan.Text{"nl": w.word()}, Minutes: [2]int{10, 20}, People: [2]int{2, 8}, Noise: 1, Energy: 1, Leads: 1}
}

// deeds are all that people can do, roughly in the order in which they would.
var deeds = []func(*world) error{
	func(w *world) error {
		return second(w.s.SavePlace(Place{Name: w.word(), Audience: Young, Rule: w.weekly(), Start: plan.At(19, 0), End: plan.At(22, 0)}))
	},
	of(thePlaces, func(w *world, p Place) error { p.Quiet = w.word(); return second(w.s.SavePlace(p)) }),
	of(thePlaces, func(w *world, p Place) error {
		return second(w.s.SaveActivity(Activity{PlaceID: p.ID, Title: w.word(), Rule: p.Rule, Leads: w.number(0, 2), OwnSkills: true, Skills: []string{w.s.shipped.skills[w.number(0, 3)].ID}}))
	}),
	of(theActivities, func(w *world, a Activity) error { a.Leads = w.number(0, 2); return second(w.s.SaveActivity(a)) }),
	func(w *world) error {
		return second(w.s.SaveHolder(Holder{Name: w.word(), Paid: w.number(0, 1) == 0, Seen: december.AddDays(-9)}))
	},
	func(w *world) error { return second(w.s.SaveHolder(Holder{Name: "Tom", Seen: december.AddDays(-9)})) },
	of(theHolders, func(w *world, h Holder) error { h.Max = w.number(0, 3); return second(w.s.SaveHolder(h)) }),
	of(theHolders, func(w *world, h Holder) error {
		k, _ := oneOf(w, w.s.Skills("nl", strings.Compare))
		return w.s.SaveSkillForm(SkillForm{h.ID, []Rating{{SkillID: k.ID, Level: OnOwn, Wants: w.number(0, 1) == 1}}, SkillTalk{Date: december, With: "Yara"}})
	}),
	func(w *world) error { return second(w.s.SaveIdea(w.own())) },
	of(theIdeas, func(w *world, x Idea) error { return w.s.SetStar(x, w.number(0, 1) == 0) }),
	func(w *world) error {
		return second(w.s.SaveSkill(Skill{Group: Calm, Title: plan.Text{"nl": w.word()}}))
	},
	func(w *world) error {
		k, _ := oneOf(w, w.s.AllSkills("nl", strings.Compare))
		return w.s.HideSkill(k, w.number(0, 1) == 0)
	},
	on(func(w *world, e Evening) error {
		x, _ := oneOf(w, w.s.Ideas("nl", strings.Compare))
		return second(w.s.TakeIdea(x, e, x.Title.In("nl")))
	}),
	on(func(w *world, e Evening) error {
		return w.s.Except(Exception{PlaceID: e.Place.ID, Date: e.Planned, Change: rapid.SampledFrom([]Change{Cancelled, Moved, Opened}).Draw(w.T, "change"), To: e.Planned.AddDays(w.number(-3, 10))})
	}),
	of(thePlaces, func(w *world, p Place) error {
		return w.s.Except(Exception{PlaceID: p.ID, Date: december.AddDays(w.number(0, 50)), Change: Extra})
	}),
	of(theExceptions, func(w *world, x Exception) error { return w.s.AsAlways(x.PlaceID, x.Date) }),
	on(func(w *world, e Evening) error { return second(w.s.Newcomer(e, w.word())) }),
	on(func(w *world, e Evening) error { return second(w.s.Known(e, w.word())) }),
	of(theVisitors, func(w *world, v Visitor) error {
		e, ok := w.evening()
		if !ok {
			return nil
		}
		return w.s.SetHere(e, v.ID, true)
	}),
	of(theVisits, func(w *world, v Visit) error { return w.s.SetHere(at(v.PlaceID, v.Date), v.VisitorID, false) }),
	of(theVisits, func(w *world, v Visit) error { // once more
		e, ok := w.evening()
		if !ok {
			return nil
		}
		return w.s.SetHere(e, v.VisitorID, true)
	}),
	of(theVisitors, func(w *world, v Visitor) error {
		v.Channel, v.Reach = Somebody, "Yara"
		return second(w.s.SaveVisitor(v))
	}),
	of(theVisitors, func(w *world, v Visitor) error {
		e, ok := w.evening()
		if !ok {
			return nil
		}
		return w.s.SetTold(Absence{Visitor: v, Place: e.Place, Since: e.Planned}, december)
	}),
	on(func(w *world, e Evening) error {
		return w.s.Count(e, Whos()[w.number(0, 2)], w.number(-1, 2))
	}),
	on(func(w *world, e Evening) error {
		return w.s.SaveDebrief(Debrief{PlaceID: e.Place.ID, Date: e.Planned, Word: w.word(), Done: w.number(0, 1) == 0}, december)
	}),
	on(func(w *world, e Evening) error { return w.s.AddWatch(e, secretText, KeepDays()[w.number(0, 3)]) }),
	of(theWatches, func(w *world, x Watch) error { return w.s.RemoveWatch(x) }),
	on(func(w *world, e Evening) error { return w.s.AddWatch(e, secretText, 14) }),
	func(w *world) error { return w.s.ExpireWatches(december.AddDays(w.number(0, 80))) },
	on(func(w *world, e Evening) error {
		var leads []string
		if h, ok := oneOf(w, values(w.s.holders)); ok {
			leads = []string{h.ID}
		}
		return second(w.s.SaveItem(e, Item{Kind: OwnItem, Title: w.word(), Minutes: 10, Leads: leads}))
	}),
	on(func(w *world, e Evening) error {
		x, _ := oneOf(w, w.s.Items(e))
		x.Note = w.word()
		return second(w.s.SaveItem(e, x))
	}),
	on(func(w *world, e Evening) error {
		x, _ := oneOf(w, w.s.Items(e))
		return w.s.MoveItem(e, x.ID, w.number(-2, 2))
	}),
	on(func(w *world, e Evening) error {
		x, _ := oneOf(w, w.s.Items(e))
		return w.s.RemoveItem(e, x)
	}),
	of(theSkips, func(w *world, x Skip) error {
		return w.s.Unskip(at(x.PlaceID, x.Date), x.ActivityID)
	}),
	on(func(w *world, e Evening) error { return w.s.ResetItems(e) }),
	on(func(w *world, e Evening) error {
		return w.s.SaveSetting(Setting{e.Place.ID, e.Planned, w.word(), w.word()})
	}),
	on(func(w *world, e Evening) error { return w.s.SetMeal(e, w.number(1, 30), w.number(0, 4)*1000) }),
	on(func(w *world, e Evening) error {
		return w.s.SetShared(e, map[kitchen.Need]int{kitchen.Needs()[w.number(0, 2)]: w.number(0, 3)})
	}),
	on(func(w *world, e Evening) error { return w.s.TakeDish(e, w.book.Recipes[w.number(0, 9)]) }),
	on(func(w *world, e Evening) error {
		return second(w.s.SaveOwnDish(e, Dish{}, "nl", w.word(), ToBuy{Text: "linzen"}, ToBuy{Text: "ui", Cents: 80}))
	}),
	on(func(w *world, e Evening) error { return second(w.s.SaveToBuy(e, ToBuy{Text: w.word()})) }),
	of(theToBuy, func(w *world, x ToBuy) error {
		return w.s.SetGot(at(x.PlaceID, x.Date), x.ID, rapid.SampledFrom([]Got{"", AtHome, Bought}).Draw(w.T, "got"))
	}),
	of(theToBuy, func(w *world, x ToBuy) error { return w.s.DeleteToBuy(at(x.PlaceID, x.Date), x) }),
	of(theDishes, func(w *world, d Dish) error {
		return w.s.SwapDish(at(d.PlaceID, d.Date), d, w.book.Recipes[w.number(0, 9)])
	}),
	of(theDishes, func(w *world, d Dish) error { return w.s.DeleteDish(at(d.PlaceID, d.Date), d) }),
	of(thePlaces, func(w *world, p Place) error {
		return w.s.Agree(Agreed{PlaceID: p.ID, Year: 2026, Visits: w.number(0, 2) * 50})
	}),
	of(thePlaces, func(w *world, p Place) error {
		return second(w.s.SaveWish(Wish{PlaceID: p.ID, Text: w.word()}))
	}),
	of(theWishes, func(w *world, x Wish) error {
		for _, e := range w.s.Evenings(x.PlaceID, december, december.AddDays(w.number(0, 20))) {
			return w.s.GrantWish(x, e)
		}
		return w.s.Vote(x, 1)
	}),
	on(func(w *world, e Evening) error {
		var ids []string
		if h, ok := oneOf(w, values(w.s.holders)); ok {
			ids = append(ids, h.ID)
		}
		return w.s.SetTurns(e, ids)
	}),
	func(w *world) error {
		return w.s.TakeRoster(Suggest(w.s.Ask(december, december.AddDays(20), 0, strings.Compare)))
	},
	of(theTurns, func(w *world, t Turn) error {
		e, ok := w.s.Evening(t.PlaceID, t.Date)
		if !ok {
			return nil
		}
		h, _ := w.s.holders.Get(t.HolderID)
		can, _ := w.s.Swaps(e, h, december, december.AddDays(20), strings.Compare)
		x, ok := oneOf(w, can)
		if !ok {
			return nil
		}
		return w.s.TakeSwap(e, h, x)
	}),
	of(thePlaces, func(w *world, p Place) error { // on another day from now on: turns stray
		p.Rule = w.weekly()
		return second(w.s.SavePlace(p))
	}),
	of(thePlaces, func(w *world, p Place) error { return w.s.ClearStray(p.ID, december) }),
	of(theWishes, func(w *world, x Wish) error { return w.s.DeleteWish(x) }),
	of(theActivities, func(w *world, a Activity) error { return w.s.DeleteActivity(a) }),
	of(theIdeas, func(w *world, x Idea) error { return w.s.DeleteIdea(x) }),
	of(theSkills, func(w *world, k Skill) error { return w.s.DeleteSkill(k) }),
	of(theVisitors, func(w *world, v Visitor) error { return w.s.DeleteVisitor(v.ID) }),
	of(theHolders, func(w *world, h Holder) error { return w.s.DeleteHolder(h.ID) }),
	of(thePlaces, func(w *world, p Place) error { return w.s.DeletePlace(p.ID) }),
}

// refusals are what may come of something that was done by chance.
var refusals = []error{
	ErrThere, ErrTaken, ErrDate, ErrAway, ErrNoDay, ErrNoVOG, ErrOldVOG, ErrFull, ErrElsewhere, ErrSwap,
}

// do does one thing, which may be refused, and tells what the journal calls it; "": nothing
// was done.
func (w *world) do(deed func(*world) error) (kind string) {
	from := w.last()
	if err := deed(w); err != nil && !slices.ContainsFunc(refusals, func(e error) bool { return errors.Is(err, e) }) {
		w.Fatal(err)
	}
	now := w.last()
	if now.Seq == from.Seq {
		return ""
	}
	w.whole(now.Action.Kind)
	return now.Action.Kind
}

// backAndForth does one thing, takes it back and does it again: each leaves exactly what was
// there then.
func (w *world) backAndForth(deed func(*world) error) {
	before := w.journalled()
	kind := w.do(deed)
	after := w.journalled()
	if kind == "" || len(w.last().Changes) == 0 {
		if !reflect.DeepEqual(before, after) {
			w.Fatalf("%q changed what the journal has nothing of", kind)
		}
		return
	}
	for _, step := range []struct {
		what string
		do   func() (vault.Action, error)
		want map[string]map[string]string
	}{{"undo", w.v.Undo, before}, {"redo", w.v.Redo, after}} {
		if _, err := step.do(); err != nil {
			w.Fatalf("%s of %s: %v", step.what, kind, err)
		}
		if got := w.journalled(); !reflect.DeepEqual(got, step.want) {
			w.Fatalf("%s of %s: %s", step.what, kind, difference(got, step.want))
		}
		w.whole(step.what + " of " + kind)
	}
}

// last is the newest entry of the journal.
func (w *world) last() (x vault.Entry) {
	all, err := w.v.Journal(1)
	if err != nil {
		w.Fatal(err)
	}
	for _, x = range all {
	}
	return x
}

// whole says that nothing dangles.
func (w *world) whole(after string) {
	if broken := w.s.BrokenReferences(); len(broken) > 0 {
		w.Fatalf("after %s: %v", after, broken)
	}
}

func difference(got, want map[string]map[string]string) string {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if !maps.Equal(got[name], want[name]) {
			return fmt.Sprintf("%s has %v, wants %v", name, got[name], want[name])
		}
	}
	return "no difference"
}

// shown is what pages and papers are made of.
func (w *world) shown() string {
	var b strings.Builder
	s, by := w.s, strings.Compare
	for _, e := range s.Season(december.AddDays(-10), december.AddDays(80), by) {
		w.leftOut(e)
		fmt.Fprintln(&b, e.Place.Name, e.Date, e.Change, s.Titles(e, "nl"), e.Skipped, e.Needs, s.OnDuty(e, by), s.Timeline(e), s.Setting(e), s.Watches(e, december))
		fmt.Fprintln(&b, s.Menu(e).Dishes, s.Menu(e).ToBuy, s.Menu(e).Shared, s.Menu(e).Heads, s.Debrief(e), s.Regulars(e, by), s.Suggested(e))
		for _, who := range Whos() {
			fmt.Fprint(&b, s.Counted(e, who), " ")
		}
	}
	for _, p := range s.Places(by) {
		fmt.Fprintln(&b, s.Missed(p.ID, december.AddDays(60)), s.Wishes(p.ID), s.Stray(p.ID, december))
	}
	fmt.Fprintln(&b, s.Figures(s.Places(by), 2026, december.AddDays(60)), s.Team(december, "nl", by), s.OpenWords())
	return b.String()
}

// leftOut says that what is not done on an evening is nowhere on it.
func (w *world) leftOut(e Evening) {
	var asked []string
	for _, a := range e.Activities {
		asked = append(asked, w.s.SkillsOf(a)...)
	}
	for _, k := range e.Needs {
		if !slices.Contains(asked, k.ID) {
			w.Fatalf("%s asks for %s, which nothing on it does", e.Date, k.ID)
		}
	}
	if len(w.s.Titles(e, "nl")) != len(e.Activities) {
		w.Fatalf("%s has titles %v of %v", e.Date, w.s.Titles(e, "nl"), e.Activities)
	}
	for _, gone := range e.Skipped {
		if slices.ContainsFunc(e.Activities, func(a Activity) bool { return a.ID == gone.ID }) || slices.ContainsFunc(w.s.Timeline(e), func(x Slot) bool { return x.ID == gone.ID }) {
			w.Fatalf("%s has what is left out: %s", e.Date, gone.Title)
		}
	}
}

// Whatever is done, undone and done again in whatever order, nothing dangles; what was shown
// is there after the vault was opened anew; and who deletes all places, people and what is
// their own has nothing left.
func TestWholeStore(t *testing.T) {
	ideas, skills, book := catalogue(t), shippedSkills(t), cookbook(t)
	dir, n := t.TempDir(), 0
	kinds := map[string]bool{}
	rapid.Check(t, func(r *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprintf("%d.kring", n))
		v, _, err := vault.Create(path, "een lange wachtzin", vault.WithKDF(vault.TestKDF))
		if err != nil {
			r.Fatal(err)
		}
		defer os.Remove(path)
		w := &world{T: r, v: v, book: book}
		defer func() { w.v.Close() }()
		if w.s, err = Open(v, nil, ideas, skills...); err != nil {
			r.Fatal(err)
		}
		for _, deed := range deeds[:len(deeds)-7] { // so that there is something of everything
			if rapid.IntRange(0, 3).Draw(r, "done") > 0 {
				w.do(deed)
			}
		}
		for range rapid.IntRange(0, 20).Draw(r, "more") {
			w.backAndForth(rapid.SampledFrom(deeds).Draw(r, "deed"))
		}
		w.reopened(path, ideas, skills)
		w.emptied()
		for _, x := range must[[]vault.Entry](t)(w.v.Journal(1000)) {
			kinds[x.Action.Kind] = true
		}
	})
	for _, kind := range kindsIn(t, ".") {
		if !kinds[kind] {
			t.Errorf("nobody does %q here", kind)
		}
	}
}

func (w *world) reopened(path string, ideas []Idea, skills []Skill) {
	kept, shown := holding(w.s), w.shown()
	if err := w.v.Close(); err != nil {
		w.Fatal(err)
	}
	var err error
	if w.v, err = vault.Open(path, "een lange wachtzin"); err != nil {
		w.Fatal(err)
	}
	if w.s, err = Open(w.v, nil, ideas, skills...); err != nil {
		w.Fatal(err)
	}
	if got := holding(w.s); !reflect.DeepEqual(got, kept) {
		w.Fatalf("opened anew, %s", difference(got, kept))
	}
	if got := w.shown(); got != shown {
		w.Fatalf("opened anew it shows\n%s\ninstead of\n%s", got, shown)
	}
}

func (w *world) emptied() {
	errs := []error{w.s.ExpireWatches(december.AddDays(30))}
	for _, x := range values(w.s.wishes) {
		errs = append(errs, w.s.DeleteWish(x))
	}
	for _, a := range values(w.s.activities) {
		errs = append(errs, w.s.DeleteActivity(a))
	}
	for _, p := range values(w.s.places) {
		errs = append(errs, w.s.DeletePlace(p.ID))
	}
	for _, h := range values(w.s.holders) {
		errs = append(errs, w.s.DeleteHolder(h.ID))
	}
	for _, v := range values(w.s.visitors) {
		errs = append(errs, w.s.DeleteVisitor(v.ID))
	}
	for _, x := range values(w.s.ideas) {
		errs = append(errs, w.s.DeleteIdea(x))
	}
	for _, k := range w.s.AllSkills("nl", strings.Compare) {
		if k.Own {
			errs = append(errs, w.s.DeleteSkill(k))
		} else {
			errs = append(errs, w.s.HideSkill(k, false))
		}
	}
	if err := errors.Join(errs...); err != nil {
		w.Fatal(err)
	}
	for name, left := range holding(w.s) {
		if len(left) > 0 {
			w.Fatalf("%s has %v", name, left)
		}
	}
}

// kindsIn are the kinds of actions that the code of a folder names.
func kindsIn(t *testing.T, dir string) (out []string) {
	files := must[[]string](t)(filepath.Glob(filepath.Join(dir, "*.go")))
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		for _, m := range regexp.MustCompile(`"(action\.[a-z.]*[a-z])"`).FindAllStringSubmatch(string(must[[]byte](t)(os.ReadFile(f))), -1) {
			out = append(out, m[1])
		}
	}
	return out
}

// Every collection of the store is looked at above.
func TestHoldingIsWhole(t *testing.T) {
	s, _, _ := gouda(t)
	n := 0
	for _, of := range []reflect.Type{reflect.TypeFor[Store](), reflect.TypeFor[menus]()} {
		for i := range of.NumField() {
			if strings.Contains(of.Field(i).Type.String(), "vault.Collection[") {
				n++
			}
		}
	}
	if got := len(holding(s)); got != n {
		t.Errorf("%d collections of %d", got, n)
	}
}

// secretText is a watch point of which nothing may be found elsewhere.
const secretText = "zwaluwstaart"

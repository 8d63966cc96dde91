package guard

import "strings"

// Kind of a text in the vault, for whoever looks along.
type Kind int

// The kinds. What nobody has put into one counts as a note: a new kind of record is
// covered before somebody thinks of it.
const (
	Noted Kind = iota // about people, or their number: never seen
	Named             // what somebody is called: initials
	Plain             // about the work, or no words at all
)

// named are the places where a text says what somebody is called.
var named = set("people.name holders.name visitors.name kitmembers.name courses.trainer courses.assistant kitslots.who kitgroups.contact " +
	"kitgroups.trainer places.key skilltalks.with visitors.reach comments.who translations.who translators")

// plain are whole collections without words about people.
var plain = set("activities agreements agreed sessions dishes groceries groceryticks tallies turns visits mealfigures plans rules rooms stars skips ideas " +
	"books segments terms termwords pictures waived glossary memory memories units wishes hiddenskills kitownsteps kitsteps kitdeliveries told enrolments skills marks laptops consents")

// plainAt are single places without.
var plainAt = set("courses.name courses.place places.name places.addr places.agree places.town places.quiet places.setup places.rooms[] places.for places.circle " +
	"kitslots.theme kitslots.file kitgroups.name items.title items.room items.kind items.leads[] holders.train[].name translations.text translations.source translations.lang comments.seg " +
	"people.kind people.via people.reads[] visitors.channel visitors.color visitors.pic ratings.level ratings.skill ratings.holder skilltalks.holder courses.prog courses.mode courses.langs[] " +
	"places.rule.rule places.keys[] holders.vog holders.vogend kitgroups.lang kitgroups.course kitmembers.lang kitmembers.p kitmembers.g kitsigns.g kitsigns.kind logs.s debriefs.doneon exceptions.change kitsigns.form kitsigns.how " +
	"retention.data keeps.data decisions.data decisions.did backupplaces.last " +
	"unsaved.label unsaved.where unsaved.page") // words of the window: a name in a head is covered as the name of somebody

// plainLeaf are the last words of places that hold an id, a date or a choice, whatever
// the record.
var plainLeaf = set("id date place course region from to until on state at since sent lang kind when")

// exempt are places within a plain collection that are about people nevertheless.
var exempt = set("activities.note marks.n items.note tallies.note enrolments.note visits.note turns.note")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// KindOf says what stands at a place, as Texts names it.
func KindOf(at string) Kind {
	collection, _, _ := strings.Cut(at, ".")
	leaf := at[strings.LastIndexByte(at, '.')+1:]
	switch {
	case named[at] || named[collection]:
		return Named
	case exempt[at]:
		return Noted
	case plain[collection] || plainAt[at] || plainLeaf[leaf]:
		return Plain
	}
	return Noted
}

// Known tells whether somebody has thought of a place: a test asks it for each that a full
// vault has.
func Known(at string) bool {
	return KindOf(at) != Noted || thought(at)
}

// thought tells whether somebody has said that a place holds notes.
func thought(at string) bool { return exempt[at] || notes[at] }

// notes are the places of notes that somebody has thought of.
var notes = set("people.note people.phone people.mail holders.phone holders.wish visitors.note logs.notes logs.went logs.left logs.task debriefs.well debriefs.keep debriefs.hard debriefs.word " +
	"watches.text ratings.ex places.door exceptions.why kitgroups.phone kitmembers.phone kitsigns.note comments.text unsaved.text " +
	"retention.why keeps.why decisions.why backupplaces.dir")

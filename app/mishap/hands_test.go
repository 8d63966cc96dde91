package mishap_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"time"

	"kring/app/command"
	"kring/i18n"
	"kring/internal/vault"
	"kring/sessions/calendar"
)

// What the tests tell the program that they start.
const (
	envVault = "KRING_MISHAP_VAULT"
	envSeed  = "KRING_MISHAP_SEED"
	envSteps = "KRING_MISHAP_SCHEMA"
	envOut   = "KRING_MISHAP_OUT"
	envMost  = "KRING_MISHAP_MOST" // how many edits; none: until the power goes
	envTask  = "KRING_MISHAP_TASK"
)

const passphrase = "drie groene fietsen"

// hands work in a vault as somebody would who never stops.
type hands struct {
	v     *vault.Vault
	s     command.Stores
	rng   *rand.Rand
	loc   *i18n.Localizer
	out   string // the folder for exports
	say   speaker
	lost  error // what kept a line from being said
	today calendar.Date
}

// edit is one thing that a user does. Weight is how often it comes, beside the others.
type edit struct {
	name   string
	weight int
	do     func(*hands) error
}

// edits are those of all rooms. What the vault learns to do next to edits is added here, so that
// the power goes in the middle of it too.
func edits() []edit {
	var all []edit
	for _, room := range [][]edit{courseEdits, peopleEdits, cafeEdits, eveningEdits, bookEdits, groupEdits, termEdits, vaultEdits} {
		all = append(all, room...)
	}
	return all
}

// work is the program that loses its power: it opens the vault and edits until it is stopped.
func work() error {
	return workWith(func(h *hands) error { return h.edit(func(err error) error { return err }) })
}

func workWith(do func(*hands) error) error {
	h := &hands{out: os.Getenv(envOut), say: speaker{os.NewFile(3, "report")}, loc: i18n.New("nl"), today: calendar.DateOf(time.Now())}
	seed, err := strconv.ParseUint(os.Getenv(envSeed), 10, 64)
	if err != nil {
		return err
	}
	schema, err := strconv.Atoi(os.Getenv(envSteps))
	if err != nil {
		return err
	}
	h.rng = rand.New(rand.NewPCG(seed, 2))
	if h.v, err = vault.Open(os.Getenv(envVault), passphrase, steps(schema)); err != nil {
		return err
	}
	if h.s, err = command.OpenStores(h.v, nil); err != nil {
		return err
	}
	if err := h.say.say(line{Opened: schema}); err != nil {
		return err
	}
	h.v.Watch(h.shown)
	return errors.Join(do(h), h.v.Close())
}

// shown is told of what the window would show as saved, at the same moment.
func (h *hands) shown(e vault.Event) {
	l := line{Op: e.Op, Changes: []change{}}
	for _, c := range e.Changes {
		val, err := h.v.Raw(c.Collection, c.Key)
		h.lost = errors.Join(h.lost, err)
		l.Changes = append(l.Changes, change{c.Collection, c.Key, val})
	}
	h.lost = errors.Join(h.lost, h.say.say(l))
}

// edit edits as often as it was told; what goes wrong is judged by somebody else.
func (h *hands) edit(judge func(error) error) error {
	most, err := strconv.Atoi(os.Getenv(envMost))
	if err != nil {
		most = 1 << 30
	}
	return h.edits(most, judge)
}

func (h *hands) edits(n int, judge func(error) error) error {
	for range n {
		e := h.pick(edits())
		if err := h.say.say(line{Begin: e.name}); err != nil {
			return err
		}
		if err := e.do(h); err != nil && !refused(err) {
			if err := judge(err); err != nil {
				return fmt.Errorf("%s: %w", e.name, err)
			}
		}
		if h.lost != nil {
			return h.lost
		}
	}
	return nil
}

func (h *hands) pick(all []edit) edit {
	sum := 0
	for _, e := range all {
		sum += e.weight
	}
	at := h.rng.IntN(sum)
	for _, e := range all {
		if at -= e.weight; at < 0 {
			return e
		}
	}
	return all[0]
}

// one gives one of several; ok is false where there is none.
func one[T any](h *hands, all []T) (x T, ok bool) {
	if len(all) == 0 {
		return x, false
	}
	return all[h.rng.IntN(len(all))], true
}

var names = strings.Fields("Samira Fatima فاطمة Joost Noor Tom Yara أحمد Émilie Luca Mees Esra ሰላም Daan Lotte Sem")

func (h *hands) name() string {
	a, _ := one(h, names)
	b, _ := one(h, names)
	return fmt.Sprintf("%s %s %d", a, b, h.rng.IntN(1000))
}

// note is a line, or a page.
func (h *hands) note() string {
	return strings.Repeat("Het ging goed, ze lachten. ", 1+h.rng.IntN(4)*h.rng.IntN(30))
}

// Package page holds one file (or a few) per page of the desktop app. A page is
// three steps: fetch builds plain data, update is the only one that touches
// widgets, and one fyne.Do joins them (see refresh). The vault is the only truth:
// nothing on a page keeps its own copy.
package page

import (
	"time"

	"fyne.io/fyne/v2"

	"kring/app/guard"
	"kring/i18n"
	"kring/internal/backup"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/privacy"
	"kring/toolkit/book"
	"kring/toolkit/desk"
	"kring/toolkit/glossary"
	"kring/toolkit/kit"
)

// Env is what every page may use. It is made when a vault is open.
type Env struct {
	Vault   *vault.Vault
	Store   *course.Store
	Cafe    *cafe.Store
	Kits    *kit.Store
	Books   *book.Store
	Terms   *glossary.Store
	Desk    *desk.Desk
	Privacy *privacy.Store
	Guard   *guard.Keeper
	Locks   Locks
	Loc     *i18n.Localizer
	Now     func() time.Time
	Window  fyne.Window
	Shell   Shell
	Queue   *Queue       // of user actions
	OnUI    func(func()) // runs something on Fyne's goroutine: fyne.Do

	Version string // of the program

	Backup    *backup.Keeper            // nil for a vault to look around in
	Describe  func(vault.Action) string // an action in words
	OpenVault func(path string)         // closes this vault and asks for the passphrase of another
	Dangling  func() []vault.Dangling   // what belongs to nothing any more
}

// Shell is the frame around the pages: navigation, messages and the one funnel
// for errors. All methods must be called on Fyne's own goroutine.
type Shell interface {
	Go(Target)       // shows another page
	Fail(error)      // says in one plain sentence what went wrong and what to do
	Say(text string) // a short message that goes away by itself; "" takes away the one that shows
	Explain(error) string
	Ask(q Question)     // asks before something that cannot be undone
	SetLanguage(string) // nl, en or ar; rebuilds the window
	SetDark(Darkness)
	Darkness() Darkness
	Lock() // closes the vault and shows the welcome page
}

// Darkness is the choice between light and dark.
type Darkness string

// The choices; Auto follows the system.
const (
	Auto  Darkness = "auto"
	Light Darkness = "light"
	Dark  Darkness = "dark"
)

// Question is asked before a destructive action.
type Question struct {
	Title, Text, Yes string
	Do               func()
}

// Name of a page.
type Name string

// The pages.
const (
	Today     Name = "today"
	Courses   Name = "courses"
	Cafes     Name = "cafes" // the places, or one of them
	Course    Name = "course"
	NewCourse Name = "newcourse"
	People    Name = "people"
	Toolkits  Name = "toolkits"
	Workbook  Name = "workbook" // the texts that are written and translated here, or the desk of one
	Settings  Name = "settings"
)

// Tab of the course page.
type Tab string

// The tabs of the course page.
const (
	Overview     Tab = "overview"
	Sessions     Tab = "sessions"
	Participants Tab = "participants"
	Attendance   Tab = "attendance"
	Agreements   Tab = "agreements"
)

// Season is the tab of the places that shows all their evenings, week by week.
const Season Tab = "season"

// Team is the tab of the places that shows what all space-holders can.
const Team Tab = "team"

// Ideas is the tab of the places that shows what can be done on an evening; with a place and
// a date, to choose from for that evening.
const Ideas Tab = "ideas"

// Target says where to go; unused fields stay empty.
type Target struct {
	Page      Name
	CourseID  string
	Tab       Tab
	SessionID string
	PersonID  string
	PlaceID   string
	GroupID   string
	BookID    string
	Text      string        // the key of a text to show, one's own or one that ships (see paper.TextOf)
	SegmentID string        // of that text, to begin with
	Lang      string        // into which a text is translated
	Date      calendar.Date // of an evening at the place
}

// Page is what the shell shows. Update is called on Fyne's goroutine when the
// vault has changed; Close when the page is left, so that watchers end.
type Page interface {
	Object() fyne.CanvasObject
	Update()
	Close()
}

// Focuser is a page with a field to begin in.
type Focuser interface {
	First() fyne.Focusable
}

// Maker is a page with something of its own that is new; elsewhere that is a course.
type Maker interface {
	New()
}

// CopyWatcher is a page that says how it stands with the copies. BackedUp is called on Fyne's
// goroutine when that may be otherwise.
type CopyWatcher interface {
	BackedUp()
}

// Stepper is a page with tabs to step through.
type Stepper interface {
	Step(n int) // n tabs on, or back
}

// Day is today in Amsterdam.
func (e *Env) Day() calendar.Date { return calendar.DateOf(e.Now().In(calendar.Amsterdam)) }

// Compare sorts by the chosen language's rules.
func (e *Env) Compare(a, b string) int { return e.Loc.Compare(a, b) }

// Lang is the language of the window, as a BCP 47 tag.
func (e *Env) Lang() string { return e.Loc.Lang().String() }

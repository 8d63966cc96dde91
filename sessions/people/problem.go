package people

// ProblemCode says what is doubtful about a value, or wrong with a row.
type ProblemCode string

// The problems. Only NoName stops a row from being imported.
const (
	NoName       ProblemCode = "noname"
	OddName      ProblemCode = "name" // digits, a mail address, far too long: perhaps a total or a remark
	BadPhone     ProblemCode = "phone"
	BadEmail     ProblemCode = "email"
	BadKind      ProblemCode = "kind"
	BadThrough   ProblemCode = "through"
	BadLanguage  ProblemCode = "language"
	BadChildCare ProblemCode = "childcare"
	Twice        ProblemCode = "twice"    // the same person stands in the list before
	Namesake     ProblemCode = "namesake" // the same name stands before, with another phone or mail
	HiddenRow    ProblemCode = "hidden"   // the row is hidden in Excel
)

// Stops tells an error from a doubt: the row cannot be imported before it is mended.
func (c ProblemCode) Stops() bool { return c == NoName }

// leavesOut tells which doubts make a row not taken unless somebody says so.
func (c ProblemCode) leavesOut() bool {
	return c == NoName || c == OddName || c == Twice || c == HiddenRow
}

// aboutOthers tells the problems that depend on the rest of the list.
func (c ProblemCode) aboutOthers() bool { return c == Twice || c == Namesake }

// Problem is one doubt, with the column and the value as it was written.
type Problem struct {
	Code   ProblemCode
	Column Column
	Value  string
	Line   int // of the other row, for Twice and Namesake; else 0
}

// Why a row may be somebody who is already known.
type Why string

// Why a person is taken for one who is known, the surest first.
const (
	SamePhone Why = "phone"
	SameEmail Why = "email"
	SameName  Why = "name"
	AlikeName Why = "alike" // one letter more, less, other or swapped
)

// Match is somebody who is probably meant. Sure tells whether the row is taken for
// that person unless somebody says otherwise: the same name without another phone or
// mail, or the same phone or mail and the same first name. A family shares a phone.
type Match struct {
	PersonID string
	Name     string
	Why      Why
	Sure     bool
}

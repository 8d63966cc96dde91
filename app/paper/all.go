package paper

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
	"kring/toolkit/kit"
)

// Make is a kind of file that is made for all groups at once.
type Make string

// The kinds.
const (
	MakePDF      Make = "pdf"
	MakeBooklet  Make = "booklet"
	MakePictures Make = "pictures" // for the phone
	MakeChat     Make = "chat"     // a short text
	MakeMail     Make = "mail"     // a draft for a mail program
	MakePage     Make = "page"     // HTML
	MakeWord     Make = "word"     // to edit
)

// Makes lists them in the order in which they are offered.
func Makes() []Make {
	return []Make{MakePDF, MakeBooklet, MakePictures, MakeChat, MakeMail, MakePage, MakeWord}
}

// MakeFor is the kind of file that somebody gets who likes a form.
func MakeFor(f kit.Form) Make {
	switch f {
	case kit.Pictures:
		return MakePictures
	case kit.Short:
		return MakeChat
	}
	return MakePDF
}

// options are those of a kind.
func (m Make) options(o export.Options) export.Options {
	switch m {
	case MakeBooklet:
		o = Booklet.On(o)
	case MakePictures:
		o = Phone.On(o)
		o.TextSize = pictureText
	}
	return o
}

// pictureText is the size of letters on a picture for a phone, in points.
const pictureText = 13

// Job is what one group gets: a toolkit in the languages of its members.
type Job struct {
	Group string
	Kit   Toolkit
	Kinds []Make
	Parts []JobPart
}

// JobPart is one of the languages of a group, and who reads it.
type JobPart struct {
	Lang string
	Who  []string
	Both bool // with the Dutch large above it

	Instead    map[string][]string // by the language that they read, who gets this one as that is not there
	Unfinished Unfinished          // what of it is not translated
}

// JobsOf are the jobs of a send list: for each group the languages of its members. A language
// into which the toolkit was not translated becomes the one in which it was written, as in says.
func JobsOf(lines []kit.SendLine, k Toolkit, in Spoken, kinds []Make, both bool) []Job {
	var out []Job
	last := ""
	for _, l := range lines {
		if len(out) == 0 || last != l.Group.ID {
			out, last = append(out, Job{Group: l.Group.Name, Kit: k, Kinds: kinds}), l.Group.ID
		}
		job := &out[len(out)-1]
		lang := in.In(l.Member.Lang)
		at := slices.IndexFunc(job.Parts, func(p JobPart) bool { return p.Lang == lang })
		if at < 0 {
			at = len(job.Parts)
			job.Parts = append(job.Parts, JobPart{Lang: lang, Both: both && lang != sourceLang, Unfinished: in.unfinished[lang]})
		}
		part := &job.Parts[at]
		part.Who = append(part.Who, l.Reach.Name)
		if reads := in.Instead(l.Member); reads != "" {
			if part.Instead == nil {
				part.Instead = map[string][]string{}
			}
			part.Instead[reads] = append(part.Instead[reads], l.Reach.Name)
		}
	}
	return out
}

// sourceLang is the language in which texts are written.
const sourceLang = "nl"

// spoken is the language in which somebody gets a toolkit who reads lang.
func (k Toolkit) spoken(lang string) string {
	if slices.Contains(k.Doc.Languages(), lang) {
		return lang
	}
	return sourceLang
}

// MakeAll makes everything for all groups: a folder for each in dir, and a list of what was
// made for whom. What several groups get is made once. All of it is made beside dir and takes
// its name when it is whole: what fails or is cancelled leaves nothing. Where dir is there
// already the new one gets a number. progress hears after each file how many of how many
// there are; it may be nil. It gives the paths of the files.
func MakeAll(ctx context.Context, dir string, jobs []Job, loc *i18n.Localizer, progress func(done, of int, name string)) (made []string, err error) {
	if len(jobs) == 0 {
		return nil, fmt.Errorf("making everything for all groups: %w", ErrNobody)
	}
	defer func() { err = placeGone(filepath.Dir(dir), err) }()
	tmp, err := os.MkdirTemp(filepath.Dir(dir), ".kring-alles-*")
	if err != nil {
		return nil, fmt.Errorf("making a folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	a := &making{ctx: ctx, loc: loc, dir: filepath.Join(tmp, "alles"), tell: progress, known: map[recipe]files{}}
	for _, j := range jobs {
		a.of += len(j.Kinds) * len(j.Parts)
	}
	if err := a.run(jobs); err != nil {
		return nil, fmt.Errorf("making everything for all groups: %w", err)
	}
	final, err := freePlace(dir)
	if err != nil {
		return nil, err
	}
	if err := os.Rename(a.dir, final); err != nil {
		return nil, fmt.Errorf("putting the folder in its place: %w", err)
	}
	for _, name := range a.made {
		made = append(made, filepath.Join(final, name))
	}
	return made, nil
}

// mostCopies is how many folders of one name may stand beside each other.
const mostCopies = 1000

// freePlace is a path where nothing is: dir, or dir with a number.
func freePlace(dir string) (string, error) {
	for n := 1; n < mostCopies; n++ {
		path := dir
		if n > 1 {
			path = fmt.Sprintf("%s-%d", dir, n) // brackets after the day are torn apart between Arabic letters
		}
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path, nil
		} else if err != nil {
			return "", fmt.Errorf("looking for a place: %w", err)
		}
	}
	return "", fmt.Errorf("looking for a place beside %s: %w", dir, os.ErrExist)
}

// recipe is all that makes one file differ from another.
type recipe struct {
	doc  *bilingual.Block // the first of the text, which no other text has
	lang string
	both bool
	kind Make
}

// files are what a recipe became, and how much in the text could not be printed.
type files struct {
	paths []string
	lacks int
}

// making is the making of everything, while it goes on.
type making struct {
	ctx      context.Context
	loc      *i18n.Localizer
	dir      string
	tell     func(done, of int, name string)
	done, of int
	known    map[recipe]files
	made     []string
	rows     [][]any
}

func (a *making) run(jobs []Job) error {
	if err := os.Mkdir(a.dir, 0o755); err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	folders := names{}
	for _, j := range jobs {
		folder := folders.one(j.Group, a.loc.T("send.group"), "")
		if err := os.Mkdir(filepath.Join(a.dir, folder), 0o755); err != nil {
			return fmt.Errorf("making a folder for a group: %w", err)
		}
		given := names{}
		for _, p := range j.Parts {
			for _, kind := range j.Kinds {
				if err := a.one(j, p, kind, folder, given); err != nil {
					return err
				}
			}
		}
	}
	return a.list()
}

// one makes one kind of file for one language of a group.
func (a *making) one(j Job, p JobPart, kind Make, folder string, given names) error {
	if err := a.ctx.Err(); err != nil {
		return err
	}
	langs := p.Lang
	if p.Both && kind != MakeChat && kind != MakePictures { // on a phone two languages are twice the swiping
		langs = sourceLang + "-" + p.Lang
	}
	name, ext := makeName(a.loc, j.Kit, langs, kind)
	name = given.one(name, "toolkit", ext)
	to := filepath.Join(a.dir, folder, name+ext)
	made, err := a.make(recipe{firstBlock(j.Kit.Doc), p.Lang, langs != p.Lang, kind}, j.Kit, to)
	if err != nil {
		return err
	}
	for _, path := range made.paths {
		inside, err := filepath.Rel(a.dir, path)
		if err != nil {
			return fmt.Errorf("naming a file: %w", err)
		}
		a.made = append(a.made, inside)
	}
	note := p.note(a.loc)
	if made.lacks > 0 {
		note = a.loc.Facts(note, a.loc.N("toolkits.problems", made.lacks))
	}
	a.rows = append(a.rows, []any{j.Group, a.loc.Language(p.Lang), a.loc.T("make." + string(kind)), folder + "/" + bases(made.paths), strings.Join(p.Who, ", "), note})
	a.done++
	if a.tell != nil {
		a.tell(a.done, a.of, name+ext)
	}
	return nil
}

// firstBlock tells one text from another.
func firstBlock(doc bilingual.Document) *bilingual.Block {
	if len(doc.Blocks) == 0 {
		return nil
	}
	return &doc.Blocks[0]
}

// bases names files by the first and the last.
func bases(paths []string) string {
	first, last := filepath.Base(paths[0]), filepath.Base(paths[len(paths)-1])
	if first == last {
		return first
	}
	return first + " – " + last
}

// make makes files, or gives a group those that another got.
func (a *making) make(r recipe, k Toolkit, to string) (files, error) {
	if there, ok := a.known[r]; ok {
		paths, err := again(there.paths, to, r.kind)
		return files{paths, there.lacks}, err
	}
	o := export.Options{Languages: []string{r.lang}}
	if r.both {
		o.Languages = []string{sourceLang, r.lang}
	}
	paths, problems, err := Output(to, k.Doc, k.With(r.kind.options(o)))
	made := files{paths, len(problems)}
	if err == nil {
		a.known[r] = made
	}
	return made, err
}

// again puts what was made under another name: as the same file, which takes no room, where
// nobody writes in it and the disk can; else as a copy.
func again(there []string, to string, kind Make) ([]string, error) {
	var out []string
	ext := filepath.Ext(to)
	for i, from := range there {
		path := to
		if len(there) > 1 {
			path = numbered(to, ext, i+1)
		}
		shared := kind == MakePDF || kind == MakeBooklet || kind == MakePictures
		if !shared || os.Link(from, path) != nil {
			if err := copyFile(from, path); err != nil {
				return nil, err
			}
		}
		out = append(out, path)
	}
	return out, nil
}

func copyFile(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("copying a file: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	return File(to, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}

// list writes what was made for whom.
func (a *making) list() error {
	if err := a.ctx.Err(); err != nil {
		return err
	}
	loc := a.loc
	page := sheet.Page{Name: loc.T("make.list"), RTL: loc.RTL(), Rows: a.rows, Header: []string{
		loc.T("send.group"), loc.T("member.lang"), loc.T("make.what"), loc.T("make.file"), loc.T("make.who"), loc.T("make.note"),
	}}
	name := listName(loc)
	err := File(filepath.Join(a.dir, name), func(w io.Writer) error { return sheet.Write(w, []sheet.Page{page}) })
	a.made = append(a.made, name)
	return err
}

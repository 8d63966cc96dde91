package course

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"kring/internal/content"
)

// LoadProgrammes reads every folder of fsys that holds a programme.toml, checks
// it and gives the programmes sorted by key. A fault names its file.
func LoadProgrammes(fsys fs.FS) ([]Programme, error) {
	files, err := fs.Glob(fsys, "*/programme.toml")
	if err != nil {
		return nil, fmt.Errorf("listing programmes: %w", err)
	}
	var out []Programme
	for _, f := range files {
		p, err := loadProgramme(fsys, path.Dir(f))
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Programme) int { return cmp.Compare(a.Key, b.Key) })
	return out, nil
}

func loadProgramme(fsys fs.FS, dir string) (Programme, error) {
	var p Programme
	if err := content.Decode(fsys, path.Join(dir, "programme.toml"), &p); err != nil {
		return p, err
	}
	if p.Number < 1 || p.Number > MaxSessions {
		return p, fmt.Errorf("%s/programme.toml: %d sessions, 1 to %d are possible", dir, p.Number, MaxSessions)
	}
	for n := 1; n <= p.Number; n++ {
		m, err := loadMeeting(fsys, path.Join(dir, fmt.Sprintf("session-%d.toml", n)), n)
		if err != nil {
			return p, err
		}
		p.Sessions = append(p.Sessions, m)
	}
	return p, p.Validate()
}

func loadMeeting(fsys fs.FS, file string, n int) (TemplateMeeting, error) {
	var m TemplateMeeting
	if err := content.Decode(fsys, file, &m); err != nil {
		return m, err
	}
	if m.Number != n {
		return m, fmt.Errorf("%s: says that it is session %d", file, m.Number)
	}
	return m, nil
}

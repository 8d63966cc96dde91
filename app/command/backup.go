package command

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"

	"kring/internal/backup"
	"kring/internal/vault"
)

// makeBackup writes a checked copy of a vault into a folder, and thins out the older ones there.
func makeBackup(e env) (err error) {
	fs := flag.NewFlagSet("backup", flag.ContinueOnError)
	file, out, pass := fs.String("vault", "", ""), fs.String("out", "", ""), fs.String("passphrase-file", "", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) > 0 || *file == "" || *out == "" {
		return usage("backup --vault FILE --out DIR")
	}
	if info, err := os.Stat(*out); err != nil {
		return fmt.Errorf("the folder for the copy: %w", err)
	} else if !info.IsDir() {
		return fmt.Errorf("%s is no folder", *out)
	}
	v, err := e.openVault(*file, *pass)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	c, err := backup.Make(v, *out, time.Now())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(e.stdout, c.Path)
	return err
}

// restore makes a new vault of a copy, or of what can still be read of a damaged file.
func restore(e env) error {
	fs := flag.NewFlagSet("restore", flag.ContinueOnError)
	out, pass, rescue := fs.String("out", "", ""), fs.String("passphrase-file", "", ""), fs.Bool("salvage", false, "")
	copies, now := fs.String("copies", "", ""), fs.String("vault", "", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) != 1 || *out == "" {
		return usage("restore FILE --out FILE [--vault FILE] [--salvage [--copies DIR]]")
	}
	if _, err := os.Stat(plain[0]); err != nil { // before anybody types a passphrase
		return err
	}
	if _, err := os.Lstat(*out); err == nil {
		return fmt.Errorf("%s: %w", *out, vault.ErrExists)
	}
	secret, err := e.passphrase(*pass)
	if err != nil {
		return err
	}
	if *rescue {
		return e.salvage(plain[0], secret, *out, *copies)
	}
	r, since, err := lookAt(plain[0], *now, secret)
	if err != nil {
		return err
	}
	if err := vault.Restore(plain[0], *out); err != nil {
		return err
	}
	if last, ok := backup.LastAction(r.Recent); ok {
		fmt.Fprintf(e.stdout, "%-12s %s\n", "last action", last.At.UTC().Format("2006-01-02 15:04 UTC"))
	}
	fmt.Fprintf(e.stdout, "%-12s %s\n", "erased since", since)
	return e.report(*out, r.Report)
}

// salvage says per collection what was saved, what is lost, and what went with that.
func (e env) salvage(from, secret, to, copies string) error {
	paths, err := copiesIn(copies)
	if err != nil {
		return err
	}
	s, err := vault.Salvage(from, secret, to, paths...)
	if err != nil {
		return err
	}
	gone, err := Tidy(to, secret)
	if err != nil {
		return fmt.Errorf("saved, but what belongs to nothing any more is still in it: %w", err)
	}
	names := map[string]bool{}
	for _, of := range []map[string]int{s.Records, s.Lost} {
		for n := range of {
			names[n] = true
		}
	}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		fmt.Fprintf(e.stdout, "%-12s %6d (%d lost, %d from loose pages)\n", n, s.Records[n]-gone[n], s.Lost[n], s.Loose[n])
	}
	for _, n := range slices.Sorted(maps.Keys(gone)) {
		fmt.Fprintf(e.stdout, "taken away, as what it belonged to is gone: %s %d\n", n, gone[n])
	}
	if s.KeyOf != "" {
		fmt.Fprintf(e.stdout, "the key was lost and is that of %s\n", s.KeyOf)
	}
	for _, n := range slices.Sorted(maps.Keys(s.Filled)) {
		fmt.Fprintf(e.stdout, "as in that copy, as nothing of it was left: %s %d\n", n, s.Filled[n])
	}
	if s.Unknown {
		fmt.Fprintln(e.stdout, "the lists of what there was are damaged too: more may be lost")
	}
	return nil
}

// copiesIn lists the copies in a folder, the newest first; "" has none.
func copiesIn(dir string) (paths []string, err error) {
	if dir == "" {
		return nil, nil
	}
	all, err := backup.List(dir, "")
	for _, c := range all {
		paths = append(paths, c.Path)
	}
	return paths, err
}

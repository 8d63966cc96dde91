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
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) != 1 || *out == "" {
		return usage("restore FILE --out FILE [--salvage]")
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
		return e.salvage(plain[0], secret, *out)
	}
	r, err := vault.Look(plain[0], secret)
	if err != nil {
		return err
	}
	if err := vault.Restore(plain[0], *out); err != nil {
		return err
	}
	if last, ok := backup.LastAction(r.Recent); ok {
		fmt.Fprintf(e.stdout, "%-12s %s\n", "last action", last.At.UTC().Format("2006-01-02 15:04 UTC"))
	}
	return e.report(*out, r.Report)
}

// salvage says per collection what was saved and what is lost.
func (e env) salvage(from, secret, to string) error {
	s, err := vault.Salvage(from, secret, to)
	if err != nil {
		return err
	}
	names := map[string]bool{}
	for _, of := range []map[string]int{s.Records, s.Lost} {
		for n := range of {
			names[n] = true
		}
	}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		fmt.Fprintf(e.stdout, "%-12s %6d (%d lost, %d from loose pages)\n", n, s.Records[n], s.Lost[n], s.Loose[n])
	}
	if s.Unknown {
		fmt.Fprintln(e.stdout, "the lists of what there was are damaged too: more may be lost")
	}
	return nil
}

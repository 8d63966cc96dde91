package command

import (
	"flag"
	"fmt"
	"maps"
	"slices"

	"kring/internal/vault"
)

// check reads and decrypts everything in a vault, and names the references that lead nowhere.
func check(e env) error {
	fs := flag.NewFlagSet("check", flag.ContinueOnError)
	pass := fs.String("passphrase-file", "", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) != 1 {
		return usage("check FILE")
	}
	if _, err := vault.Inspect(plain[0]); err != nil { // before anybody types a passphrase
		return err
	}
	secret, err := e.passphrase(*pass)
	if err != nil {
		return err
	}
	r, err := vault.Check(plain[0], secret, references)
	if err != nil {
		return err
	}
	return e.report(plain[0], r)
}

// report prints what a vault holds; references that lead nowhere are a failure.
func (e env) report(file string, r vault.Report) error {
	for _, name := range slices.Sorted(maps.Keys(r.Records)) {
		fmt.Fprintf(e.stdout, "%-12s %6d (%d deleted)\n", name, r.Records[name], r.Deleted[name])
	}
	fmt.Fprintf(e.stdout, "%-12s %6d\n", "journal", r.Journal)
	for _, p := range r.Problems {
		fmt.Fprintln(e.stdout, p)
	}
	if len(r.Problems) > 0 {
		return fmt.Errorf("%s: %d references lead nowhere", file, len(r.Problems))
	}
	_, err := fmt.Fprintln(e.stdout, "ok")
	return err
}

func references(v *vault.Vault) ([]string, error) {
	s, err := OpenStores(v, nil)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	var out []string
	for _, d := range s.Dangling() {
		out = append(out, d.String())
	}
	return out, nil
}

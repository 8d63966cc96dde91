package command

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"
)

// passphrase comes from a file, the environment, a prompt, or a pipe.
func (e env) passphrase(file string) (string, error) {
	if file != "" {
		b, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("reading the passphrase: %w", err)
		}
		return strings.TrimRight(string(b), "\r\n"), nil
	}
	if p, ok := os.LookupEnv("KRING_PASSPHRASE"); ok {
		return p, nil
	}
	if e.stdin == nil {
		return "", errors.New("no passphrase: set KRING_PASSPHRASE or --passphrase-file")
	}
	if term.IsTerminal(int(e.stdin.Fd())) {
		fmt.Fprint(e.stderr, "Passphrase: ")
		b, err := term.ReadPassword(int(e.stdin.Fd()))
		fmt.Fprintln(e.stderr)
		return string(b), err
	}
	s, err := bufio.NewReader(e.stdin).ReadString('\n')
	if err != nil && s == "" {
		return "", fmt.Errorf("reading the passphrase: %w", err)
	}
	return strings.TrimRight(s, "\r\n"), nil
}

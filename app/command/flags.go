package command

import (
	"errors"
	"flag"
	"io"
)

// parse reads flags that may stand before or after the plain arguments, as people
// type them, and gives the plain ones.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	fs.SetOutput(io.Discard)
	var plain []string
	for len(args) > 0 {
		err := fs.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			return nil, errHelp
		}
		if err != nil {
			return nil, usage("%s: %v", fs.Name(), err)
		}
		args = fs.Args()
		if len(args) > 0 {
			plain, args = append(plain, args[0]), args[1:]
		}
	}
	return plain, nil
}

package command

import (
	"flag"
	"io"
)

// parse reads flags that may stand before or after the plain arguments, as people
// type them, and gives the plain ones.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	fs.SetOutput(io.Discard)
	var plain []string
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			return nil, usage("%s: %v", fs.Name(), err)
		}
		args = fs.Args()
		if len(args) > 0 {
			plain, args = append(plain, args[0]), args[1:]
		}
	}
	return plain, nil
}

package vault

import "fmt"

// While says what was being done when an error came, for the log; no error stays none. It is
// how a room hands on what an action of its store ended with.
func While(err error, doing string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}

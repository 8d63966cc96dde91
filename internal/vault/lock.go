package vault

import (
	"os"
	"strconv"
	"strings"
)

// pidFile stands beside an open vault and says which process has it. It is only
// looked at when the file is locked, so one that was left behind does no harm.
func pidFile(path string) string { return path + ".pid" }

func holderOf(path string) int {
	b, err := os.ReadFile(pidFile(path))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		return 0
	}
	return pid
}

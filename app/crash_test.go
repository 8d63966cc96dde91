package app

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCrash is two programs: the test, and the one in it that crashes.
func TestCrash(t *testing.T) {
	if dir := os.Getenv("KRING_CRASH_IN"); dir != "" {
		if _, err := watchCrashes(dir); err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		go func() { defer close(done); panic("met opzet") }()
		<-done
	}
	dir := filepath.Join(t.TempDir(), "kring")
	if last, err := watchCrashes(dir); err != nil || last != "" {
		t.Fatalf("before any crash: %q, %v", last, err)
	}
	program := exec.Command(os.Args[0], "-test.run=^TestCrash$")
	program.Env = append(os.Environ(), "KRING_CRASH_IN="+dir)
	if err := program.Run(); err == nil {
		t.Fatal("the program did not crash")
	}
	last, err := watchCrashes(dir)
	if err != nil {
		t.Fatal(err)
	}
	report, err := os.ReadFile(last)
	if err != nil || !strings.Contains(string(report), "met opzet") || !strings.Contains(string(report), "crash_test.go") {
		t.Errorf("the report says %q (%v)", report, err)
	}
	if last, err := watchCrashes(dir); err != nil || last != "" {
		t.Errorf("it is told twice: %q, %v", last, err)
	}
}

// Kring is a desktop app for people who lead groups, and a set of commands that
// do its main jobs without a window.
package main

import (
	"os"

	"kring/app"
)

func main() { os.Exit(app.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// Command season writes a vault with five places and a roster for a year from today, whose
// passphrase is "demo": what the scrolling of the season board is measured on.
package main

import (
	"fmt"
	"os"
	"time"

	"kring/sessions/cafe/cafetest"
	"kring/sessions/calendar"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: season FILE")
		os.Exit(2)
	}
	if err := cafetest.Season(os.Args[1], "demo", calendar.DateOf(time.Now()).Monday()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

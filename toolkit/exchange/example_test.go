package exchange_test

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"kring/toolkit/bilingual"
	"kring/toolkit/exchange"
)

// A text goes out, comes back with one line translated, and only that line is written.
func Example() {
	entries := []bilingual.Entry{
		{Segment: bilingual.Segment{ID: "a", Block: bilingual.Block{Text: "Welkom"}}},
		{Segment: bilingual.Segment{ID: "b", Block: bilingual.Block{Text: "Tot ziens"}}},
	}
	now := exchange.FromEntries("01JBK3Z7W8N4Q5R6S7T8V9W0X1", "Werkboek", "en", entries)
	now.Written = time.Date(2026, 11, 24, 20, 0, 0, 0, time.UTC)

	var file bytes.Buffer
	if err := exchange.WritePO(&file, now); err != nil {
		fmt.Println(err)
	}
	back := strings.Replace(file.String(), `msgid "Welkom"`+"\n"+`msgstr ""`, `msgid "Welkom"`+"\n"+`msgstr "Welcome"`, 1)

	in, err := exchange.Read("werkboek.po", strings.NewReader(back))
	if err != nil {
		fmt.Println(err)
	}
	preview := exchange.Compare(now, in)
	fmt.Println(preview.Count(exchange.New), "new,", preview.Count(exchange.Same), "same")
	for _, w := range preview.Apply("Jan", now.Written.Add(time.Hour)) {
		fmt.Println(w.ID, w.Translation.Text, w.Translation.State)
	}
	// Output:
	// 1 new, 1 same
	// a Welcome check
}

// What is wrong with a file has a place.
func ExampleError() {
	_, err := exchange.Read("x.po", strings.NewReader("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n"))
	fmt.Println(err)
	// Output: reading x.po: line 2, column 1: exchange: plural: a
}

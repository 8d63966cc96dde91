package main

import (
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The list in the tree is what this command writes: nobody changes only one of them.
func TestTheListInTheTreeIsThisOne(t *testing.T) {
	want, err := build()
	if err != nil {
		t.Fatal(err)
	}
	got, err := excelize.OpenFile("../aanmeldingen.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if a, b := grid(t, got), grid(t, want); !reflect.DeepEqual(a, b) {
		t.Errorf("the file has\n%q\nand would be\n%q\nrun: go run ./assets/demo/gen assets/demo/aanmeldingen.xlsx", a, b)
	}
}

func grid(t *testing.T, f *excelize.File) [][]string {
	t.Helper()
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	rows, err := f.GetRows(list)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

package report_test

import (
	"reflect"
	"testing"

	"kring/sessions/calendar"
	"kring/sessions/report"
)

// No name can get into a report: what it is made of has numbers and dates, and no text.
func TestInputHasNoRoomForAName(t *testing.T) {
	if where := text(reflect.TypeFor[report.Input](), "Input"); where != "" {
		t.Errorf("%s can hold a text", where)
	}
	type leaky struct {
		Rows []map[int]struct{ Name string }
	}
	if text(reflect.TypeFor[leaky](), "") == "" {
		t.Error("the check does not see a text")
	}
}

// text gives where a type can hold a text, or what may be one; "": nowhere.
func text(t reflect.Type, path string) string {
	switch t.Kind() {
	case reflect.Int:
		return ""
	case reflect.Slice, reflect.Array:
		return text(t.Elem(), path+"[]")
	case reflect.Map:
		if where := text(t.Key(), path+"[key]"); where != "" {
			return where
		}
		return text(t.Elem(), path+"[]")
	case reflect.Struct:
		if t == reflect.TypeFor[calendar.Date]() {
			return ""
		}
		for i := range t.NumField() {
			if where := text(t.Field(i).Type, path+"."+t.Field(i).Name); where != "" {
				return where
			}
		}
		return ""
	}
	return path
}

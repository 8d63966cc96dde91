package app

import (
	"testing"

	"kring/app/page"
	"kring/i18n"
)

// What people type leads to the page where it is done, in three languages.
func TestSignpostsLeadWhereItIsDone(t *testing.T) {
	type to struct {
		page page.Name
		tab  page.Tab
	}
	for query, want := range map[string]to{
		"instellingen":    {page.Settings, page.General},
		"Bewaartermijnen": {page.Settings, page.Reviewed},
		"reservekopieen":  {page.Settings, page.Copying},
		"wachtzin":        {page.Settings, page.Locking},
		"namen verb":      {page.Settings, page.Locking},
		"woordenlijst":    {page.Toolkits, page.Glossary},
		"rooster":         {page.Cafes, page.Season},
		"jaarplan":        {page.Toolkits, page.YearPlan},
		"backup":          {page.Settings, page.Copying},
		"glossary":        {page.Toolkits, page.Glossary},
		"retention":       {page.Settings, page.Reviewed},
		"passphrase":      {page.Settings, page.Locking},
		"report":          {page.Cafes, page.Reports},
		"الإعدادات":       {page.Settings, page.General},
		"اعدادات":         {page.Settings, page.General},
		"نسخة احتياطية":   {page.Settings, page.Copying},
		"خصوصية":          {page.Settings, page.Reviewed},
		"عبارة المرور":    {page.Settings, page.Locking},
		"مصطلحات":         {page.Toolkits, page.Glossary},
	} {
		found := led(query)
		if len(found) == 0 || found[0].target.Page != want.page || found[0].target.Tab != want.tab {
			t.Errorf("%q leads to %v", query, found)
		}
	}
	for _, query := range []string{"", " ", "e", "zzz", "instellingen zzz"} {
		if found := led(query); len(found) > 0 {
			t.Errorf("%q leads to %v", query, found)
		}
	}
}

// Each page is found by its own name, in the language of the window.
func TestEveryPageIsFoundByItsName(t *testing.T) {
	for _, lang := range i18n.Languages() {
		loc := i18n.New(lang)
		for _, p := range signposts {
			found := false
			for _, x := range led(loc.T(p.name)) {
				found = found || x == p
			}
			if !found {
				t.Errorf("%s: %q does not find itself", lang, loc.T(p.name))
			}
		}
	}
}

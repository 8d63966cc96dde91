package check

import (
	"strings"
	"unicode/utf8"
)

// anyMonth is a month of another calendar, which is not worked out here.
const anyMonth = 1<<13 - 2

// month gives the months that a word names.
func (s *side) month(w word) uint16 {
	table := months[s.base]
	if w.number || table == nil {
		return 0
	}
	name := bare(w.text)
	var out uint16
	for i, stems := range table {
		for stem := range strings.FieldsSeq(stems) {
			if name == stem || utf8.RuneCountInString(stem) >= 4 && strings.HasPrefix(name, stem) ||
				(s.script == "Cyrl" || s.base == "pl") && strings.HasPrefix(name, stem) {
				out |= 1 << (i + 1)
			}
		}
	}
	for stem := range strings.FieldsSeq(foreign[s.base]) {
		if name == stem {
			return anyMonth
		}
	}
	return out
}

// months are the beginnings of the names of the months, as bare gives them.
var months = map[string][]string{
	"nl": {
		"januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug", "september sept sep",
		"oktober okt", "november nov", "december dec",
	},
	"en": {
		"january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
		"october oct", "november nov", "december dec",
	},
	"ar": {
		"يناير جانفي كانون", "فبراير شباط فيفري", "مارس اذار", "ابريل نيسان افريل", "مايو ايار ماي", "يونيو يونيه حزيران جوان",
		"يوليو يوليه تموز جويلية", "اغسطس اب اوت غشت", "سبتمبر ايلول شتنبر", "اكتوبر تشرين", "نوفمبر تشرين نونبر", "ديسمبر كانون دجنبر",
	},
	"tr": {
		"ocak oca", "şubat şub", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık",
	},
	"fa": {
		"ژانویه", "فوریه", "مارس", "اوریل", "مه می", "ژوین ژوئن جون", "ژوئیه ژوییه جولای", "اوت اگوست", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
	},
	"uk": {"січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листоп", "груд"},
	"pl": {
		"stycz", "lut", "marc marz", "kwie", "maj", "czerw", "lip", "sierp", "wrze", "paźdz", "listop", "grud",
	},
	"so": {
		"jannaayo janaayo", "febraayo feebarwari", "maarso", "abriil", "maajo", "juun", "luulyo julaay", "ogosto agoosto", "sebtembar sebteembar",
		"oktoobar", "nofembar nofeembar", "disembar diseembar",
	},
	"ti": {"ጥሪ", "ለካቲት", "መጋቢት", "ሚያዝያ", "ግንቦት", "ሰነ", "ሓምለ", "ነሓሰ", "መስከረም", "ጥቅምቲ", "ሕዳር", "ታሕሳስ"},
}

// foreign are months of another calendar that a translator may write in their place.
var foreign = map[string]string{
	"fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند",
	"ar": "محرم صفر رجب شعبان رمضان شوال",
}

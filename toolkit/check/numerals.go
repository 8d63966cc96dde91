package check

import "strings"

// says tells whether a text says a number in words, or an ordinal of it.
func says(t tongue, text []word, f figure) bool {
	table := numerals[t.base]
	if table == nil {
		return false
	}
	for _, n := range f.whole() {
		if saysOne(t, table, text, n) {
			return true
		}
		for _, back := range []int{12, -12} { // an hour of the other half of the day
			if len(f.vals) > 1 && n+back > 0 && saysOne(t, table, text, n+back) {
				return true
			}
		}
	}
	return false
}

func saysOne(t tongue, table map[int]string, text []word, n int) bool {
	if stems, ok := table[n]; ok {
		return begins(t, text, stems)
	}
	return n > 20 && n < 100 && begins(t, text, table[n/10*10]) && begins(t, text, table[n%10])
}

// begins tells whether a word begins with one of the stems. In scripts whose words take
// prefixes, and in Dutch with its long numbers, the stem may stand further on.
func begins(t tongue, text []word, stems string) bool {
	anywhere := t.script != "Latn" && t.script != "Cyrl" || t.base == "nl"
	for _, w := range text {
		if w.number {
			continue
		}
		name := bare(w.text)
		for stem := range strings.FieldsSeq(stems) {
			if strings.HasPrefix(name, stem) || anywhere && strings.Contains(name, stem) {
				return true
			}
		}
	}
	return false
}

// numerals are the beginnings of number words, of cardinals and ordinals. A language that is
// not here is not asked for small numbers.
var numerals = map[string]map[int]string{
	"nl": {
		0: "nul", 1: "een één eerst", 2: "twee duo", 3: "drie derde trio", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen",
		10: "tien", 11: "elf", 12: "twaalf", 13: "dertien", 14: "veertien", 15: "vijftien", 16: "zestien", 17: "zeventien", 18: "achttien",
		19: "negentien", 20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig", 60: "zestig", 70: "zeventig", 80: "tachtig", 90: "negentig",
		100: "honderd", 1000: "duizend",
	},
	"en": {
		0: "zero no nought", 1: "one once first a", 2: "two twice second both pair couple double", 3: "three third thrice triple", 4: "four quarter",
		5: "five fifth", 6: "six", 7: "seven", 8: "eight", 9: "nine nint", 10: "ten", 11: "eleven", 12: "twel dozen noon midnight", 13: "thirteen",
		14: "fourteen fortnight", 15: "fifteen quarter", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twent", 30: "thirt half",
		40: "fort", 50: "fift half", 60: "sixt hour", 70: "sevent", 80: "eight", 90: "ninet", 100: "hundred", 1000: "thousand",
	},
	"ar": {
		0: "صفر", 1: "واحد حادي احد اول اولى مرة", 2: "اثن اثني ثاني مرتين مرتان", 3: "ثلاث ثالث", 4: "اربع رابع", 5: "خمس خامس", 6: "ست سادس",
		7: "سبع سابع", 8: "ثمان ثامن", 9: "تسع تاسع", 10: "عشر عاشر", 11: "عشر", 12: "عشر ظهر منتصف", 15: "عشر ربع", 20: "عشر", 30: "ثلاث نصف",
		40: "اربع", 50: "خمس", 60: "ست ساعة", 70: "سبع", 80: "ثمان", 90: "تسع", 100: "مئ مائ", 1000: "الف الاف",
	},
	"fa": {
		0: "صفر", 1: "یک اول", 2: "دو", 3: "سه سوم", 4: "چهار", 5: "پنج", 6: "شش", 7: "هفت", 8: "هشت", 9: "نه", 10: "ده", 11: "یازده",
		12: "دوازده ظهر", 15: "پانزده ربع", 20: "بیست", 30: "سی نیم", 40: "چهل", 50: "پنجاه", 60: "شصت ساعت", 100: "صد", 1000: "هزار",
	},
	"tr": {
		0: "sıfır", 1: "bir ilk tek", 2: "iki çift", 3: "üç", 4: "dört dörd", 5: "beş", 6: "altı", 7: "yedi", 8: "sekiz", 9: "dokuz", 10: "on",
		11: "on", 12: "on öğle gece", 15: "on çeyrek", 20: "yirmi", 30: "otuz yarım buçuk", 40: "kırk", 50: "elli", 60: "altmış saat", 70: "yetmiş",
		80: "seksen", 90: "doksan", 100: "yüz", 1000: "bin",
	},
	"uk": {
		0: "нул", 1: "од перш раз", 2: "дв друг", 3: "тр", 4: "чотир четвер", 5: "п'ят п’ят пʼят", 6: "шіст шест шост", 7: "сім сем сьом", 8: "вісім восьм",
		9: "дев", 10: "десят", 11: "одинадцят", 12: "дванадцят полуд полудн опівд", 15: "п'ятнадцят п’ятнадцят чверть", 20: "двадцят", 30: "тридцят пів", 40: "сорок",
		50: "п'ятдесят п’ятдесят", 60: "шістдесят годин", 100: "сто сот", 1000: "тисяч",
	},
	"pl": {
		1: "jed pierw raz", 2: "dw drug", 3: "trz", 4: "czter czwar", 5: "pię pią", 6: "sześ szós", 7: "sied siód", 8: "osie ósm ośm", 9: "dziew",
		10: "dziesię", 11: "jedena", 12: "dwana", 15: "piętna kwadrans", 20: "dwadzie", 30: "trzydzie pół wpół", 40: "czterdzie", 50: "pięćdzie",
		60: "sześćdzie godzin", 100: "sto", 1000: "tysi",
	},
	"so": {
		1: "hal kow", 2: "lab", 3: "saddex sadd", 4: "afar", 5: "shan", 6: "lix", 7: "toddob", 8: "siddeed", 9: "sagaal", 10: "tob", 20: "labaat",
		30: "soddon", 40: "afart", 50: "konton", 100: "boqol", 1000: "kun",
	},
	"ti": {
		1: "ሓደ ሓንቲ ቀዳማ", 2: "ክልተ ካልኣ", 3: "ሰለስተ ሳልሳ", 4: "ኣርባዕተ ራብዓ", 5: "ሓሙሽተ ሓምሻ", 6: "ሽዱሽተ ሻድሻ", 7: "ሸውዓተ ሻውዓ", 8: "ሸሞንተ ሻምና",
		9: "ትሽዓተ ታሽዓ", 10: "ዓሰርተ", 20: "ዕስራ", 30: "ሰላሳ", 40: "ኣርብዓ", 50: "ሓምሳ", 100: "ሚእቲ", 1000: "ሽሕ",
	},
}

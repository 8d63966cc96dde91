package people

import (
	"slices"
	"strconv"
	"strings"
)

// meaning maps words that people answer to what they mean; the first rule that fits
// counts, so "grandmother" stands before "mother".
type meaning[T any] []struct {
	has pattern
	is  T
}

func (m meaning[T]) of(s string) (is T, ok bool) {
	text := plainWords(s)
	for _, rule := range m {
		if rule.has.in(text) {
			return rule.is, true
		}
	}
	return is, false
}

var kinds = meaning[Kind]{
	{words("oma|opa|grootmoeder|grootvader|grootouder|grandmother|grandma|grandfather|grandpa|grandparent|nana.|جده|جد.|جدتي|جدي"), Grandparent},
	{words("pleeg|stief|verzorg|voogd|tante|oom.|zus.|caregiver|carer|foster|step|guardian|aunt|uncle|وصي|حاضن|خاله|عمه|مربي"), Caregiver},
	{words("moeder|mama|mamma|mam.|mother|mum|mom|ma.|anne.|ام|امي|والده|ماما"), Mother},
	{words("vader|papa|pap.|father|dad|pa.|baba.|اب|ابي|والد|بابا"), Father},
	{words("anders|overig|other|iemand|buur|vriend|اخري|غير ذلك|شخص"), OtherKind},
}

var throughs = meaning[Through]{
	{words("gezinscoach|familiecoach|family coach|gezinsbegeleid|gezinswerker|مدرب&اسره|مدرب&عائله"), FamilyCoach},
	{words("school&maatschappelijk|schoolmaatschappelijk|school social|smw|maatschappelijk werk|اجتماعي&مدرس|خدمه اجتماعيه"), SchoolSocialWork},
	{words("praktijkonderst|praktijkverpl|poh|practice nurse|ممرض"), PracticeNurse},
	{words("huisarts|gp.|general practitioner|dokter|doctor|arts.|طبيب|دكتور"), GP},
	{words("consultatieb|jgz|jeugdverpl|jeugdgezondheid|infant clinic|baby clinic|well baby|health visitor|مركز رعايه|عياده&اطفال|رعايه&امومه"), InfantClinic},
	{words("collega|colleague|werk.|زميل"), Colleague},
	{words("bestaande groep|existing group|buurthuis|buurtcentrum|wijkcentrum|koffieochtend|moedergroep|vrouwengroep|taalles|community centre|community center|مجموعه|مركز&حي"), ExistingGroup},
	{words("mond tot mond|vriend|buur|zus.|zusje|familie|nicht|kennis|moeder|friend|word of mouth|neighbo|sister|family|relative|صديق|جار|اخت|قريب|معارف"), WordOfMouth},
	{words("anders|overig|other|internet|google|website|facebook|instagram|whatsapp|flyer|folder|poster|krant|school|wijkteam|bibliotheek|moskee|kerk|اخري|انترنت|فيسبوك|مدرسه|مسجد"), OtherThrough},
}

var tongues = meaning[string]{
	{words("nederlands|dutch|hollands|nl.|هولندي"), "nl"},
	{words("arabisch|arabic|marokkaans|darija|ar.|عربي"), "ar"},
	{words("engels|english|ingilizce|en.|انجليزي|انكليزي"), "en"},
	{words("turks|turkish|turkce|tr.|تركي"), "tr"},
	{words("pools|polish|polski|pl.|بولندي"), "pl"},
	{words("tigri|ti.|تغرين"), "ti"},
	{words("somali|so.|صومالي"), "so"},
	{words("farsi|dari.|perzisch|persian|iraans|fa.|فارسي|دري"), "fa"},
	{words("oekra|ukrain|uk.|اوكراني"), "uk"},
	{words("frans.|french|francais|fr.|فرنسي"), "fr"},
	{words("spaans|spanish|espanol|es.|اسباني"), "es"},
	{words("urdu|pakistaans|ur.|اردو|اوردو"), "ur"},
	{words("koerd|kurd|kurmanci|sorani|ku.|كردي"), "ku"},
	{words("berber|tamazight|tarifit|riffijns|zgh.|امازيغي"), "zgh"},
	{words("portugees|portuguese|braziliaans|pt.|برتغالي"), "pt"},
	{words("duits|german|deutsch|de.|الماني"), "de"},
}

// languages reads "Arabisch en een beetje Nederlands" as ar and nl, in the order in
// which they are named. unknown is what it could not read, "" if nothing.
func languages(s string) (tags []string, unknown string) {
	s = strings.NewReplacer(" en ", ",", " and ", ",", " of ", ",", " or ", ",", " و ", ",").Replace(strings.ToLower(s))
	var strange []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;/+&|،؛\n", r) }) {
		found := named(plainWords(part))
		if len(found) == 0 && plainWords(part) != " " {
			strange = append(strange, strings.TrimSpace(part))
		}
		for _, tag := range found {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags, strings.Join(strange, ", ")
}

// named gives the languages that a text names, the first first.
func named(text string) []string {
	at := map[string]int{}
	var tags []string
	for _, rule := range tongues {
		if i := rule.has.at(text); i >= 0 {
			at[rule.is] = i
			tags = append(tags, rule.is)
		}
	}
	slices.SortStableFunc(tags, func(a, b string) int { return at[a] - at[b] })
	return tags
}

var answers = meaning[bool]{
	{words("nee|neen|no.|not.|niet|nvt|n v t|geen|n.|false|onwaar|لا|كلا|none|hayir"), false},
	{words("ja.|jaa|jawel|jazeker|yes|yep|graag|nodig|x.|j.|y.|v.|true|waar|evet|نعم|اجل|بلي|please|misschien wel"), true},
}

// marks are ticks and crosses in a column of boxes.
var marks = map[string]bool{"✓": true, "✔": true, "☑": true, "✅": true, "🗹": true, "+": true, "-": false, "–": false, "☐": false, "0": false}

// childCare reads "ja, voor 2 kinderen" as two and "ja, 3 jaar" as some: numbers
// before a word for years are ages. It is not ok for what is neither yes nor no.
func childCare(s string) (n int, yes, ok bool) {
	if yes, ok := marks[strings.TrimSpace(s)]; ok {
		return 0, yes, true
	}
	n, found := countChildren(s)
	yes, ok = answers.of(s)
	switch {
	case ok && !yes:
		return 0, false, true
	case found:
		return n, n > 0, true
	}
	return 0, yes, ok
}

var (
	child = words("kind|child|kid|baby|طفل|اطفال")
	years = words("jaar|jarig|jr.|year|yo.|maand|mnd|month|سنه|سنوات|شهر|عام")
)

// counts are the numbers that people write as words, folded.
var counts = map[string]int{"een": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4, "ثلاثه": 3, "اربعه": 4}

// pairs are words that say themselves how many children.
var pairs = map[string]int{"طفل": 1, "طفلان": 2, "طفلين": 2}

// countChildren finds the number of children in an answer: the number before a word
// for child, else the first in digits, unless the answer tells ages.
func countChildren(s string) (n int, found bool) {
	text := plainWords(s)
	parts := strings.Fields(text)
	ages := years.in(text)
	for i, w := range parts {
		before := i+1 < len(parts) && child.in(" "+parts[i+1]+" ")
		v, err := strconv.Atoi(w)
		switch {
		case err == nil && v <= 20 && before:
			return v, true
		case err == nil && v <= 20 && !found && !ages:
			n, found = v, true
		case counts[w] > 0 && before:
			return counts[w], true
		case pairs[w] > 0:
			return pairs[w], true
		}
	}
	return n, found
}

package people

import (
	"slices"
	"strconv"
	"strings"
)

// meaning maps words that people write, folded, to what they mean; the first that
// the answer contains counts.
type meaning[T any] []struct {
	words string // separated by |
	is    T
}

func (m meaning[T]) of(s string) (is T, ok bool) {
	s = Fold(s)
	for _, rule := range m {
		for _, w := range strings.Split(rule.words, "|") {
			if s == Fold(w) || len([]rune(w)) > 2 && strings.Contains(s, Fold(w)) {
				return rule.is, true
			}
		}
	}
	return is, false
}

var kindWords = meaning[Kind]{
	{"oma|opa|grootmoeder|grootvader|grootouder|grandmother|grandfather|grandparent|جدة|جد", Grandparent},
	{"pleeg|stief|verzorger|voogd|tante|oom|caregiver|foster|guardian|وصي|حاضن", Caregiver},
	{"moeder|mama|mother|mum|mom|أم|ام|والدة", Mother},
	{"vader|papa|father|dad|أب|اب|والد", Father},
	{"anders|overig|other|أخرى|غير ذلك", OtherKind},
}

var throughWords = meaning[Through]{
	{"gezinscoach|familiecoach|family coach|gezinsbegeleid|مدرب الأسرة", FamilyCoach},
	{"schoolmaatschappelijk|school social|smw|maatschappelijk werk", SchoolSocialWork},
	{"praktijkondersteuner|poh|practice nurse", PracticeNurse},
	{"huisarts|gp|general practitioner|dokter|doctor|طبيب", GP},
	{"consultatiebureau|jgz|cjg|infant clinic|baby clinic|مركز رعاية", InfantClinic},
	{"collega|colleague|زميل", Colleague},
	{"bestaande groep|existing group|buurthuis|koffieochtend|مجموعة", ExistingGroup},
	{"mond-tot-mond|mond tot mond|vriend|buurvrouw|buurman|zus|familie|kennis|friend|word of mouth|neighbour|صديق|جار|أخت", WordOfMouth},
	{"anders|overig|other|internet|facebook|instagram|flyer|poster|أخرى", OtherThrough},
}

var languageWords = meaning[string]{
	{"nederlands|dutch|هولندي|nl", "nl"},
	{"arabisch|arabic|عربي|ar", "ar"},
	{"engels|english|إنجليزي|انجليزي|en", "en"},
	{"turks|turkish|türk|تركي|tr", "tr"},
	{"pools|polish|polski|pl", "pl"},
	{"tigrinya|ti", "ti"},
	{"somali|so", "so"},
	{"farsi|dari|perzisch|persian|فارسي|fa", "fa"},
	{"oekra|ukrain|uk", "uk"},
	{"frans|french|fr", "fr"},
	{"spaans|spanish|es", "es"},
	{"urdu|ur", "ur"},
}

var yesWords = meaning[bool]{
	{"nee|no|niet|nvt|n.v.t|geen|n|false|onwaar|لا", false},
	{"ja|yes|graag|x|j|y|true|waar|1|نعم", true},
}

func languages(s string) (tags []string, unknown string) {
	split := func(r rune) bool { return strings.ContainsRune(",;/+&|،", r) }
	for _, part := range strings.FieldsFunc(strings.NewReplacer(" en ", ",", " and ", ",", " و", ",").Replace(s), split) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		tag, ok := languageWords.of(part)
		if !ok {
			unknown = part
			continue
		}
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags, unknown
}

// children reads "ja, 2" as two children and "ja" as some.
func children(s string) (n int, yes, ok bool) {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		if v, err := strconv.Atoi(f); err == nil && v <= 20 {
			return v, v > 0, true
		}
	}
	yes, ok = yesWords.of(s)
	return 0, yes, ok
}

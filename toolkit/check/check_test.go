package check_test

import (
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/check"
)

// kase is a translation and what is found in it: the last two parts of the keys.
type kase struct{ to, source, target, found string }

func found(c kase, kind bilingual.Kind) string {
	var out []string
	for _, f := range check.New("nl", c.to, nil).Pair(c.source, c.target, kind) {
		out = append(out, strings.TrimPrefix(f.Key(), "check."))
	}
	return strings.Join(out, " ")
}

func TestPair(t *testing.T) {
	for room, cases := range map[string][]kase{
		"numbers": numbers, "dates": dates, "phones": phones, "links": links, "emphasis": emphasis, "ending": ending,
		"brackets": brackets, "latin": latin, "same": same, "length": length, "spaces": spaces, "marks": marks, "repeated": repeated,
	} {
		hits := 0
		for _, c := range cases {
			if got := found(c, bilingual.Text); got != c.found {
				t.Errorf("%s, %s: %q\n  %s\n  %s\n  want %q", room, c.to, got, c.source, c.target, c.found)
			}
			if c.found != "" {
				hits++
			}
		}
		if hits < 2 || len(cases)-hits < 2 {
			t.Errorf("%s: %d cases with a hit, %d without", room, hits, len(cases)-hits)
		}
	}
}

var numbers = []kase{
	{"ar", "Neem 10 minuten.", "خذوا 10 دقائق.", ""},
	{"ar", "Neem 10 minuten.", "خذوا ١٠ دقائق.", ""},
	{"fa", "Neem 10 minuten.", "۱۰ دقیقه وقت بگذارید.", ""},
	{"ar", "Neem 10 minuten.", "خذوا عشر دقائق.", ""},
	{"ar", "Neem 10 minuten.", "خذوا 15 دقيقة.", "numbers.other"},
	{"ar", "Neem 10 minuten.", "خذوا وقتكم.", "numbers.missing"},
	{"ar", "Neem de tijd.", "خذوا 10 دقائق.", "numbers.extra"},
	{"ar", "Neem tien minuten.", "خذوا 10 دقائق.", ""},
	{"ar", "Neem vijfentwintig minuten.", "خذوا 25 دقيقة.", ""},
	{"ar", "Wacht 2 minuten.", "انتظروا دقيقتين.", ""},
	{"ar", "Wacht 2 minuten.", "انتظروا 3 دقائق.", "numbers.other"},
	{"ar", "Koffer 2: dit laat ik hier.", "الحقيبة: هذا أتركه هنا.", "numbers.missing"},
	{"en", "Wacht 2 minuten.", "Wait some minutes.", "numbers.missing"},
	{"en", "Wacht 2 minuten.", "Wait two minutes.", ""},
	{"en", "Het kost € 1.250,50.", "It costs € 1,250.50.", ""},
	{"ar", "Het kost € 2,50.", "السعر ٢٫٥٠ يورو.", ""},
	{"uk", "Er kwamen 1.250 mensen.", "Прийшло 1 250 людей.", ""},
	{"uk", "Er kwamen 1.250 mensen.", "Прийшло 1 520 людей.", "numbers.other"},
	{"tr", "De 1e keer duurt 30 minuten.", "İlk sefer 30 dakika sürer.", ""},
	{"tr", "We eten om 18:30 uur.", "Saat 18.30'da yemek yiyoruz.", ""},
	{"ar", "We beginnen om 19:00 uur.", "نبدأ الساعة ٧ مساءً.", ""},
	{"ar", "We beginnen om 19:00 uur.", "نبدأ الساعة السابعة مساءً.", ""},
	{"ar", "We beginnen om 19:00 uur.", "نبدأ الساعة ٨ مساءً.", "numbers.other"},
	{"en", "We beginnen om half acht.", "We start at 7:30.", ""},
	{"en", "Om 19.30 uur.", "At 7:30 pm.", ""},
	{"ti", "Wacht 5 minuten.", "፭ ደቓይቕ ተጸበዩ።", ""},
	{"ti", "Wacht 25 minuten.", "15 ደቓይቕ ተጸበዩ።", "numbers.other"},
	{"ar", "Print het op A4.", "اطبعوها على ورقة A4.", ""},
	{"ar", "Voor 100%.", "بنسبة ١٠٠٪.", ""},
	{"en", "Kies 1, 2 of 3.", "Choose 1, 2 or 3.", ""},
	{"en", "Kom om half 8.", "Come at 7:30.", ""},
	{"en", "Kom om kwart voor 8.", "Come at 7:45.", ""},
	{"tr", "Kom om 12.00 uur.", "Öğlen gelin.", ""},
	{"ar", "Voor kinderen van 0 tot 4 jaar.", "للأطفال من الولادة حتى 4 سنوات.", ""},
	{"ar", "Het duurt 10-15 minuten.", "يستغرق من 10 إلى 15 دقيقة.", ""},
	{"ar", "Doe het 3x per week.", "افعلوا ذلك ثلاث مرات في الأسبوع.", ""},
	{"sq", "Wacht 5 minuten.", "Prisni pesë minuta.", ""},
	{"sq", "Wacht 5 minuten.", "Prisni 6 minuta.", "numbers.other"},
	{"en", "Kies 1, 2 of 3.", "Choose 1, 2 or 4.", "numbers.other"},
}

var dates = []kase{
	{"ar", "Tot 12 maart 2026.", "إلى اللقاء في 12 مارس 2026.", ""},
	{"ar", "Tot 12 maart 2026.", "إلى اللقاء في ١٢ آذار ٢٠٢٦.", ""},
	{"ar", "Tot 12-03-2026.", "إلى اللقاء في ١٢ من مارس ٢٠٢٦.", ""},
	{"ar", "Tot 12 maart.", "إلى اللقاء في 12/3/2026.", ""},
	{"ar", "Tot 12 maart.", "إلى اللقاء في 13 مارس.", "dates.other"},
	{"ar", "Tot 12 maart.", "إلى اللقاء في 12 أبريل.", "dates.other"},
	{"ar", "Tot 3 december.", "إلى اللقاء في 3 كانون الأول.", ""},
	{"en", "Tot 12 maart 2026.", "See you on March 12, 2026.", ""},
	{"en", "Tot 12 maart 2026.", "See you on the 12th of March.", ""},
	{"en", "Tot 12 maart 2026.", "See you on 12 March 2027.", "dates.other"},
	{"en", "Tot 12 maart.", "See you soon.", "dates.missing"},
	{"ar", "Op maandag 12-10.", "يوم الاثنين 12 أكتوبر.", ""},
	{"ar", "Op maandag 12-10.", "يوم الاثنين 12 نوفمبر.", "numbers.missing"},
	{"ar", "Vandaag is het 21 januari.", "اليوم هو الحادي والعشرون من يناير.", ""},
	{"tr", "Tot 12 mei.", "12 Mayıs'ta görüşürüz.", ""},
	{"tr", "Van 10.12-12 uur.", "Saat 10.12-12 arası.", ""},
	{"tr", "Tot 12 mei.", "12 Mart'ta görüşürüz.", "dates.other"},
	{"uk", "Tot 12 mei.", "До зустрічі 12 травня.", ""},
	{"fa", "Tot 12 maart.", "تا ۲۱ اسفند.", ""},
	{"ti", "Tot 12 maart.", "ክሳብ 12 መጋቢት።", ""},
	{"sq", "Tot 12-03-2026.", "Shihemi më 12 mars 2026.", ""},
}

var phones = []kase{
	{"ar", "Bel 06-12345678.", "اتصلوا بالرقم 06-12345678.", ""},
	{"ar", "Bel 06-12345678.", "اتصلوا بالرقم ٠٦١٢٣٤٥٦٧٨.", ""},
	{"ar", "Bel 06-12345678.", "اتصلوا بالرقم \u200e+31 6 1234 5678.", ""},
	{"ar", "Bel 06-12345678.", "اتصلوا بالرقم 06-12345687.", "phones.other"},
	{"ar", "Bel 06-12345678.", "اتصلوا بالرقم 12345678-06.", "phones.order"},
	{"ar", "Bel 06-12345678.", "اتصلوا بنا.", "phones.missing"},
	{"ar", "Bel ons.", "اتصلوا بالرقم 06-12345678.", "phones.extra"},
	{"ar", "Bel (06) 12345678.", "اتصلوا بالرقم (06) 12345678.", ""},
	{"ar", "Bel 06-12345678.", "اتصلوا بالرقم (06) 12345678.", ""},
	{"ar", "Bel 06 12 34 56 78 of 112.", "اتصلوا بالرقم 06-12345678 أو 112.", ""},
	{"ar", "Bel 06 12 34 56 78 of 112.", "اتصلوا بالرقم 06-12345678 أو 113.", "numbers.other"},
	{"tr", "Bel 0800-2000 of 112.", "0800-2000'i veya 112'yi arayın.", ""},
	{"en", "Bel 010 - 123 45 67, om 10 uur.", "Call 010-1234567 at 10 o'clock.", ""},
	{"en", "Bel 010 - 123 45 67.", "Call 010-123456.", "phones.other"},
}

var links = []kase{
	{"ar", "Kijk op https://kring.nl/start.", "انظروا https://kring.nl/start.", ""},
	{"ar", "Kijk op www.kring.nl.", "انظروا إلى https://www.kring.nl/.", ""},
	{"ar", "Mail naar anna@kring.nl.", "اكتبوا إلى anna@kring.nl.", ""},
	{"ar", "Kijk op https://kring.nl/start.", "انظروا https://kring.nl/strat.", "links.other"},
	{"ar", "Mail naar anna@kring.nl.", "اكتبوا إلى Anna.", "links.missing"},
	{"en", "Kijk op de site.", "Look at www.kring.nl.", "links.extra"},
	{"tr", "Kijk in [het boek](https://kring.nl/12).", "[Kitaba](https://kring.nl/12) bakın.", ""},
	{"tr", "Kijk in [het boek](https://kring.nl/12).", "[Kitaba](https://kring.nl/13) bakın.", "links.other"},
}

var emphasis = []kase{
	{"ar", "**Ik zie:** de was.", "**أرى:** الغسيل.", ""},
	{"ar", "Wie is *hij*, en *zij*?", "من **هو**، و**هي**؟", ""},
	{"ar", "Vraag *waarom*.", "اسألوا «لماذا».", ""},
	{"ar", "**Ik zie:** de was.", "أرى: الغسيل.", "emphasis.other"},
	{"ar", "**Ik zie:** de was.", "**أرى: الغسيل.", "emphasis.star"},
	{"tr", "De was.", "**Çamaşır** burada.", "emphasis.other"},
}

var ending = []kase{
	{"ar", "Hoe gaat het?", "كيف الحال؟", ""},
	{"ar", "Hoe gaat het?", "كيف الحال?", "ending.form"},
	{"ar", "Hoe gaat het?", "كيف الحال.", "ending.other"},
	{"ar", "Hoe gaat het met je?", "كيف الحال", "ending.missing"},
	{"ar", "Kom binnen, ga zitten.", "تفضلوا, اجلسوا.", "ending.form"},
	{"ar", "Dat is heel goed.", "هذا جيد جدًّا!", ""},
	{"ar", "“Wil je dat doen?”", "«هل تفعل ذلك؟».", ""},
	{"ar", "Dit neem ik mee:", "هذا آخذه معي.", "ending.other"},
	{"ar", "Ik voel me vandaag …", "أشعر اليوم بـ…", ""},
	{"ar", "Ik voel me vandaag …", "أشعر اليوم بـ...", ""},
	{"ar", "Ik voel me vandaag …", "أشعر اليوم.", "ending.other"},
	{"ar", "Tien minuten samen rusten", "عشر دقائق من الراحة.", "ending.extra"},
	{"ur", "Dat is heel goed.", "یہ بہت اچھا ہے۔", ""},
	{"ur", "Dat is heel goed.", "یہ بہت اچھا ہے.", "ending.form"},
	{"ti", "Dat is heel goed.", "እዚ ጽቡቕ እዩ።", ""},
	{"ti", "Dat is heel goed.", "እዚ ጽቡቕ እዩ፡፡", ""},
	{"hy", "Dat is heel goed.", "Սա շատ լավ է։", ""},
	{"el", "Hoe gaat het met je?", "Πώς είσαι;", ""},
	{"th", "Dat is heel goed.", "ดีมาก", ""},
	{"ar", "Eten we samen? Kies jij een dag?", "هل نأكل معًا؟ هل تختار اليوم؟ نعم.", ""},
	{"ar", "Zullen we samen eten? Kies jij een dag?", "ما رأيك أن نأكل معًا؟ ويبقى اختيار اليوم لك.", ""},
	{"uk", "Tot ziens allemaal! 😊", "До побачення! 😊", ""},
}

var brackets = []kase{
	{"ar", "Denken (blauw)", "نفكر (أزرق)", ""},
	{"ar", "Denken (blauw)", "نفكر (أزرق", "brackets.open"},
	{"ar", "Denken (blauw)", "نفكر أزرق)", "brackets.open"},
	{"ar", "Een hart (ja) en een hand (nee).", "قلب نعم ويد لا.", "brackets.missing"},
	{"ar", "Een hart en een hand.", "قلب (نعم) ويد (لا) وباب (ربما).", "brackets.extra"},
	{"ar", "Zeg: “Dat kan nu niet.”", "قولوا: «هذا غير ممكن الآن».", ""},
	{"ar", "Zeg: “Dat kan nu niet.”", "قولوا: «هذا غير ممكن الآن.", "brackets.open"},
	{"ar", "Zeg: “Dat kan nu niet.”", "قولوا: هذا غير ممكن الآن.", "brackets.quotes"},
	{"tr", "Kies: a) ja of b) nee", "Seçin: a) evet veya b) hayır", ""},
}

var latin = []kase{
	{"ar", "Zet het in de groep op WhatsApp.", "اكتبوا ذلك في مجموعة WhatsApp.", ""},
	{"ar", "Ga naar de huisarts.", "اذهبوا إلى طبيب العائلة (huisarts).", ""},
	{"ar", "Ga naar de huisarts.", "اذهبوا إلى huisarts.", "latin.say"},
	{"fa", "Ga samen naar buiten en kijk.", "با هم بروید en kijk.", "latin.say"},
	{"uk", "Bezoek het museum van Vincent van Gogh.", "Відвідайте музей Vincent van Gogh.", ""},
	{"ar", "Bel naar Veilig thuis.", "اتصلوا بـ Veilig thuis.", ""},
	{"ti", "Wij eten in Utrecht.", "ኣብ Utrecht ንበልዕ።", ""},
	{"ti", "Wij eten samen brood.", "ብሓባር brood ንበልዕ።", "latin.say"},
	{"tr", "Ga naar de huisarts.", "Doktora (huisarts) gidin.", ""},
	{"ar", "Dag {name}, hoe gaat het?", "مرحبًا {name}، كيف الحال؟", ""},
	{"ar", "Loop 5 km.", "امشوا 5 km.", ""},
}

var same = []kase{
	{"ar", "Ga zitten.", "Ga zitten.", "same.whole"},
	{"ar", "Thuis", "Thuis", "same.whole"},
	{"ar", "Anna Bakker", "Anna Bakker", ""},
	{"ar", "112", "112", ""},
	{"en", "Kom maar lekker zitten.", "Kom maar lekker zitten.", "same.whole"},
	{"en", "Week 3", "Week 3", ""},
	{"en", "Water", "Water", ""},
	{"tr", "Kijk rond. Wat zie je hier nu om je heen?", "Etrafına bak. Wat zie je hier nu om je heen?", "same.part"},
	{"ar", "Vraag: “Ik wil graag een tolk.”", "اسألوا: «أريد مترجمًا» («Ik wil graag een tolk»).", ""},
}

var length = []kase{
	{"ar", "Kies.", "اختاروا ما تريدون من هذه.", ""},
	{"ar", "Neem rustig de tijd, en luister naar wat je kind vertelt over de dag op school en buiten.", "خذوا وقتكم واستمعوا إلى ما يحكيه طفلكم عن يومه في المدرسة وخارجها.", ""},
	{"ar", "Neem rustig de tijd, en luister naar wat je kind vertelt over de dag op school en buiten.", "استمعوا.", "short.say"},
	{"ar", "Kom gerust binnen.", "تفضلوا بالدخول. " + strings.Repeat("نحن سعداء بكم دائمًا هنا في البيت الكبير. ", 3) + "أهلًا.", "long.say"},
	{"zh", "Neem rustig de tijd en luister naar wat je kind vertelt.", "慢慢来，听听孩子说什么。", ""},
}

var spaces = []kase{
	{"ar", "Kom binnen, ga zitten.", "تفضلوا، اجلسوا.", ""},
	{"ar", "Kom binnen, ga zitten.", "تفضلوا،  اجلسوا.", "spaces.double"},
	{"ar", "Kom binnen, ga zitten.", " تفضلوا، اجلسوا.", "spaces.end"},
	{"ar", "Kom binnen, ga zitten.", "تفضلوا، اجلسوا. ", "spaces.end"},
	{"ar", "Kom binnen, ga zitten.", "تفضلوا ، اجلسوا .", "spaces.before"},
	{"fr", "Hoe gaat het met je?", "Comment ça va ?", ""},
	{"en", "Ik voel me …", "I feel …", ""},
}

var marks = []kase{
	{"ar", "Kom binnen, ga zitten.", "\u200fتفضلوا، اجلسوا.", "marks.direction"},
	{"ar", "Kom binnen, ga zitten.", "تفضلوا، اجلسوا.\u200f", "marks.direction"},
	{"ar", "Kom binnen, ga zitten.", "تفض\u200fلوا، اجلسوا.", "marks.direction"},
	{"en", "Kom binnen, ga zitten.", "Come in, \u200esit down.", ""},
	{"en", "Kom binnen, ga zitten.", "Come\u200e in, sit down.", "marks.direction"},
	{"ar", "Leer C++ samen.", "تعلموا C++\u200e معًا.", ""},
	{"ar", "Leer samen C++", "تعلموا معًا C++\u200e", ""},
	{"ar", "Zet het op WhatsApp nu.", "اكتبوا على \u2068WhatsApp\u2069 الآن.", ""},
	{"ar", "Zet het op WhatsApp nu.", "اكتبوا على \u2068WhatsApp الآن.", "marks.open"},
	{"ar", "Zet het op WhatsApp nu.", "اكتبوا على WhatsApp\u202c الآن.", "marks.open"},
	{"ar", "Kom binnen, ga zitten.", "\u202bتفضلوا، اجلسوا.\u202c", "marks.direction"},
	{"fa", "Ik wil graag thee.", "می\u200cخواهم چای.", ""},
	{"fa", "Ik wil graag thee.", "می\u200c خواهم چای.", "marks.joiner"},
	{"ar", "Ik wil graag thee.", "أريد ال\u200cشاي.", "marks.joiner"},
	{"tr", "Ik wil graag thee.", "Çay is\u200ctiyorum.", "marks.joiner"},
	{"en", "Een gezin 👨\u200d👩\u200d👧 thuis.", "A family 👨\u200d👩\u200d👧 at home.", ""},
}

var repeated = []kase{
	{"en", "Ga naar de tuin.", "Go to the the garden.", "repeated.say"},
	{"ar", "Kijk in het boek.", "انظروا في في الكتاب.", "repeated.say"},
	{"ar", "Ga in tweetallen zitten.", "اجلسوا اثنين اثنين.", ""},
	{"tr", "Loop langzaam.", "Yavaş yavaş yürüyün.", ""},
	{"en", "Ga in, in vrede.", "Go in, in peace.", ""},
}

// Translations as a good translator makes them, with all freedom that a language takes.
func TestGoodTranslationsHaveNoFindings(t *testing.T) {
	for _, c := range []kase{
		{"tr", "Praat hier ongeveer 20 minuten over. Wat hier gezegd wordt, blijft hier.", "Bunun hakkında yaklaşık 20 dakika konuşun. Burada konuşulan burada kalır.", ""},
		{"tr", "Wij zien elkaar op 5 mei 2026, van 10:30 tot 12:00 uur.", "5 Mayıs 2026'da 10.30-12.00 arasında görüşüyoruz.", ""},
		{"tr", "Zeg: “Dat kan nu niet.” Eén keer is genoeg.", "Şöyle deyin: “Şu an olmaz.” Bir kere yeter.", ""},
		{"tr", "Ga in tweetallen zitten. Neem 10 minuten.", "İkişer ikişer oturun. 10 dakikanız var.", ""},
		{"uk", "Welke zinnen over geld hoorde je vroeger?", "Які фрази про гроші ви чули в дитинстві?", ""},
		{"uk", "Begrijp: “Ik snap dat je dat graag wilt.”", "Зрозумійте: «Я розумію, що ти дуже цього хочеш».", ""},
		{"uk", "Zoek samen een kort filmpje (hooguit 5 minuten).", "Знайдіть разом коротке відео (щонайбільше п’ять хвилин).", ""},
		{"uk", "Op 3 oktober 2026 om 19:30 uur bij Anna, 06-12345678.", "3 жовтня 2026 року о 19:30 в Анни, +31 6 12345678.", ""},
		{"fa", "Stel, je vindt een munt van 2 euro. Wat doe je ermee?", "فرض کن یک سکهٔ ۲ یورویی پیدا می\u200cکنی. با آن چه می\u200cکنی؟", ""},
		{"fa", "Zeg: “Dat kan nu niet.” Een smoes hoeft er niet bij.", "بگویید: «الان نمی\u200cشود». بهانه لازم نیست.", ""},
		{"fa", "Kom op 12 maart om 19:00 uur.", "روز ۱۲ مارس ساعت ۷ عصر بیایید.", ""},
		{"ti", "Is er nu gevaar voor iemand? Bel 112.", "ሕጂ ንዝኾነ ሰብ ሓደጋ ኣሎ ድዩ? ናብ 112 ደውሉ።", ""},
		{"ti", "Neem 10 minuten. Luister alleen.", "ዓሰርተ ደቓይቕ ውሰዱ። ስምዑ ጥራይ።", ""},
		{"en", "Begin om half acht; neem een kwartier.", "Start at 7:30; take 15 minutes.", ""},
		{"en", "Op de eerste zaterdag van de maand, om 14.00 uur.", "On the 1st Saturday of the month, at 2 pm.", ""},
		{"so", "Neem 10 minuten, samen met je kind.", "Qaado 10 daqiiqo, adiga iyo ilmahaaga.", ""},
		{"pl", "Tot 12 maart, om 10:00 uur.", "Do zobaczenia 12 marca o 10:00.", ""},
		{"ckb", "Hoe gaat het met je?", "چۆنی؟", ""},
		{"zh", "Hoe gaat het met je kind? Vertel.", "你的孩子怎么样？请讲。", ""},
		{"hy", "Hoe gaat het met je kind?", "Ինչպե՞ս է ձեր երեխան։", ""},
	} {
		if got := found(c, bilingual.Text); got != c.found {
			t.Errorf("%s: %q\n  %s\n  %s", c.to, got, c.source, c.target)
		}
	}
}

func TestHeadingsAreNoSentences(t *testing.T) {
	for _, c := range []kase{
		{"ar", "Zo werkt dit boek", "كيف نستعمل هذا الكتاب؟", ""},
		{"ar", "Een hand gaat omhoog", "يد ترتفع.", ""},
		{"ar", "Hoe gaat het met je?", "كيف حالكم", "ending.missing"},
		{"ar", "Hoe gaat het met je?", "كيف حالكم؟", ""},
	} {
		if got := found(c, bilingual.Heading); got != c.found {
			t.Errorf("%q: %q, want %q", c.target, got, c.found)
		}
	}
}

func TestWhatAFindingSays(t *testing.T) {
	for _, c := range []struct {
		source, target  string
		code            check.Code
		want, got, mark string
	}{
		{"Neem 10 minuten.", "خذوا ١٥ دقيقة.", check.Numbers, "10", "15", "١٥"},
		{"Tot 12 maart 2026.", "إلى ١٣ مارس.", check.Dates, "12 maart 2026", "١٣ مارس", "١٣ مارس"},
		{"Hoe gaat het?", "كيف الحال?", check.Ending, "؟", "?", "?"},
		{"Ga naar de huisarts.", "اذهبوا إلى huisarts.", check.Latin, "", "huisarts", "huisarts"},
		{"Mail anna@kring.nl.", "اكتبوا إلى ana@kring.nl.", check.Links, "anna@kring.nl", "ana@kring.nl", "ana@kring.nl"},
	} {
		fs := check.New("nl", "ar", nil).Pair(c.source, c.target, bilingual.Text)
		if len(fs) != 1 || len(fs[0].In) != 1 {
			t.Errorf("%s: %+v", c.target, fs)
			continue
		}
		f := fs[0]
		if mark := c.target[f.In[0].From:f.In[0].To]; f.Code != c.code || f.Want != c.want || f.Got != c.got || mark != c.mark {
			t.Errorf("%+v marks %q", f, mark)
		}
	}
}

func TestGlossary(t *testing.T) {
	terms := func(source, target string) []check.Term {
		if !strings.Contains(source, "kring") {
			return nil
		}
		if at := strings.Index(target, "دائرة"); at >= 0 {
			return []check.Term{{Of: "kring", Want: "حلقة", Got: "دائرة", In: []check.Range{{From: at, To: at + len("دائرة")}}}}
		}
		if !strings.Contains(target, "حلقة") {
			return []check.Term{{Of: "kring", Want: "حلقة"}}
		}
		return nil
	}
	c := check.New("nl", "ar", terms)
	for target, want := range map[string]string{
		"اجلسوا في حلقة.": "", "اجلسوا في دائرة.": "check.glossary.extra", "اجلسوا معًا هنا.": "check.glossary.missing",
	} {
		got := ""
		for _, f := range c.Pair("Zit in een kring.", target, bilingual.Text) {
			got += f.Key()
			if f.Of != "kring" || f.Want != "حلقة" {
				t.Errorf("%+v", f)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", target, got, want)
		}
	}
	if got := c.Pair("Zit stil.", "اجلسوا بهدوء.", bilingual.Text); got != nil {
		t.Errorf("%+v", got)
	}
}

package kitchen

import (
	"fmt"
	"strconv"
	"strings"

	"kring/sessions/people"
)

// ParseHeads reads a head count as people type it, also in Arabic digits.
func ParseHeads(s string) (int, error) {
	n, err := strconv.Atoi(people.Fold(strings.TrimSpace(s)))
	if err != nil || n < 1 || n > MostHeads {
		return 0, fmt.Errorf("%q: %w", s, ErrHeads)
	}
	return n, nil
}

// ParseCents reads an amount of money as people type it: 40, 40,50, 40.50, € 40,-, 1.250,00,
// also in Arabic digits. Nothing is 0.
func ParseCents(s string) (int, error) {
	wrong := fmt.Errorf("%q: %w", s, ErrMoney)
	text := strings.ToLower(people.Fold(s))
	for _, word := range []string{"€", "euros", "euro", "eur", "يورو"} {
		text = strings.ReplaceAll(text, word, "")
	}
	text = strings.NewReplacer("٫", ",", "٬", ".", "،", ",", " ", "", "\u00a0", "", "\u200e", "", "\u200f", "").Replace(text)
	if text == "" && strings.TrimSpace(s) == "" {
		return 0, nil
	}
	for _, none := range []string{",-", ".-", ",--", ",–", ",—"} {
		text = strings.TrimSuffix(text, none)
	}
	whole, part := parted(text)
	if part == "" {
		part = "0"
	}
	if len(part) == 1 {
		part += "0"
	}
	if !digits(whole) || !digits(part) || len(part) > 2 || len(whole) > 6 {
		return 0, wrong
	}
	euros, _ := strconv.Atoi(whole) // digits, as was seen above
	cents, _ := strconv.Atoi(part)
	if n := euros*100 + cents; n <= MostCents {
		return n, nil
	}
	return 0, wrong
}

// parted splits an amount at its comma or point; one before three digits parts thousands.
func parted(text string) (whole, part string) {
	at := strings.LastIndexAny(text, ",.")
	if at < 0 {
		return text, ""
	}
	whole, part = text[:at], text[at+1:]
	if len(part) == 3 {
		whole, part = text, ""
	}
	if groups := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' }); len(groups) > 1 {
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return whole, part
			}
		}
		whole = strings.Join(groups, "")
	}
	return whole, part
}

func digits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

package assets

import _ "embed"

// The fonts are ours, whatever the laptop has: Noto Sans and Noto Sans Arabic (SIL
// Open Font License 1.1, fonts/OFL.txt).
var (
	//go:embed fonts/NotoSans-Regular.ttf
	NotoSans []byte
	//go:embed fonts/NotoSans-Bold.ttf
	NotoSansBold []byte
	//go:embed fonts/NotoSansArabic-Regular.ttf
	NotoSansArabic []byte
	//go:embed fonts/NotoSansArabic-Bold.ttf
	NotoSansArabicBold []byte
)

package assets

import _ "embed"

// The fonts are ours, whatever the laptop has: Noto Sans with its italics, Noto Sans
// Arabic and Noto Sans Ethiopic (SIL Open Font License 1.1, fonts/OFL.txt), and DejaVu
// Sans for boxes to tick, arrows and stars (fonts/DejaVu-LICENSE.txt).
var (
	//go:embed fonts/NotoSans-Regular.ttf
	NotoSans []byte
	//go:embed fonts/NotoSans-Bold.ttf
	NotoSansBold []byte
	//go:embed fonts/NotoSans-Italic.ttf
	NotoSansItalic []byte
	//go:embed fonts/NotoSans-BoldItalic.ttf
	NotoSansBoldItalic []byte
	//go:embed fonts/NotoSansArabic-Regular.ttf
	NotoSansArabic []byte
	//go:embed fonts/NotoSansArabic-Bold.ttf
	NotoSansArabicBold []byte
	//go:embed fonts/NotoSansEthiopic-Regular.ttf
	NotoSansEthiopic []byte
	//go:embed fonts/NotoSansEthiopic-Bold.ttf
	NotoSansEthiopicBold []byte
	//go:embed fonts/DejaVuSans.ttf
	DejaVuSans []byte
)

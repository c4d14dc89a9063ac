package font

// Script is a way of writing that needs type of its own. The three that write with
// Chinese characters are told apart, because each draws them its own way.
type Script string

// The scripts that fonts are looked for by name.
const (
	Chinese  Script = "Chinese"
	Japanese Script = "Japanese"
	Korean   Script = "Korean"

	Bengali   Script = "Bengali"
	Gujarati  Script = "Gujarati"
	Gurmukhi  Script = "Gurmukhi"
	Kannada   Script = "Kannada"
	Malayalam Script = "Malayalam"
	Sinhala   Script = "Sinhala"
	Tamil     Script = "Tamil"
	Telugu    Script = "Telugu"
	Khmer     Script = "Khmer"
	Lao       Script = "Lao"
	Burmese   Script = "Burmese"
	Tibetan   Script = "Tibetan"
	Ethiopic  Script = "Ethiopic"
)

// Scripts are all that fonts are looked for by name.
func Scripts() []Script {
	return []Script{Chinese, Japanese, Korean, Bengali, Gujarati, Gurmukhi, Kannada, Malayalam, Sinhala, Tamil, Telugu,
		Khmer, Lao, Burmese, Tibetan, Ethiopic}
}

// sample are letters that a font must have to be one for a script.
func (s Script) sample() string {
	return map[Script]string{
		Chinese: "说国龍", Japanese: "日あカ", Korean: "한글", Bengali: "ক", Gujarati: "ક", Gurmukhi: "ਕ", Kannada: "ಕ",
		Malayalam: "ക", Sinhala: "ක", Tamil: "க", Telugu: "క", Khmer: "ក", Lao: "ກ", Burmese: "က", Tibetan: "ཀ", Ethiopic: "አ",
	}[s]
}

// known is a font file by its name, and which of the fonts in it is meant.
type known struct {
	file  string
	index int
}

// knownFor are the files that have a script, the best first: Windows, macOS, Linux.
func knownFor(s Script) []known {
	switch s {
	case Chinese:
		return []known{{"msyh.ttc", 0}, {"msyh.ttf", 0}, {"msjh.ttc", 0}, {"simsun.ttc", 0},
			{"PingFang.ttc", 0}, {"Hiragino Sans GB.ttc", 0}, {"STHeiti Light.ttc", 0}, {"Arial Unicode.ttf", 0},
			{"NotoSansCJK-Regular.ttc", 2}, {"NotoSansCJKsc-Regular.otf", 0}, {"NotoSansSC-Regular.otf", 0}, {"NotoSansSC-Regular.ttf", 0},
			{"NotoSansCJK-VF.ttc", 2}, {"SourceHanSansSC-Regular.otf", 0}, {"SourceHanSans.ttc", 2}, {"wqy-microhei.ttc", 0}, {"wqy-zenhei.ttc", 0}, {"uming.ttc", 0}}
	case Japanese:
		return []known{{"YuGothM.ttc", 0}, {"YuGothR.ttc", 0}, {"meiryo.ttc", 0}, {"msgothic.ttc", 0},
			{"ヒラギノ角ゴシック W3.ttc", 0}, {"Hiragino Sans W3.ttc", 0}, {"Arial Unicode.ttf", 0},
			{"NotoSansCJK-Regular.ttc", 0}, {"NotoSansCJKjp-Regular.otf", 0}, {"NotoSansJP-Regular.otf", 0}, {"NotoSansJP-Regular.ttf", 0},
			{"NotoSansCJK-VF.ttc", 0}, {"SourceHanSansJP-Regular.otf", 0}, {"ipag.ttf", 0}, {"ipaexg.ttf", 0}, {"TakaoGothic.ttf", 0}, {"VL-Gothic-Regular.ttf", 0}}
	case Korean:
		return []known{{"malgun.ttf", 0}, {"gulim.ttc", 0},
			{"AppleSDGothicNeo.ttc", 0}, {"AppleGothic.ttf", 0}, {"Arial Unicode.ttf", 0},
			{"NotoSansCJK-Regular.ttc", 1}, {"NotoSansCJKkr-Regular.otf", 0}, {"NotoSansKR-Regular.otf", 0}, {"NotoSansKR-Regular.ttf", 0},
			{"NotoSansCJK-VF.ttc", 1}, {"SourceHanSansKR-Regular.otf", 0}, {"NanumGothic.ttf", 0}, {"UnDotum.ttf", 0}, {"baekmuk-gulim.ttf", 0}}
	}
	return append(indian(s), named(s)...)
}

// indian are the fonts that have most scripts of India in one file, or macOS's own.
func indian(s Script) []known {
	apple := map[Script]string{
		Bengali: "KohinoorBangla.ttc", Gujarati: "KohinoorGujarati.ttc", Gurmukhi: "MuktaMahee.ttc", Kannada: "NotoSansKannada.ttc",
		Malayalam: "Malayalam Sangam MN.ttc", Sinhala: "Sinhala Sangam MN.ttc", Tamil: "Tamil Sangam MN.ttc", Telugu: "KohinoorTelugu.ttc",
		Khmer: "Khmer Sangam MN.ttf", Lao: "Lao Sangam MN.ttf", Burmese: "NotoSansMyanmar.ttc", Tibetan: "Kailasa.ttc", Ethiopic: "Kefa.ttc",
	}[s]
	switch s {
	case Khmer, Lao:
		return []known{{"LeelawUI.ttf", 0}, {apple, 0}}
	case Burmese:
		return []known{{"mmrtext.ttf", 0}, {apple, 0}}
	case Tibetan:
		return []known{{"himalaya.ttf", 0}, {apple, 0}}
	case Ethiopic:
		return []known{{"ebrima.ttf", 0}, {"nyala.ttf", 0}, {apple, 0}}
	}
	return []known{{"Nirmala.ttc", 0}, {"Nirmala.ttf", 0}, {apple, 0}}
}

// named are Noto's files for a script.
func named(s Script) []known {
	name := string(s)
	if s == Burmese {
		name = "Myanmar"
	}
	if s == Tibetan {
		return []known{{"NotoSerifTibetan-Regular.ttf", 0}, {"NotoSansTibetan-Regular.ttf", 0}}
	}
	return []known{{"NotoSans" + name + "-Regular.ttf", 0}, {"NotoSerif" + name + "-Regular.ttf", 0}}
}

package ingest

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"pgregory.net/rapid"
)

var russian = []string{
	"Президент заявил, что разговор с посланниками был содержательным.",
	"Переговоры продолжатся в среду",
	"Аналитики предупреждают: без гарантий безопасности любое соглашение останется хрупким. «Мы не видим причин для спешки», — сказал он.",
	"ВАЖНО: министерство обороны опровергло сообщения о выводе войск",
	"В Ельске подъезд разрушен, экипаж жив, съёмка запрещена; это объявили ещё вчера.",
}

var ukrainian = []string{
	"Президент заявив, що розмова з посланцями була змістовною.",
	"Переговори триватимуть у середу",
	"Аналітики застерігають: без гарантій безпеки будь-яка угода лишатиметься крихкою. «Ми не бачимо причин поспішати», — сказав він.",
	"Її об’єднання з іншими ґрунтується на довірі; є й інші шляхи.",
}

var western = []string{
	"The president’s call with the envoys was “constructive” – a café meeting followed.",
	"Der Außenminister erklärte, die Gespräche könnten für beide Länder nützlich sein.",
	"Le président a déclaré que l'accord était à portée de main après l'été.",
	"El ministro señaló que la reunión continuará mañana.",
	"It cost £3, about €4.",
}

func TestEightBitEncodingsAreToldApart(t *testing.T) {
	for _, c := range []struct {
		name  string
		page  *charmap.Charmap
		texts []string
	}{
		{"windows-1251", charmap.Windows1251, append(append([]string{}, russian...), ukrainian...)},
		{"koi8-u", charmap.KOI8U, append([]string{"Просто текст на русском языке без кавычек"}, withoutQuotes(append(russian, ukrainian...))...)},
		{"ibm866", charmap.CodePage866, withoutQuotes(russian)},
		{"iso-8859-5", charmap.ISO8859_5, withoutQuotes(append(russian, ukrainian[0], ukrainian[1]))},
		{"windows-1252", charmap.Windows1252, western},
	} {
		for _, text := range c.texts {
			b, err := c.page.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatalf("%s cannot hold %q: %v", c.name, text, err)
			}
			got, name, ok := decode(b)
			if !ok || got != text || name != c.name {
				t.Errorf("%s: got %q as %s (%v), want %q", c.name, got, name, ok, text)
			}
		}
	}
}

// withoutQuotes keeps to the characters that the older pages have.
func withoutQuotes(texts []string) []string {
	r := strings.NewReplacer("«", `"`, "»", `"`, "—", "-", "’", "'", "ґ", "г", "Ґ", "Г")
	var out []string
	for _, s := range texts {
		out = append(out, r.Replace(s))
	}
	return out
}

func TestUnicodeEncodingsAreTold(t *testing.T) {
	for _, text := range append(append([]string{"The talks will go on, the envoy said."}, russian...), western...) {
		for _, c := range []struct {
			name string
			enc  encoding.Encoding
		}{
			{"utf-8", encoding.Nop},
			{"utf-8", unicode.UTF8BOM},
			{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
			{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
			{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
			{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
			{"utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
			{"utf-32be", utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
		} {
			b, err := c.enc.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			got, name, ok := decode(b)
			if !ok || got != text || name != c.name {
				t.Errorf("%s: got %.40q as %s (%v), want %.40q", c.name, got, name, ok, text)
			}
		}
	}
}

func TestADeclaredEncodingIsFollowedUnlessItIsWrong(t *testing.T) {
	polish := "Łódź i Gdańsk: rozmowy będą trwać, powiedział minister."
	b, err := charmap.ISO8859_2.NewEncoder().Bytes([]byte(polish))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, head, want string
		body             []byte
	}{
		{"declared and true", `<html><head><meta charset="iso-8859-2">`, polish, b},
		{"declared the old way", `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">`, polish, b},
		{"declared in XML", `<?xml version="1.0" encoding="iso-8859-2"?><html><head>`, polish, b},
		{"declared but UTF-8", `<html><head><meta charset="windows-1251">`, polish, []byte(polish)},
		{"declared as nonsense", `<html><head><meta charset="no-such">`, polish, []byte(polish)},
	} {
		doc, err := Read(t.Context(), "a.html", append([]byte(c.head+"</head><body><p>"), append(c.body, "</p></body></html>"...)...))
		if err != nil || doc.Text != c.want {
			t.Errorf("%s: got %q, %v", c.what, doc.Text, err)
		}
	}
}

func TestDamagedUTF8StaysUTF8(t *testing.T) {
	text := strings.Repeat("Президент заявив, що розмова була змістовною. ", 20)
	damaged := strings.Replace(text, "П", "П\xff", 1) + "\xd0"
	got, name, ok := decode([]byte(damaged))
	want := strings.Replace(text, "П", "П\uFFFD", 1) + "\uFFFD"
	if !ok || name != "utf-8" || got != want {
		t.Errorf("got %.60q as %s", got, name)
	}
}

// Any sentence of some length made of common Russian words is told, whichever of
// the pages it comes in.
func TestRandomCyrillicIsTold(t *testing.T) {
	words := strings.Fields("переговоры президент сказал что война мир будет решение страна Украина посланник встреча вчера Киев Россия гарантии безопасность эксперты считают угроза люди город")
	rapid.Check(t, func(t *rapid.T) {
		upper := rapid.Bool().Draw(t, "upper")
		least := 4
		if upper {
			least = 10 // capitals alone give less to go by
		}
		text := strings.Join(rapid.SliceOfNDistinct(rapid.SampledFrom(words), least, 20, rapid.ID).Draw(t, "words"), " ")
		if upper {
			text = strings.ToUpper(text)
		}
		p := rapid.SampledFrom(pages[1:]).Draw(t, "page")
		b, err := p.page.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, name, ok := decode(b); !ok || got != text {
			t.Fatalf("%s was read as %s: %q", p.name, name, got)
		}
	})
}

func TestUTF16WithoutAMarkIsReadWhereNoBlankTellsIt(t *testing.T) {
	for name, text := range map[string]string{
		"Chinese":         "两位特使周六在港口会面，官员们表示，双方尚未达成任何协议。分析人士警告说，任何计划都需要广泛的支持。\n渡船已经停航三个星期，两岸的居民对此表示怀疑。",
		"Chinese, a line": "两位特使周六在港口会面官员们表示双方尚未达成任何协议",
		"Japanese":        "二人の特使は土曜日に港で会談した。関係者によると、合意には至っていないという。アナリストは慎重な見方を示した。",
		"Korean":          "두특사는토요일항구에서만났다.관계자들은아직합의된것이없다고말했다.",
		"Ukrainian":       "Переговори тривали у гавані, і чиновники сказали, що нічого не погоджено.",
	} {
		for order, encoding := range map[string]encoding.Encoding{
			"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		} {
			b, err := encoding.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if got, said, ok := decode(b); got != text || said != order || !ok {
				t.Errorf("%s in %s: %q in %q, %v", name, order, got, said, ok)
			}
		}
	}
}

func TestBytesThatAreNoTextStayNone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 4000)
	sound := make([]byte, 4000)
	places := make([]byte, 4000)
	for i := range noise {
		noise[i] = byte(random.Uint32())
		places[i] = byte(i / 64)
		if i%2 == 1 {
			v := int16(random.NormFloat64() * 900)
			sound[i-1], sound[i] = byte(v), byte(v>>8)
		}
	}
	for what, b := range map[string][]byte{"noise": noise, "sound": sound, "places": places, "zeros": make([]byte, 4000)} {
		if text, name, ok := decode(b); ok {
			t.Errorf("%s was read as %s: %.40q", what, name, text)
		}
	}
}

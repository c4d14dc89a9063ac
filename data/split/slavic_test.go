package split

import (
	"strings"
	"testing"

	"lectern/data"
)

// voice is a sentence's lane and, where somebody speaks in it, who.
type voice struct {
	text, speaker string
	lane          data.Lane
}

func checkVoices(t *testing.T, lang string, want []voice) {
	t.Helper()
	var lines []string
	for _, w := range want {
		lines = append(lines, w.text)
	}
	text := strings.Join(lines, "\n")
	r := read(t, text)
	sound(t, text, r)
	if r.Lang != lang {
		t.Fatalf("language %q, want %q", r.Lang, lang)
	}
	speakers := map[string]string{}
	for _, s := range r.Sentences {
		if s.Attribution >= 0 {
			speakers[s.In(text)] = r.Attributions[s.Attribution].Speaker
		}
	}
	at := map[string]data.Lane{}
	for _, s := range r.Sentences {
		at[s.In(text)] = s.Lane
	}
	for _, w := range want {
		lane, ok := at[w.text]
		if !ok {
			t.Errorf("%q is not one sentence", w.text)
		} else if lane != w.lane || speakers[w.text] != w.speaker {
			t.Errorf("%q: %s by %q, want %s by %q", w.text, lane, speakers[w.text], w.lane, w.speaker)
		}
	}
}

func TestUkrainianVoices(t *testing.T) {
	checkVoices(t, "uk", []voice{
		{"Посланці двох берегів зустрілися на старій митниці", "", data.Background},
		{"Президентка Тарнії Олена Мороз у понеділок три години розмовляла з посланцями.", "", data.Background},
		{"За її словами, ішлося про мости та обмін полоненими.", "Олена Мороз", data.Statement},
		{"Міністр закордонних справ Іван Береський заявив, що сторони домовилися про мости.", "Іван Береський", data.Statement},
		{"За словами Береського, охорону виставлять у січні.", "Іван Береський", data.Statement},
		{"«Це була добра розмова», — сказала журналістам Мороз.", "Олена Мороз", data.Statement},
		{"Газета «Кур’єр річки» повідомила, що угоду підписали вночі.", "", data.Background},
		{"У міністерстві це спростували.", "міністерстві", data.Statement},
		{"Керівник канцелярії Петро Сова від коментарів відмовився.", "Петро Сова", data.Statement},
		{"Експерти закликають не поспішати з висновками.", "Експерти", data.Caveat},
		{"Аналітики застерігають, що міст не витримає вантажівок.", "Аналітики", data.Caveat},
		{"Політологиня Ганна Лис вважає, що пауза буде короткою.", "Ганна Лис", data.Caveat},
		{"На її думку, без спостерігачів домовленості нічого не варті.", "Ганна Лис", data.Caveat},
		{"Перемир’я навряд чи протримається до весни.", "", data.Caveat},
		{"Залишається незрозумілим, хто охоронятиме міст.", "", data.Caveat},
		{"Наступна зустріч може відбутися в січні.", "", data.Caveat},
		{"Ймовірно, її проведуть на митниці.", "", data.Caveat},
		{"Опозиція обурена.", "", data.Reaction},
		{"Лідер партії «Сад і кордон» Радко Осика заявив, що мости здали задарма.", "Радко Осика", data.Reaction},
		{"Спілка ветеранів заявила, що про мости з нею не говорили.", "Спілка ветеранів", data.Reaction},
		{"Критики називають угоду порожньою, жителі правого берега кажуть, що чули це й раніше.", "жителі правого берега", data.Reaction},
		{"Мешканці нижнього міста розповіли, що чекали новин до ранку.", "Мешканці нижнього міста", data.Reaction},
		{"Союзники привітали розмову.", "", data.Reaction},
		{"Митницю збудували у 1890 році.", "", data.Background},
	})
}

func TestRussianVoices(t *testing.T) {
	checkVoices(t, "ru", []voice{
		{"Посланцы двух берегов встретились на старой таможне", "", data.Background},
		{"Президент Тарнии Илья Морозов в понедельник три часа говорил о мостах с посланцами.", "", data.Background},
		{"По его словам, речь шла о мостах и об обмене пленными.", "Илья Морозов", data.Statement},
		{"Министр Анна Береская заявила, что стороны договорились об охране.", "Анна Береская", data.Statement},
		{"По словам Береской, охрану выставят в январе.", "Анна Береская", data.Statement},
		{"«Это был хороший разговор», — сказал журналистам Морозов.", "Илья Морозов", data.Statement},
		{"В министерстве это опровергли.", "министерстве", data.Statement},
		{"Эксперты призывают не спешить с выводами.", "Эксперты", data.Caveat},
		{"Аналитики предупреждают, что мост не выдержит грузовиков.", "Аналитики", data.Caveat},
		{"По мнению экспертов, перемирие будет недолгим.", "экспертов", data.Caveat},
		{"Перемирие вряд ли продержится до весны.", "", data.Caveat},
		{"Остаётся неясным, кто будет охранять мост.", "", data.Caveat},
		{"Следующая встреча может пройти в январе.", "", data.Caveat},
		{"Оппозиция возмущена.", "", data.Reaction},
		{"Жители нижнего города рассказали, что ждали новостей до утра.", "Жители нижнего города", data.Reaction},
		{"Критики называют соглашение пустым.", "Критики", data.Reaction},
		{"Таможню построили в 1890 году.", "", data.Background},
	})
}

func TestWhatTheReportPutsInsideAQuotationIsItsOwn(t *testing.T) {
	text := "«Ми готові, — сказала міністерка Олена Мороз. — Ми чекаємо з осені. І далі чекатимемо»."
	r := read(t, text)
	sound(t, text, r)
	got := acts(text, r)
	want := said{data.Direct, "міністерка Олена Мороз", "сказала", "«Ми готові … Ми чекаємо з осені. І далі чекатимемо»", "Олена Мороз"}
	if len(got) != 1 || got[0] != want {
		t.Fatalf("got  %+v\nwant %+v", got, want)
	}
	for _, s := range r.Sentences {
		if s.Lane != data.Statement || !s.Speech {
			t.Errorf("%q: %s, speech %v", s.In(text), s.Lane, s.Speech)
		}
	}
}

func TestNamesAreReducedOnlyToFormsThatTheReportHas(t *testing.T) {
	for text, want := range map[string]string{
		"Володимир Береський приїхав.\nЗа словами Володимира Береського, міст безпечний.":    "Володимир Береський",
		"Рован Тесік приїхав.\nЗа словами Рована Тесіка, міст безпечний.":                    "Рован Тесік",
		"За словами Володимира Береського, міст безпечний.":                                  "Володимира Береського",
		"Іванов приїхав.\nОлена Іванова сказала, що міст безпечний.":                         "Олена Іванова",
		"Надія Ілвеск приїхала.\nЗа словами Надії Ілвеск, міст безпечний.":                   "Надія Ілвеск",
		"Президент України Остап Сова приїхав.\nСова сказав, що міст безпечний.":             "Остап Сова",
		"Президент Остап Іванович Сова приїхав.\nСова сказав, що міст безпечний, і поїхав.":  "Остап Іванович Сова",
		"Беніка Сарра чекали. Бенік Сарр приїхав.\nБенік Сарр повідомив, що міст безпечний.": "Бенік Сарр",
	} {
		r := read(t, text)
		if len(r.Attributions) != 1 || r.Attributions[0].Speaker != want {
			t.Errorf("%q: got %+v, want %q", text, acts(text, r), want)
		}
	}
}

package name

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// one lists spellings of one name a line.
const one = `
Volodymyr Zelensky | Volodymyr Zelenskyy | Volodymyr Zelenskyi | Volodymyr Zelenskiy | Vladimir Zelensky | Володимир Зеленський | Владимир Зеленский | President Volodymyr Zelensky | Zelensky, Volodymyr | ZELENSKY, Volodymyr | Володимир Олександрович Зеленський
Zelensky | Zelenskyy | Zelenskiy | Zelenskyi | Зеленський | Зеленский | Mr. Zelensky | President Zelenskyy | Zelensky’s
Vladimir Putin | Владимир Путин | Володимир Путін | Vladimir Vladimirovich Putin | Wladimir Putin | Vladimir Poutine
Putin | Путін | Путин | President Putin | Putin's
Sergei Lavrov | Sergey Lavrov | Сергей Лавров | Сергій Лавров | Serhiy Lavrov | Foreign Minister Sergei Lavrov
Yevhen Prigozhin | Evgeny Prigozhin | Yevgeny Prigozhin | Евгений Пригожин | Євген Пригожин
Denys Shmyhal | Denys Shmygal | Денис Шмигаль | Денис Шмыгаль | Prime Minister Denys Shmyhal
Shmyhal | Шмигаль
Dmytro Kuleba | Dmitry Kuleba | Дмитро Кулеба | Дмитрий Кулеба
Andriy Yermak | Andrii Yermak | Андрій Єрмак | Андрей Ермак | Andrey Ermak
Oleksandr Syrskyi | Oleksandr Syrsky | Олександр Сирський | Александр Сырский | Gen. Oleksandr Syrskyi
Olena Zelenska | Олена Зеленська | Елена Зеленская | Yelena Zelenskaya
Oleh Tyahnybok | Oleg Tyagnibok | Олег Тягнибок
Mykhailo Podolyak | Mikhail Podolyak | Михайло Подоляк
Yulia Tymoshenko | Yuliya Timoshenko | Юлія Тимошенко | Юлия Тимошенко
Iryna Vereshchuk | Irina Vereshchuk | Ірина Верещук | Iryna Vereschuk
Mar'yana Betsa | Mariana Betsa
Nikita Khrushchev | Никита Хрущёв | Nikita Khruschev
Mikhail Gorbachev | Михаил Горбачёв | Mikhail Gorbachyov
Alexander Lukashenko | Alyaksandr Lukashenka | Олександр Лукашенко
Rustem Umerov | Рустем Умєров
Muhammad Ali | Mohammed Ali | Mohamed Ali
Bashar al-Assad | Bashar Assad | Bashar Al-Assad | Bashar el-Assad | بشار الأسد
Abdel Fattah el-Sisi | Abdel-Fattah al-Sisi | Abd al-Fattah Sisi
Muammar Gaddafi | Moammar Qaddafi
Recep Tayyip Erdoğan | Recep Tayyip Erdogan | President Recep Tayyip Erdoğan
Jean-Claude Juncker | Jean Claude Juncker
Kim Jong-un | Kim Jong Un
Angela Merkel | Chancellor Angela Merkel | Frau Angela Merkel | ANGELA MERKEL
Müller | Mueller
Lech Wałęsa | Lech Walesa
François Hollande | Francois Hollande
George W. Bush | George Bush | President George W. Bush
John F. Kennedy | John Kennedy | J. F. Kennedy
Donald Trump Jr. | Donald Trump, Jr.
The White House | White House
US State Department | U.S. State Department
the finance ministry | The Finance Ministry
Міністерство оборони | міністерство оборони
Anatoliy Petrenko | Анатолій Петренко | Анатолий Петренко
Hryhoriy Nemyria | Григорий Немыря
Dr Jill Stein | Jill Stein
`

// two lists names that are not one, two a line.
const two = `
Bill Clinton | Hillary Clinton
Clinton | Bill Clinton
Donald Trump | Donald Trump Jr.
Donald Trump | Melania Trump
Trump | Donald Trump
Volodymyr Zelensky | Olena Zelenska
Zelensky | Zelenska
Зеленський | Зеленська
Олена Зеленська | Володимир Зеленський
George W. Bush | George H. W. Bush
George W. Bush | Jeb Bush
John Adams | John Quincy Adams
Raúl Castro | Fidel Castro
Justin Trudeau | Pierre Trudeau
Kim Jong-un | Kim Jong-il
Kim Jong Un | Kim Yo Jong
Vitali Klitschko | Wladimir Klitschko
Vladimir Putin | Vladimir Potanin
Vladimir Putin | Vladimir Zelensky
Сергей Иванов | Виктор Иванов
Иванов | Иванова
Сергей Иванов | Сергей Петров
Петро Порошенко | Марина Порошенко
Юлія Тимошенко | Семен Тимошенко
Andriy Yermak | Andriy Yusov
Oleksii Reznikov | Oleksii Danilov
Dmytro Kuleba | Dmytro Razumkov
Jon Hill | Jon Gill
Bill Gates | Bill Hates
Harry Smith | Garry Smith
Anna Smith | Hanna Smith
John Smith | Jane Smith
J. Smith | K. Smith
John F. Kennedy | Robert F. Kennedy
John F. Kennedy | John G. Kennedy
Robert Kennedy | Robert Menendez
Theresa May | Theresa Villiers
Boris Johnson | Rachel Johnson
Boris Johnson | Boris Nemtsov
Lyndon Johnson | Boris Johnson
Prince William | Prince Harry
King Charles | Charles
Pope Francis | Pope Benedict
Pope Francis | Francis
Muhammad Ali | Muhammad Alavi
Bashar al-Assad | Hafez al-Assad
بشار الأسد | حافظ الأسد
Benjamin Netanyahu | Yonatan Netanyahu
Recep Tayyip Erdogan | Bilal Erdogan
Angela Merkel | Ulrich Merkel
Emmanuel Macron | Brigitte Macron
General Electric | General Motors
Foreign Ministry | Defence Ministry
a senior official | an official
the spokesman | the spokeswoman
the president | the prime minister
White House | White Hall
Department of State | Department of Justice
Michael Johnson | Michaela Johnson
Marie Le Pen | Marine Le Pen
Sam Stone | Sam Storm
Paul Ryan | Paul Rand
Rand Paul | Ron Paul
Louis XIV | Louis XVI
Henry II | Henry III
U.S. | U.N.
`

func lists(s string) [][]string {
	var all [][]string
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		var names []string
		for _, n := range strings.Split(line, "|") {
			names = append(names, strings.TrimSpace(n))
		}
		all = append(all, names)
	}
	return all
}

func TestSpellingsOfOneNameAreJoined(t *testing.T) {
	for _, names := range lists(one) {
		for _, n := range names[1:] {
			if !Same(names[0], n) || !Same(n, names[0]) {
				t.Errorf("%q (%s) and %q (%s) are one", names[0], Key(names[0]), n, Key(n))
			}
		}
	}
}

func TestOtherNamesAreKeptApart(t *testing.T) {
	for _, names := range lists(two) {
		if Same(names[0], names[1]) || Same(names[1], names[0]) {
			t.Errorf("%q (%s) and %q (%s) are two", names[0], Key(names[0]), names[1], Key(names[1]))
		}
	}
	// Nor is any name of one line the same as one of another.
	all := lists(one)
	for i := range all {
		for k := range i {
			for _, a := range all[i] {
				for _, b := range all[k] {
					if Same(a, b) {
						t.Errorf("%q and %q are two", a, b)
					}
				}
			}
		}
	}
}

func TestKeysJoinWhatHasTheSameParts(t *testing.T) {
	for _, names := range [][]string{
		{"Volodymyr Zelensky", "Володимир Зеленський", "Vladimir Zelenskiy", "President Zelenskyy, Volodymyr"},
		{"Zelensky", "Zelenskyy", "Зеленський", "Зеленский", "Mr Zelensky"},
		{"Yevhen Prigozhin", "Евгений Пригожин", "Evgeny Prigozhin"},
		{"the Foreign Ministry", "Foreign ministry"},
	} {
		for _, n := range names[1:] {
			if Key(n) != Key(names[0]) {
				t.Errorf("Key(%q) is %q, Key(%q) is %q", n, Key(n), names[0], Key(names[0]))
			}
		}
	}
	for name, want := range map[string]string{"Volodymyr Zelenskyy": Key("Зеленський"), "Donald Trump Jr.": "trump jr", "Cher": "cher", "": "", "…": ""} {
		if got := Last(name); got != want {
			t.Errorf("Last(%q) = %q, want %q", name, got, want)
		}
	}
	if Key("the president") == "" || Key("President") == "" || Key("—") != "" {
		t.Error("a title alone is a name, a mark is none")
	}
}

// names draws names of several scripts with what may stand in them.
var names = rapid.StringOfN(rapid.SampledFrom([]rune("abcdehijkoxyzABHZКирилєґїйжХщ ' .-,ÉüłMrJr بشار漢0")), 0, 24, -1)

func TestSameHoldsWhatItPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := names.Draw(t, "a"), names.Draw(t, "b")
		if Same(a, b) != Same(b, a) {
			t.Fatalf("Same(%q, %q) depends on the order", a, b)
		}
		if strings.ContainsFunc(a, unicode.IsLetter) {
			if Key(a) == "" {
				t.Fatalf("%q has letters and no key", a)
			}
			if Key(a) == Key(b) && !Same(a, b) {
				t.Fatalf("%q and %q have the key %q and are not the same", a, b, Key(a))
			}
		}
		if Same(a, b) && Last(a) != Last(b) && !arabic(a+b) && slavic(wordsOf(a)) == slavic(wordsOf(b)) {
			t.Fatalf("%q and %q are the same, with surnames %q and %q", a, b, Last(a), Last(b))
		}
	})
}

func TestKeyDoesNotDependOnHowItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := names.Draw(t, "a")
		for _, other := range []string{strings.ToUpper(a), strings.ToLower(a), norm.NFD.String(a), "  " + a + " ", strings.ReplaceAll(a, " ", "  ")} {
			if Key(other) != Key(a) {
				t.Fatalf("Key(%q) is %q, Key(%q) is %q", other, Key(other), a, Key(a))
			}
		}
	})
}

func FuzzSame(f *testing.F) {
	f.Add("Зеленський", "Zelensky")
	f.Add("\xff", "ь")
	f.Fuzz(func(t *testing.T, a, b string) {
		if Same(a, b) != Same(b, a) {
			t.Errorf("Same(%q, %q) depends on the order", a, b)
		}
		if Key(a) != "" && !Same(a, a) && !arabic(a) {
			t.Errorf("%q is not the same as itself", a)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	for b.Loop() {
		Key("President Volodymyr Zelenskyy")
	}
}

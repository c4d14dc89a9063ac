package name

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// titles fall off the head of a name. King, queen, prince and pope stay: they are
// what tells their bearers from others.
var titles = set(`mr mrs ms miss messrs mx dr prof professor sir dame lord lady president minister chancellor premier senator sen rep
	congressman congresswoman representative gov governor secretary ambassador general gen colonel col lieutenant lt captain capt major maj
	sergeant sgt admiral adm commander judge rev reverend hon pres chairman chairwoman chair spokesman spokeswoman spokesperson envoy mayor
	commissioner speaker attorney detective sheriff officer director adviser advisor economist analyst lawyer barrister
	herr frau monsieur madame señor señora signor
	президент президентка міністр міністерка прем'єр премєр прем'єрка голова речник речниця посол канцлер генерал полковник лідер пан пані
	професор мер экс президента министра министр премьер глава посол господин госпожа профессор мэр представитель пресс-секретарь`)

// beforeTitle are the words that may stand before a title.
var beforeTitle = set(`the a former ex acting then prime foreign defence defense interior finance home justice trade energy health deputy vice
	first chief senior press us attorney lieutenant major rear vice general secretary presidential ukrainian russian american british french
	german turkish israeli iranian polish european chinese
	прем'єр премєр премьер колишній колишня екс віце бывший вице перший первый`)

// company are words that make a firm or a body of the title before them.
var company = set(`electric motors mills dynamics assembly staff of for and secretariat council department office street house`)

// descent are the marks that tell a son from his father.
var descent = set(`jr sr ii iii iv junior senior`)

// slavicEnds are endings, in plain Latin letters, that few other surnames have.
var slavicEnds = strings.Fields(`enko chenko chuk shuk niuk nyuk iuk yuk sky skiy skyi skyy skii skyj skij ska skaya skaia tskyi tsky
	ovych ovich evych evich ov ova ev eva iev yev iyev ieva yeva enok yshyn ishin tsev hlyi zhnyi zhny zhniy zhnyy tin yov`)

// givenNames are the forms of one given name, a name a line.
const givenNames = `
volodymyr vladimir wladimir uladzimir
oleksandr alexander aleksandr alexandr oleksander aleksander aliaksandr alyaksandr
oleksandra alexandra aleksandra
oleksiy alexei alexey aleksei aleksey alexiy
serhiy sergei sergey sergiy serguei siarhei syarhey
yevhen evgeny yevgeny yevgeniy yevheniy evgeni ievgen
yevhenia yevgenia evgenia
mykola nikolai nikolay mikalai
mykhailo mikhail mykhaylo michail mikhailo
dmytro dmitry dmitri dmitriy dmitrij
andriy andrei andrey andrej andri
vasyl vasily vasiliy vasili
petro pyotr petr piotr
pavlo pavel
hryhoriy grigory grigoriy grigori
ihor igor
oleh oleg
yuriy yuri yury juri jurij iurii iouri
yulia yuliya iulia julia
olena elena yelena
olha olga
iryna irina
kateryna ekaterina yekaterina
kyrylo kirill
maksym maxim
denys denis
artem artyom
valeriy valery valeri
vitaliy vitaly vitali
anatoliy anatoly anatoli
hennadiy gennady gennadiy
arseniy arseny
heorhiy georgy georgiy georgi
danylo daniil
illia ilya ilia
tymofiy timofey timofei
viacheslav vyacheslav
viktor victor
viktoria victoria viktoriya
natalia natalya nataliya
maria mariya
marharyta margarita
svitlana svetlana sviatlana
tetiana tatyana tatiana tetyana
liudmyla lyudmila ludmila
nadia nadiya nadezhda
fedir fyodor fedor
stepan
matviy matvey
ostap
kostiantyn konstantin kostyantyn
mohammed muhammad mohamed mohammad muhammed mohamad
ahmed ahmad
hussein hussain husayn husain
hassan hasan
yusuf yousef youssef yousuf yusef
khaled khalid
omar umar
osama usama
mahmoud mahmud
moammar muammar moamar muamar
abdalfattah abdalfatah
`

// surnames are the same for surnames whose spellings no rule joins.
const surnames = `
zelensky zelenski selenskyj selenski
putin poutine
lukashenko lukashenka
gaddafi qaddafi gadhafi kadhafi qadhafi
netanyahu netanjahu
khamenei khameini
sisi
`

var givenOf, surnameOf = oneFormOf(givenNames), oneFormOf(surnames)

// worldwide are spellings in those lists that say nothing of where their bearer
// comes from.
var worldwide = set(`alexander alexandra victor victoria julia maria elena natalia denis maxim omar mohammed muhammad mohamed mohammad
	muhammed mohamad ahmed ahmad hussein hussain husayn husain hassan hasan yusuf yousef youssef yousuf yusef khaled khalid umar osama usama
	mahmoud mahmud moammar muammar moamar muamar margarita nadia olga irina abdalfattah abdalfatah`)

// oneFormOf maps the shapes of each line's words to that of its first.
func oneFormOf(lines string) map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		words := strings.Fields(line)
		for _, w := range words {
			m[shape(w, true)] = shape(words[0], true)
			m[shape(w, false)] = shape(words[0], true)
		}
	}
	return m
}

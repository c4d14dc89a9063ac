package data

import "strings"

// DefaultThemes are the themes that every new library begins with, in English,
// Ukrainian and Russian. They carry no ID yet.
func DefaultThemes() Themes {
	var all Themes
	for _, t := range defaultThemes {
		all = append(all, Theme{Name: t.name, Phrases: CleanPhrases(strings.Split(t.phrases, "\n"))})
	}
	return all
}

var defaultThemes = []struct{ name, phrases string }{
	{"Security guarantees", `
security guarantee*
security assurance*
security commitment*
security pact*
security arrangement*
draft of guarantees
guarantees under discussion
guarantor*
international security support
mutual defence
mutual defense
collective defence
collective defense
article 5
reassurance force*
peacekeep*
oversight mechanism*
гаранті* безпеки
безпеков* гаранті*
проєкт гарантій
гарант безпеки
миротвор*
гаранти* безопасности
проект гарантий
гарант безопасности
миротворц*
миротворческ*`},
	{"De-escalation", `
de-escalat*
deescalat*
ceasefire*
cease-fire*
truce*
armistice*
day pause
pause in fighting
pause in the fighting
pause without
freeze the line
stop the fighting
halt to the fighting
withdrawal of forces
withdrawal of troops
troop withdrawal*
pull back forces
disengage*
demilitari*
hostilities
verification protocol*
verification mechanism*
деескалац*
припинення вогню
припинити вогонь
режим тиші
перемир*
тридцятиденн* пауз*
відведення військ
розведення військ
прекращени* огня
прекратить огонь
режим тишины
перемири*
отвод войск
разведение войск`},
	{"Humanitarian access", `
humanitarian
aid organisation*
aid organization*
aid worker*
aid convoy*
relief convoy*
relief worker*
civilians and aid
civilians and to aid
civilians to cross
civilian traffic
safe passage
evacuat*
red cross
гуманітарн*
евакуац*
червон* хрест*
гуманитарн*
эвакуац*
красн* крест*`},
	{"Political settlement", `
political settlement*
political solution*
political process
peace settlement*
peace agreement*
peace deal*
peace plan*
peace treaty
peace process
peace talks
peace negotiations
staged settlement
negotiated settlement
negotiated solution
lasting peace
durable peace
final settlement
мирн* угод*
мирн* договір*
мирн* план*
мирн* перемовин*
мирн* переговор*
політичн* врегулюван*
мирн* врегулюван*
мирн* соглашени*
мирн* договор*
политическ* урегулировани*
мирн* урегулировани*`},
	{"Sanctions", `
sanction*
embargo*
asset freeze*
frozen assets
export control*
price cap
lifting of the restrictions
lifting of restrictions
lift the restrictions
relief from restrictions
restrictions on ships
restrictions on exports
restrictions on trade
grain restrictions
санкці*
ембарго
заморожен* актив*
санкци*
эмбарго
замороженн* актив*`},
	{"Reconstruction money", `
reconstruct*
rebuild*
recovery fund*
recovery plan*
war damage*
reparation*
donor conference*
відбудов*
відновлення інфраструктури
репарац*
восстановлени* инфраструктуры
восстановлени* экономики
реконструкц*
репараци*`},
	{"Territory", `
territor*
occupied
occupation
sovereignty
annex*
border line
line of contact
line of control
status of the valley
status of the province
status of the * province
status of the * valley
recognised borders
recognized borders
територ*
окупован*
окупац*
анекс*
лінія розмежування
лінії розмежування
статус долини
суверенітет*
территор*
оккупирован*
оккупац*
аннекс*
линия соприкосновения
линии соприкосновения
суверенитет*`},
	{"Prisoners", `
prisoner*
pow
pows
captive*
captivity
detainee*
hostage*
полонен*
військовополонен*
в полон
у полоні
з полону
заручник*
пленн*
военнопленн*
в плен
в плену
из плена
заложник*`},
}

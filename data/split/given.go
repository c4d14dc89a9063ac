package split

import "strings"

// gender is what a pronoun tells of a person.
type gender uint8

const (
	unsaid gender = iota
	he
	she
)

// givenNames tells of a given name, in small letters, whether its bearer is he or
// she; unsaid for a name of either.
var givenNames = func() map[string]gender {
	m := map[string]gender{}
	for _, w := range strings.Fields(men) {
		m[w] = he
	}
	for _, w := range strings.Fields(women) {
		if m[w] == he {
			m[w] = unsaid
		} else {
			m[w] = she
		}
	}
	return m
}()

const men = `
	aaron abdul abdullah abraham adam adolf adrian ahmad ahmed akira alan albert alberto alec aleksandar aleksandr aleksei alejandro alessandro alex
	alexander alexandre alexei alexey alexis alfred ali allan allen amir anatoly anders andre andreas andrei andres andrew andrey andrii andriy andrzej
	angelo anthony antoine anton antonin antonio antony antti anwar arkady armen arnold arseniy artem arthur artur asif asad ashraf atul august avi
	barack barry bashar bart ben benjamin bernard bernd bernie bert bertrand bilal bill billy bjorn björn blake bob bobby bogdan bohdan boris brad bradley
	brendan brent brett brian bruce bruno bryan burak
	carl carlo carlos cary cesar chad charles charlie chris christian christoph christophe christopher chuck clarence claude claus clifford clint colin
	conrad constantin cory craig curtis cyril dale damian damien dan daniel danilo danny danylo darren dave david dean denis dennis denys derek dick didier
	diego dieter dimitri dimitris dirk dmitri dmitriy dmitry dmytro dominic don donald doug douglas duncan dustin dwight
	earl ed eddie edgar edmund eduard eduardo edward edwin egor ehud elias elijah elliot elon emil emmanuel enrique eric erich erik ernest ernesto ernst
	erwin ethan eugene evan evgeny evgeni
	fabian faisal farid felipe felix ferdinand fernando fidel francesco francis francisco franck franco francois françois frank franklin franz fred frederic
	frederick fritz fumio
	gabriel gareth gary gavin gene geoff geoffrey georg george georges georgy gerald gerard gerhard gianni gilbert giorgio giovanni giuseppe glenn goran gordon
	graham greg gregor gregory guido guillaume gunter gustav guy
	hamid hamza hans harold harry harvey hasan hassan heinrich heinz helmut hennadiy henri henrik henry herbert herman hermann hervé hideo hiroshi horst howard
	hryhoriy hubert hugh hugo hussein
	ian ibrahim igor ihor ilham ilia illia ilya imran ioannis ismail isaac ivan ivo
	jack jacob jacques jaime jake jakob jakub jalal james jan janez jared jaroslav jarosław jason javier jay jean-claude jean-luc jean-marc jean-yves jeb jeff jeffrey
	jens jeremy jerome jerry jesus jim jimmy joachim joaquin joe joel johan johann johannes john johnny jon jonas jonathan jong-un jordi jorge jörg jose josé josef
	joseph josh joshua juan juergen jürgen julian julien julio julius jurij justin
	kamal karel karim karl karsten kaspar keith ken kenneth kevin khaled khalid kirill kiril klaus konrad konstantin konstantyn kostiantyn kurt kyle kyrylo kyriakos
	lars larry laurent lawrence lech lee leo leon leonard leonardo leonid leopold leslie levan lewis liam lindsey lloyd lorenzo lothar louis lubomir luc luca lucas ludwig
	luigi luis luiz lukas luke lyndon
	mahmoud malcolm manfred manuel marc marcel marcelo marcin marco marcos marcus marek mario marius mark marko markus martin marty marvin masoud massimo mateusz matt matteo
	matthew matthias matti max maxim maxime maksym maurice mauricio maximilian mehdi mehmet menachem michael michal michał michel miguel mihai mikael mike mikhail mikheil mikko
	miklos milan milos miloš milorad miroslav mitch mitt mohamad mohamed mohammad mohammed moritz muhammad murat mustafa mykhailo mykola
	narendra nathan nawaz neil nelson nicholas nick nicola nicolas nigel nikita niklas nikola nikolai nikolaj nikolas nikolay nikos nils nodar norbert norman
	octavio olaf oleg oleh oleksandr oleksii oleksiy oliver olivier omar orlando oscar oskar osama otto owen
	pablo paolo pascal patrice patrick paul paulo pavel pavlo pawel paweł pedro per pete peter petr petro petteri phil philip philipp philippe phillip pierre pietro piotr pyotr
	rafael rafał rahm rahul raj ralf ralph rand randall randy raphael rashid raul raúl ray raymond recep reinhard rémi rené reza ricardo richard rick robert roberto robin
	rodrigo roger roland rolf roman ron ronald rory ross roy ruben rudolf rudy rupert ruslan russell rustem ryan
	salman salvador sam samir samuel sandro saul scott sean sebastian selim serge sergei sergey sergii sergio serhii serhiy seth shane shaun shigeru shimon shinzo sidney
	siegfried sigmar silvio simon slobodan stanislav stanislaw stefan stefano stephan stephane stéphane stephen steve steven stewart stuart sven sviatoslav
	tadeusz taras tariq ted terence terry theo theodor theodore thierry thomas thorsten tim timo timothy timur todd tom tomas tomáš tomasz tommy toni tony toomas travis trevor
	tyler ulf ulrich umar umberto urmas uwe
	vadim vadym václav valdis valentin valentyn valerii valeriy vasco vasily vasyl viacheslav vicente victor viktor vincent vincenzo virgil vitali vitaliy vitaly vlad vladimir vladislav
	vladyslav volodymyr volker vyacheslav
	waldemar walter warren wayne werner wilfried wilhelm will willem william willy winston witold wladimir wojciech wolfgang
	xavier yahya yair yanis yannick yaroslav yasser yegor yevgeny yevhen yevhenii yitzhak yuri yurii yuriy yury yusuf yves
	zack zachary zbigniew zoran zurab
	авдій адам анатолій андрій антон аркадій арсен арсеній артем артур богдан борис вадим валентин валерій василь віктор віталій владислав влад володимир всеволод
	вячеслав в'ячеслав гаврило геннадій георгій гліб григорій данило данил денис дмитро едуард євген єгор іван ігор ілля йосип кирило костянтин лев леонід любомир
	максим марко мар'ян матвій микита микола михайло мирослав назар олег олександр олексій олесь орест остап павло петро радко роман ростислав руслан рустем святослав семен сергій
	станіслав степан тарас тимофій тимур федір юрій юліан яків ян ярослав
	александр алексей анатолий андрей антон артём валерий василий виктор виталий владимир вячеслав геннадий георгий глеб григорий даниил дмитрий евгений егор иван игорь илья
	иосиф кирилл константин лев леонид матвей михаил никита николай олег павел пётр петр семён сергей станислав степан тимофей фёдор юрий яков эдуард
	барак джо дональд джон емманюель эммануэль олаф ангус борис реджеп сі си кім ким
`

const women = `
	abigail ada adele adriana agnes agnieszka aisha alena alessandra alexandra alexandria alice alicia alina alison allison alma amanda amber amelia amina amy ana anastasia andrea
	angela angelina angelique anita ann anna annabel anne annegret annette annie antonia april ariana arianna astrid audrey aung ava ayesha
	barbara beata beatrice beatrix becky bella benazir berta beth bettina betty beverly birgit birgitte bonnie brenda brianna brigitte britta bridget
	camilla candace carla carly carmen carol carole carolina caroline carrie catarina catherine cathy cecilia celia charlotte chelsea cheryl chiara chloe christiane christina
	christine cindy claire clara claudia colleen condoleezza connie constance cora cristina cynthia
	daisy dalia daniela danielle daria darya dawn deborah debbie denise diana diane dina dolores donna dora doris dorothy dunja
	ebony edith eileen ekaterina elaine eleanor elena eleni elina elisa elisabeth eliza elizabeth elke ella ellen elsa elvira emily emma erica erika erin esther eva eve evelyn
	fatima fatma federica fiona florence frances franziska frederica frida
	gabriela gabriele gabrielle galina gerda gina giorgia gisela giulia gloria golda grace greta gretchen gwen
	halyna hanan hanna hannah harriet heather heidi helen helena helene helga henrietta hilary hilda hillary holly hortense huma
	ida ilona ines inga ingrid inna irena irene irina iris irma iryna isabel isabella isabelle ivanka ivana
	jackie jacqueline jadwiga jamala jane janet janice jasmine jeanne jelena jen jenna jennifer jenny jessica jill joan joanna joanne jocelyn johanna josephine joy joyce juanita judith
	judy julia juliana julie juliet julija june justine
	kaja kamala karen karin karine karolina kate katarina katerina kateryna katharina katherine kathleen kathryn kathy katie katja katrin katrina kay kayleigh kellyanne kelly kerry kersti
	kim khrystyna kirsten kristalina kristen kristin kristina kristine
	lana lara larisa larysa laura lauren laurence lea leah leila lena leticia lesia leyla lidia liliana lilian lillian lily linda lisa liudmyla liz liza lois lora loretta lori louise lucia lucy
	ludmila luisa lydia lynn lyudmila
	madeleine madeline maggie magda magdalena maia malala malia manuela mara marcela marcia margaret margarita margot margrethe marharyta mari maria mariam mariana marianne marie mariia mariana
	marija marina marine mariya marjorie marlene marta martha martina mary maryna matilda maureen may maya meera megan megyn meghan melania melanie melinda melissa mercedes meredith mette mia michaela michele
	michelle mila mildred milena minna mira miranda miriam misha mona monica monika muriel myriam
	nadia nadiia nadine nadiya nana nancy naomi natalia natalie nataliia nataliya natalya natasha nathalie nelly nicole nikki nina nino nora norma
	octavia odile oksana oleksandra olena olga olha olivia olya oprah
	pamela patricia patty paula pauline peggy penelope penny petra phyllis polina priscilla priti
	rachel ramona raisa rebecca regina renata renate renee rhonda rita roberta rosa rosalind rose roxana roza ruslana ruth ruta
	sabine sabrina sally salome samantha sandra sanna sara sarah selma shannon sharon sheila shelly sheryl shirin shirley silvia simone sinead sofia solomiia sonia sonja sophia sophie stacy stefanie
	stella stephanie sue summer susan susana susanna susanne suzanne svetlana sviatlana svitlana sybille sylvia sylvie
	tamara tammy tania tanja tanya tara tatiana tatyana tea teresa tess tetiana theresa therese tina tracy trudy tsai tulsi
	ulla ulrike ursula uliana ulyana
	valentina valeria valerie vanessa vera veronica veronika vicki vicky victoria viktoria viktoriia viola violeta virginia vivian
	wanda wendy whitney wilma winnie xenia
	yana yekaterina yelena yevhenia yolanda yulia yuliia yuliya yuriko yvette yvonne
	zara zenaida zinaida zita zoe zofia zuzana
	аліна алла анастасія ангеліна анжела антоніна богдана валентина валерія варвара василина віра вікторія віолетта галина ганна дарина дарія діана ева єва євгенія єлизавета зінаїда зоя
	інна ірина ілона катерина клавдія ксенія лариса леся лідія лілія любов людмила маргарита марина марія марта мар'яна мар'яна милана мирослава надія наталія наталя ніна оксана олександра
	олена олеся ольга поліна раїса роксолана руслана світлана соломія софія стефанія таїсія тамара тетяна уляна христина юлія яна ярина ярослава
	анна александра алёна анастасия ангелина валерия вера виктория дарья диана евгения екатерина елена елизавета зинаида инна ирина ксения лидия лилия любовь мария надежда наталия
	наталья нина ольга раиса светлана софия софья татьяна ульяна юлия яна ангела урсула марин
`

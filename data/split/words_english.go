package split

type list struct {
	bits  bits
	words string
}

type phraseList struct {
	hint    phraseHint
	phrases string
}

// verbLists are verbs in their bare form; see inflect.
var verbLists = []list{
	{say, `say/says/said/saying add write/writes/wrote/written/writing explain tweet post stress
		emphasize emphasise announce declare state assert reiterate insist admit+ acknowledge concede confirm disclose
		reveal complain recall remark caution warn reply respond retort joke reaffirm quip+ lament allege
		testify boast proclaim contend maintain counter clarify elaborate underscore underline highlight observe
		argue suggest predict forecast/forecasts/forecasted/forecasting deny opine conclude quote exclaim shout yell
		chant whisper tout signal relay recount reckon confess hint rule note comment
		specify repeat chime answer vent affirm swear/swears/swore/swearing blog+ email protest`},
	{say | nounish, `claim report estimate brief point`},
	{say | quiet, `continue mean/means/meant/meaning teach/teaches/taught/teaching cite mention indicate describe imply`},
	{tell, `tell/tells/told/telling assure remind inform advise convince urge warn notify reassure instruct implore beg+ thank quiz+`},
	{tell | nounish | quiet, `order press`},
	{judge, `call criticize criticise praise accuse blame denounce condemn slam+ blast hail laud decry applaud mock dismiss
		reject defend rebuke deride chide chastise castigate lambast ridicule label brand dub+ rip+ bash commend
		congratulate invoke invite apologize apologise dispute refute rebut+ 		describe scold grill refer+ thank berate bemoan deplore rail lobby
		object advocate express voice outline encourage echo salute`},
	{judge | quiet, `attack target support back challenge favour favor prefer+ welcome mention discuss address raise oppose endorse question compare`},
	{vow, `vow promise pledge threaten refuse decline agree demand ask propose recommend urge call appeal offer swear
		commit+ order request volunteer plead/pleads/pleaded/pleading seek/seeks/sought/seeking`},
	{think, `believe think/thinks/thought/thinking hope fear expect doubt suspect worry wonder agree disagree favour favor regret`},
	{judge | loose, `speak/speaks/spoke/spoken/speaking talk`},
	{think | loose, `feel/feels/felt/feeling know/knows/knew/knowing want wish consider intend plan assume regard view
		understand/understands/understood/understanding see/sees/saw/seen/seeing learn prefer+ guess realize realise
		decide approve await`},
	{toOnly, `offer seek/seeks/sought/seeking commit+ volunteer threaten swear/swears/swore/swearing`},
	{show, `show/shows/showed/shown/showing find/finds/found/finding suggest indicate reveal demonstrate detail
		warn conclude estimate predict reflect project`},
}

var wordLists = []list{
	{nounish, `claims reports calls plans offers notes states hopes fears views shows finds posts comments questions
		requests demands orders attacks backs targets challenges estimates attack support call claim report plan offer note state
		hope fear view show find post comment question request demand order target challenge estimate press
		promise promises pledge pledges vow vows answer answers reply replies signal signals protest protests doubt doubts
		criticisms wish wishes want rule rules charge charges email emails appeal appeals blame praise address addresses talk talks
		label brand raise detail details project projects worry worries see know tell
		briefs brief ruling rulings finding findings feeling feelings meaning meanings meeting writing understanding
		tweet tweets forecast forecasts quote quotes highlights stress lobby plea cause caution warning saying`},
	{helper, `is are was were be been being am has have had having do does did will would can could may might must shall
		should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't
		's 've 're 'll 'd`},
	{adverb, `also later then still again repeatedly recently previously earlier now already often once never always
		simply just even only not further reportedly publicly privately openly quickly immediately flatly bluntly strongly
		firmly famously sometimes initially originally subsequently currently explicitly apparently clearly similarly
		frequently consistently steadily widely both all each together too so far ever largely generally
		first last long today tomorrow yesterday tonight angrily sharply really truly personally jokingly separately
		rightly wrongly falsely correctly nevertheless nonetheless however meanwhile reportedly categorically vehemently
		wryly sarcastically seriously instead specifically reluctantly finally eventually ultimately soon`},
	{prep, `in on at of for from with by to about into over under after before during since until through between among
		against around near across toward towards outside inside within without via per amid beside behind beyond
		despite following including alongside despite throughout upon as like than regarding ahead`},
	{det, `the a an this that these those his her its their our my your some any no every each another all both
		several many few more most other such one two three four five six seven eight nine ten
		what which whose`},
	{pronoun, `he she they i we you it who him her them one others someone somebody everyone nobody both many some all
		most few`},
	{person, `he she i we you who they`},
	{joins, `and or nor &`},
	{sub, `but because while although though whereas when where if unless that which whether how why what since
		until after before as so yet than despite however`},
	{honour | abbrev, `mr mrs ms dr sen sens rep reps gov gen lt col sgt capt maj rev hon prof st messrs
		adm cmdr supt det pres st mt ft v vs fig eds`},
	{honour, `president prime minister senator congressman congresswoman representative governor general chancellor king
		queen prince princess pope secretary ambassador judge justice lord lady sir dame mayor chief executive ceo cfo coo
		chairman chairwoman chair professor director officer commander colonel lieutenant captain sergeant major admiral doctor
		spokesman spokeswoman spokesperson analyst adviser advisor envoy minister commissioner sheriff detective speaker
		leader whip founder co-founder editor correspondent reporter author actor actress singer coach striker
		attorney lawyer economist strategist pollster candidate nominee governor-elect vice deputy former acting
		reverend bishop archbishop cardinal rabbi imam sheikh activist campaigner historian researcher scientist
		treasurer negotiator inspector superintendent foreign defence defense home interior shadow press communications press
		billionaire businessman barrister first head manager boss emeritus assistant associate special counsel
		mp mep moderator host anchor pastor premier president-elect dictator`},
	{shortened, `jan feb mar apr jun jul aug sep sept oct nov dec inc corp co ltd llc jr sr no nos vol art al etc
		p pp est dept univ assn bros a.m p.m approx ave blvd rd calif conn fla mass mich minn miss ariz ark colo del ill
		ind kan ky md mo mont neb nev okla ore pa tenn tex va vt wash wis wyo la ga u.s u.n u.k e.u ph.d m.d d.c b.c d r i mon tue tues wed thu thurs fri sat sun
		cf e.g i.e ed tel ext km kg cm mm lb oz ft sq min max`},
	{abbrev, `e.g i.e cf`},
	{starter, `the a an he she it they we i you but and in on at if when while this that these those there his her its
		their our my as for after before since although though however also still yet then so to from with by some
		many most such what who why how where one two no not all both another other meanwhile according despite during`},
	{calendar, `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
		august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`},
	{outsider, `analyst analysts expert experts economist economists professor professors scholar scholars observer
		observers pollster pollsters historian historians researcher researchers academic academics strategist strategists
		scientist scientists commentator commentators fellow consultant consultants watchers specialist specialists
		political-scientist lecturer forecasters sociologist psychologist criminologist think-tank academics pundit pundits
		analysis watchdog watchdogs auditors engineer engineers insiders scholar-in-residence`},
	{receiver, `critics critic opponents supporters opposition residents resident voters voter protesters protester
		demonstrators activists activist campaigners campaigner advocates union unions charities charity markets investors
		investor shareholders neighbours neighbors fans fan customers users consumers crowd crowds public people students student
		commuters shoppers farmers families relatives widow widows celebrities respondents readers
		viewers allies rivals groups detractors conservationists environmentalists campaigners backers skeptics sceptics
		patrons visitors attendee attendees audience tourists refugees mourners caucus shadow coalition
		lawmakers governments neighbours community communities millennials americans britons netizens donors`},
	{official, `minister ministry official officials spokesman spokeswoman spokesperson spokespeople president chairman government
		police department secretary prosecutor prosecutors campaign administration company ceo court judge lawyer lawyers
		envoy negotiators negotiator ambassador diplomat diplomats source sources authorities agency committee nominee candidate
		senator governor mayor military army kremlin pentagon attorney executive executives coach captain director
		officer officers witness witnesses victim victims commander leader leaders aide aides adviser advisers
		curator organizers organisers administrator suspect regulator bank firm white bureau council commission`},
	{paper, `statement report study letter documents document filing filings affidavit memo lawsuit suit data figures
		records record survey poll polls email emails research paper review assessment indictment complaint
		transcript book article post website press release speech ad ads video analysis investigation investigators results evidence
		newspaper magazine chart table numbers statistics estimates forecast surveys studies reports findings`},
	{pollword, `poll polls survey surveys respondents polling pollster approval favorability rating ratings polled surveyed`},
	{modal, `may might could`},
	{doubt, `likely unlikely possibly perhaps probably potentially maybe arguably presumably conceivably expected
		uncertain unpredictable fragile contingent tentative doubtful questionable uncertainty risk risks
		possibility prospect prospects potential threatens threaten`},
	{approx, `about around roughly approximately nearly almost some somewhat several about more-or-less virtually largely
		mostly partly up-to dozens hundreds thousands estimated`},
	{weasel, `reportedly allegedly apparently supposedly widely some many often seemingly purportedly rumoured rumored
		considered regarded arguably various certain numerous probably generally commonly usually perhaps most`},
	{ifword, `if unless depends depend depending provided conditional contingent whether hinges subject should`},
	{seems, `seems seem seemed appears appear appeared suggests suggest suggested indicates signals signal looks poised
		set tends believed thought expected understood assumed alleged suspected rumored rumoured`},
	{unknown, `unclear unknown undisclosed unspecified unconfirmed unverified uncertain scarce unresolved
		unanswered undetermined unexplained`},
	{greets, `protest protests protested protesting rally rallied rallies boycott boycotts boycotted backlash outcry uproar furore furor
		criticism cheered cheers jeered booed applause applauded outrage outraged condemnation praise welcomed dismay
		reactions reaction tumbled plunged slumped soared rallying mourning vigil vigils demonstrations demonstrators
		petition walkout strike strikes shares stocks controversy skepticism scepticism rebuke firestorm mockery ridicule`},
	{values, `crucial critical vital stunning stunned excellent worst best biggest impressive remarkable unprecedented troubling
		worrying important essential complex difficult hard dangerous bogus shameful reckless extraordinary dramatic
		tremendous fantastic powerful powerfully riveting infuriating egregiously wildly definitely crippling clearly
		inevitably surely worrisome significant fundamental unlikely priority obstacle challenge hurdles challenges
		credible pragmatic ambitious controversial problem problems wrong right good bad better worse failed failure
		success threat dilemma complicated tricky risky embarrassing scandalous unfortunate unfortunately sadly ironically
		misguided toxic destructive twisted hypocrisy shady awkward mistake test tests question questions`},
	{feels, `disappointed disappointing welcome welcomed outraged outrage angry anger furious dismayed shocked sad proud delighted
		affront unfair disgrace disgraceful shameful worried upset pleased thrilled unfounded betrayal betrayed grateful
		amazing awesome condemned condemn criticised criticized slammed blasted hailed praised applauded denounced
		concerned insulting insult ridiculous unacceptable absurd wonderful frustrated angered skeptical sceptical
		phony pandering sadness legend magical inspiring legend denying hurdles damning`},
	{body, `department committee house party university times post news agency council court ministry association union
		institute center centre foundation company inc corp bank group campaign service bureau office commission
		administration league club school college street journal press network board senate congress parliament
		state states police army force republic kingdom nations museum airport church hospital hotel stadium trust society
		federation organization organisation team coalition authority treasury herald tribune fund international
		white democratic republican national north south east west new united american russian ukrainian british
		democrats republicans labour conservatives party airlines systems technologies holdings partners capital
		act bill law day week war constitution treaty agreement street square avenue city county island islands river lake
		world cup games championship festival`},
	{place, `washington moscow kyiv kiev london beijing paris berlin brussels tehran ankara jerusalem tokyo delhi pyongyang seoul
		russia china britain france germany iran israel turkey japan india ukraine america`},
	{media, `reuters cnn bbc politico bloomberg times post herald tribune journal news nbc abc cbs fox guardian telegraph
		newspaper magazine broadcaster outlet outlets media agency network broadcasters newspapers yonhap interfax tass
		ap afp xinhua wsj breitbart website sky yahoo newsweek wikinews`},
	{0, plainWords},
	{aloud, `said says say saying told tells telling tell added adds adding noted notes noting explained explains explaining
		replied replies recalled remarked joked stressed`},
}

// plain words that single rules ask for by their spelling.
const plainWords = `reporters reporter percent issued released delivered response apology station stations place conducted margin sample
	implies reflects underscores reception school college university institute continued continues came out chance odds judgement judgements judgment judgments assess assessment`

var phraseLists = []phraseList{
	{accordingTo, `according to
in the words of
in the view of
in the opinion of
in a statement from`},
	{unclear, `it remains unclear
remains unclear
remain unclear
remains unknown
remains uncertain
remain uncertain
was unclear
is unclear
were unclear
not clear
no details
not been disclosed
not fully disclosed
not disclosed
not immediately clear
not known
is unknown
are unknown
unclear whether
unclear if
unclear how
remains to be seen
remain scarce
remains an open question
no one knows
little is known
not yet known
could not be verified
could not be independently verified
could not independently verify
cannot be verified
has yet to
have yet to`},
	{reserve, `will need
will require
will have to
would need
would require
is likely to
are likely to
is unlikely to
are unlikely to
is expected to
are expected to
was expected to
were expected to
appears set to
appears to be
seems to be
critical to
crucial to
key to
depends on
depend on
will depend
hinges on
at risk
the question is
the question now
the test is
remains complex
remains clear
remains fragile
it is possible
only time will
was another question
is another question
is an open question
far from
raises questions
raise questions
raised questions
raising questions
open the door
open doors
opens the door
short of
too early to
not enough
by no means
at stake
on the other hand
in theory
in practice
a sign of
a sign that
a far cry`},
	{reception, `drew criticism
drew condemnation
drew praise
drawn criticism
drew fire
came under fire
sparked outrage
sparked anger
sparked protests
sparked criticism
mixed reactions
mixed reaction
sparked backlash
went viral
on social media
took to the streets
took to twitter
not gone over well
did not go over well
was met with
were met with
been met with
was greeted
public reaction
public opinion
will watch closely
watch closely
watching closely
not all were
not everyone
there was anger
there was also anger
may welcome
might welcome
shares fell
shares rose
stocks fell
stocks rose
markets fell
markets rose
approval rating
approval ratings
percent of voters
of registered voters
among likely voters
among registered voters
likely voters
percentage points
of those surveyed
of respondents`},
	{odds, `almost certain
almost certainly
nearly certain
virtually certain
is likely that
is unlikely that
is very unlikely
is very likely
highly likely
highly unlikely
even chance
even chances
even odds
is a chance
no chance
remote chance
high confidence
moderate confidence
low confidence
is possible that
is probable that
is improbable that`},
	{vague, `some say
some believe
some argue
many believe
many say
many argue
critics say
it is believed
it is thought
it is said
is widely
are widely
was widely
it has been suggested
some people
is often
are often
is considered
are considered
is said to
are said to
is believed to
are believed to
is thought to
is regarded as
is known for`},
}

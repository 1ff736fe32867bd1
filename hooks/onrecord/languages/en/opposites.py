"""English words that exclude one another: opposites, and others of a kind."""

from __future__ import annotations

# Forms that no ending makes, each before its base form.
_IRREGULAR = """
won win, lost lose, sold sell, bought buy, began begin, begun begin, fell fall, fallen fall, rose rise
risen rise, gave give, given give, took take, taken take, came come, went go, gone go, brought bring
sent send, kept keep, left leave, found find, built build, broke break, broken break, grew grow
grown grow, shrank shrink, shrunk shrink, sank sink, sunk sink, forgot forget, forgotten forget
forbade forbid, forbidden forbid, froze freeze, frozen freeze, hid hide, hidden hide, lent lend
borrowed borrow, taught teach, learnt learn, woke wake, slept sleep, stood stand, sat sit, lay lie
spent spend, met meet, led lead, fought fight, caught catch, threw throw, thrown throw, knew know
known know, said say, told tell, wrote write, written write, sang sing, sung sing, drew draw, drawn draw
dealt deal, held hold, hung hang, meant mean, paid pay, ran run, saw see, seen see, shot shoot
spoke speak, spoken speak, stole steal, stolen steal, struck strike, withdrew withdraw
withdrawn withdraw, withstood withstand, understood understand, tore tear, torn tear, wore wear
worn wear, women woman, men man, wives wife, children child, people person, feet foot, teeth tooth
better good, best good, worse bad, worst bad, chose choose, chosen choose, drove drive, driven drive
rode ride, ridden ride, flew fly, flown fly, ate eat, eaten eat, drank drink, drunk drink, swam swim
overcame overcome, became become, upheld uphold, overthrew overthrow, overthrown overthrow
dying die, died die, dead dead, lying lie, ladies lady, babies baby, enemies enemy, allies ally
calves calf, halves half, heroes hero, wolves wolf, mice mouse, geese goose, oxen ox, sheep sheep
"""

# Words on both sides of a colon are opposites, those of one side near in meaning. Stems find the other forms.
_OPPOSITES = """
oldest eldest : youngest newest
strongest : weakest
richest wealthiest : poorest
early : late
high highest : low lowest
tall tallest : short shortest
fastest : slowest
initial initially originally : final finally
first : last
triumph : defeat
biggest : smallest
hired : fired
praise laud commend applaud hail acclaim compliment extol : criticise criticize condemn denounce slam
    blast lambast decry deplore censure deride disparage rebuke
praise acclaim approval commendation : criticism condemnation disapproval censure derision
allow permit authorise authorize let enable entitle legalise legalize : forbid ban prohibit bar prevent
    outlaw disallow block preclude deny
permission : prohibition ban
legal lawful : illegal unlawful illicit criminal
add insert include append : remove delete exclude omit subtract drop
addition inclusion : removal deletion exclusion omission
include comprise contain : exclude lack omit
increase rise grow climb soar surge jump gain expand swell escalate mount : decrease fall decline drop
    shrink plunge plummet slump diminish dwindle sink reduce tumble lessen dip
increase raise boost heighten expand augment enlarge hike : decrease reduce lower cut diminish slash
    curb curtail lessen shrink
growth expansion : decline shrinkage contraction reduction
upward : downward
uphill : downhill
upstream : downstream
upstairs : downstairs
upper : lower
uptown : downtown
victorious triumphant : defeated unsuccessful
winning : losing
succeed : fail
success : failure flop fiasco
successful successfully : unsuccessful unsuccessfully failed
hit smash blockbuster : flop
gain : loss lose
profit : loss deficit
profitable : unprofitable
surplus : deficit shortage shortfall
earliest oldest : latest newest youngest
debut premiere inaugural : finale
opening : closing
former previous preceding : latter next subsequent following
ancient : modern
old : new young
elder elderly aged senior : young youthful junior
adult grown-up : child minor infant juvenile
adulthood : childhood
alive living : dead deceased
life : death
live survive : die perish
birth : death
born : died
mortal : immortal
survivor : victim
survive outlive : succumb
married marry wed : divorced divorce separated
marriage wedding : divorce separation
married : unmarried single
open reopen : close shut
open : shut closed
opening : closure closing
begin start commence launch initiate : end finish conclude stop cease terminate halt discontinue
beginning start outset onset commencement : end ending conclusion finish termination
continue resume persist proceed : stop cease halt discontinue suspend
stay remain : leave depart go
arrive : depart leave
arrival : departure
enter : exit leave
entrance entry : exit
advance : retreat withdraw
attack offensive attacker aggressor : defence defense defender
offensive : defensive
forward forwards : backward backwards
front : back rear
top : bottom
inside within : outside
inner internal interior inward : outer external exterior outward
indoor indoors : outdoor outdoors
on : off
up : down
left-wing leftist : right-wing rightist
leftmost : rightmost
northward northbound : southward southbound
eastbound : westbound
northeast northeastern : southwest southwestern northwest northwestern southeast southeastern
northwest northwestern : southeast southeastern southwest southwestern
near close nearby adjacent : far distant remote away
nearest closest : farthest furthest
high tall : low short
long longer longest lengthy : short shorter shortest brief
longest : shortest
big large huge enormous giant vast massive great immense gigantic : small little tiny minuscule minute
    miniature
biggest largest greatest : smallest littlest least
maximum maximise maximize : minimum minimise minimize
majority : minority
most : least fewest
more : less fewer
many numerous : few
many much : few little
major : minor
thick : thin
wide broad : narrow
deep : shallow
heavy : light lightweight
heavier heaviest : lighter lightest
fat overweight obese : thin slim skinny underweight
strong powerful : weak feeble powerless
strengthen reinforce fortify : weaken undermine
strength : weakness
strongly : weakly
hard difficult tough : easy simple effortless
difficulty hardship : ease
harder hardest : easier easiest
hard : soft
rough coarse : smooth
sharp : blunt dull
fast quick rapid swift speedy : slow sluggish
quickly rapidly swiftly fast : slowly gradually
accelerate quicken hasten : slow decelerate delay
hot warm : cold cool chilly freezing
hottest warmest hotter warmer : coldest coolest colder cooler
heat : cold
summer : winter
warming : cooling
wet : dry
rainy : sunny
flood : drought
full : empty
fill : empty
filled : emptied
rich wealthy affluent prosperous : poor impoverished needy destitute
wealth : poverty
expensive costly pricey : cheap inexpensive affordable
free release liberate : imprison jail detain arrest capture incarcerate enslave
freedom liberty : captivity slavery imprisonment
good excellent great superb : bad poor terrible awful dreadful horrible
well : badly poorly
better improve : worse worsen
best : worst
improve enhance better ameliorate : worsen deteriorate degrade impair aggravate
improvement : deterioration worsening
positive positively favourable favorable favourably favorably : negative negatively unfavourable
    unfavorable adverse
optimistic optimism optimist : pessimistic pessimism pessimist
happy glad joyful cheerful delighted pleased : sad unhappy sorrowful miserable upset gloomy depressed
happily : sadly unhappily
happiness joy : sadness sorrow misery grief
laugh smile : cry weep frown
love adore like : hate detest loathe dislike despise
love affection : hatred hate
friend ally friendly : enemy foe adversary hostile
friendship : enmity hostility
support back endorse favour favor advocate : oppose resist object
supporter backer proponent advocate fan : opponent critic detractor
support approval : opposition disapproval
pro : anti
for : against
agree concur : disagree differ
agreement consensus : disagreement dispute
accept : reject refuse decline
acceptance : rejection refusal
approve ratify endorse : reject disapprove veto
approval : rejection disapproval
pass : fail reject
confirm affirm : deny refute
admit acknowledge confess : deny
admission : denial
prove : disprove
true : false untrue fictitious
truth : lie falsehood
truthful honest : dishonest lying
real genuine authentic : fake counterfeit bogus
factual non-fiction nonfiction : fictional fictitious fiction
correctly accurately rightly : incorrectly inaccurately wrongly
guilty : innocent
guilt : innocence
convict : acquit exonerate
conviction : acquittal
prosecution prosecutor : defence defense defender
accuse blame : defend exonerate
punish penalise penalize : reward
punishment penalty : reward
reward : penalty
legalise legalize : criminalise criminalize outlaw
employed : unemployed jobless
employment : unemployment
promote : demote
promotion : demotion relegation
promoted : relegated
nominate appoint install : dismiss oust depose remove
push : pull
lift raise : lower
ascend climb : descend
ascent : descent
ascending : descending
sunrise dawn : sunset dusk
day daytime daily : night nighttime nightly
morning : evening
today : yesterday tomorrow
yesterday : tomorrow
pre-war prewar : post-war postwar
war wartime : peace peacetime
peaceful peacefully nonviolent non-violent : violent violently
calm : stormy turbulent agitated
loud noisy : quiet silent
loudly noisily : quietly silently
bright light : dark dim
brightness lightness light : darkness
brighten lighten : darken
black : white
clean : dirty filthy
pure : impure contaminated polluted
safe secure : dangerous unsafe hazardous risky insecure
safety : danger
healthy : sick ill unhealthy
health : sickness illness
wellness : illness
cure heal : infect injure
recover recuperate : deteriorate relapse
recovery : relapse
brave courageous bold : cowardly timid fearful
bravery courage : cowardice
hero heroine heroic : villain villainous
protagonist : antagonist
benefit advantage beneficial advantageous : disadvantage harm drawback detrimental harmful
help aid assist benefit : hinder harm hurt impede hamper
helpful useful : unhelpful useless
harmless : harmful
create make construct build produce : destroy demolish wreck ruin dismantle
creation construction : destruction demolition
build erect : demolish raze
construct : destruct demolish
assemble : dismantle disassemble
connect attach join link : disconnect detach separate
unite unify merge combine : divide split separate
united together unified : divided apart separate
together : apart separately
union unity merger unification : separation division split
gather assemble collect : scatter disperse
collect : distribute
appear emerge : disappear vanish
appearance : disappearance
visible : invisible hidden
show reveal expose disclose display : hide conceal cover
reveal disclose publicise publicize : conceal
public publicly : private privately secret secretly
open openly publicly : secret secretly covert covertly
known famous well-known : unknown obscure
popular : unpopular
fame : obscurity
remember recall : forget
master : slave servant apprentice
question ask : answer
question : answer
request : refuse
speak : listen
talkative : silent
asleep sleep : awake wake
wake : sleep
sit seated : stand standing
dressed : naked undressed
lock : unlock
fold : unfold
wrap : unwrap
pack : unpack
load : unload
cover : uncover
plug : unplug
dress : undress
seal : unseal
even : odd
singular : plural
simple : complex complicated
simplicity : complexity
plain : fancy ornate
general : specific particular
generally : specifically
common usual ordinary : rare unusual uncommon extraordinary
commonly usually frequently often regularly : rarely seldom infrequently
always : never seldom
sometimes : never
everything : nothing
everybody everyone : nobody
all : none
everywhere : nowhere
fully entirely completely wholly totally : partially partly
full complete entire whole : partial incomplete
complete : incomplete unfinished
finished completed : unfinished
permanent permanently : temporary temporarily
constant steady stable : unstable variable volatile
stability : instability
stable : unstable
temporary interim : permanent
eternal : temporary
absolute : relative
active actively : inactive passive passively dormant
activate : deactivate
activity : inactivity
extinct : living extant surviving
operational functioning : defunct
defunct : active existing
on-shore onshore : offshore
native indigenous : foreign
domestic : foreign international
local : global
rural countryside : urban
city : countryside
urban : rural
land onshore : sea offshore
continental : insular
coastal seaside : inland landlocked
landlocked : coastal
mountainous hilly : flat
convex : concave
straight : curved crooked bent
straight heterosexual : gay homosexual lesbian
vertical vertically : horizontal horizontally
horizontal : vertical
parallel : perpendicular
clockwise : anticlockwise counterclockwise
symmetrical : asymmetrical
solid : liquid gas gaseous
raw : cooked
fresh : stale rotten frozen
alcoholic : non-alcoholic nonalcoholic
vegetarian vegan : carnivorous carnivore meat
herbivore herbivorous : carnivore carnivorous
carnivore : herbivore
wild : tame domesticated domestic
male masculine man boy : female feminine woman girl
man gentleman guy : woman lady
men : women
boy lad : girl
he him his himself : she her hers herself
paternal fatherhood : maternal motherhood
brotherhood : sisterhood
godfather : godmother
king : queen
prince : princess
emperor : empress
duke : duchess
baron : baroness
count earl : countess
monk : nun
sir mister : madam
boyfriend : girlfriend
bachelor : spinster
theory theoretical : practice practical
abstract : concrete
subjective : objective
natural naturally : artificial artificially synthetic man-made
organic : inorganic
manual manually : automatic automatically automated
analogue analog : digital
online : offline
hardware : software
input : output
upload : download
encode : decode
encrypt : decrypt
acid acidic : alkaline
soluble : insoluble
hydrophilic : hydrophobic
aerobic : anaerobic
conductor : insulator
anode : cathode
proton : electron
attract : repel
attraction : repulsion
attractive beautiful pretty handsome gorgeous : ugly unattractive hideous
beauty : ugliness
interesting exciting fascinating : boring dull tedious
entertaining : boring
tragic tragedy : comic comedy
tragedy : comedy
funny : serious
clever smart intelligent brilliant : stupid foolish dumb unintelligent
wise : foolish
sane : insane mad
sober : drunk intoxicated
polite courteous : rude impolite
kind gentle : cruel unkind
generous : stingy greedy selfish
humble modest : arrogant proud
patient : impatient
lazy idle : hardworking diligent industrious
careful cautious : careless reckless
carefully : carelessly
loyal faithful : disloyal treacherous unfaithful
loyalty : betrayal
trust : distrust suspect
obey comply : disobey defy violate
obedient : disobedient rebellious
respect : disrespect contempt
honour honor : dishonour dishonor disgrace shame
virtue : vice
moral : immoral
sacred holy religious : secular profane
religious believer : atheist
theist : atheist
heaven : hell
angel : devil demon
divine : earthly
sin : virtue
bless : curse
blessing : curse
saint : sinner
lucky fortunate luckily fortunately : unlucky unfortunate unluckily unfortunately
luck : misfortune
voluntary voluntarily willingly : compulsory mandatory obligatory forced unwillingly
optional voluntary : mandatory compulsory required obligatory
mandatory : optional
intentional intentionally deliberate deliberately : accidental accidentally unintentional unintentionally
accidentally : purposely
visiting : hosting
amateur : professional
novice beginner : expert veteran
professional : amateur
expert : novice
senior : junior
superior : inferior
superiority : inferiority
conservative : liberal progressive
republican : democrat democratic
capitalist capitalism : communist communism socialist socialism
democracy democratic : dictatorship autocracy authoritarian
monarchy monarchist : republic
independent independence : dependent dependence
independent : affiliated
democrat : republican
majority : opposition
ruling government : opposition
civilian : military
armed : unarmed
victory : surrender
resist : surrender submit yield
conquer : surrender
occupy : evacuate vacate
deploy : withdraw
impose : lift
tighten : loosen relax ease
restrict : relax expand ease
strict : lenient
lenient : harsh
guarantee : endanger
encourage persuade : discourage dissuade deter
encouraging : discouraging
motivate : demotivate
similar alike same identical : different dissimilar unlike distinct opposite
same : different
similarly : differently
similarity : difference
equal : unequal
equality : inequality
equivalent : different
relevant : irrelevant
possible : impossible
possibly : impossibly
likely probable : unlikely improbable
certain sure : uncertain unsure doubtful
certainty : uncertainty
clear : unclear ambiguous vague
clarity : ambiguity
explicit : implicit
direct directly : indirect indirectly
formal formally official officially : informal informally unofficial unofficially
necessary essential : unnecessary needless
sufficient enough adequate : insufficient inadequate
present attend : absent miss
presence attendance : absence
attend : miss skip
present : past
available : unavailable
abundant plentiful : scarce
abundance : scarcity lack
occupied : vacant unoccupied
populated inhabited : uninhabited deserted unpopulated
crowded : deserted
inhabited : uninhabited
used : unused
completed : abandoned
abandon : keep retain maintain continue
keep retain preserve maintain : discard abandon lose relinquish
preserve : destroy
conserve save : waste spend
earn : spend lose
income revenue earnings : expenditure expense spending
asset : liability
credit : debit debt
investment : divestment
inflation : deflation
wholesale : retail
producer : consumer
manufacturer : consumer
hungry : full satiated
thirsty : quenched
breathe inhale : exhale
push : pull drag
grip hold grasp : release drop
sink : float
takeoff : landing
accelerator : brake
pedestrian : driver
passenger : driver
optimum : worst
melt thaw : freeze
boil : freeze
evaporate : condense
freeze : melt thaw boil
tropical : polar arctic
arctic : antarctic
equatorial : polar
oriental : occidental
sunny clear : cloudy overcast rainy
heavily : lightly
densely dense : sparsely sparse
thickly : thinly
compulsory : elective voluntary
compact : bulky
broaden widen : narrow
lengthen extend prolong : shorten curtail
extension : reduction
elongate : shorten
stretch : shrink compress
expand : contract
inflate : deflate
maximise : minimise
multiply : divide
positive : negative
odd : even
integer : fraction
unanimous unanimously : divided
bilateral : unilateral
mutual : unilateral
reciprocated : unrequited
vindicate : condemn
forgive pardon : punish blame
mercy : cruelty
lawful : unlawful
constitutional : unconstitutional
valid : invalid
validate : invalidate
flammable : nonflammable
toxic poisonous : harmless nontoxic edible
edible : inedible poisonous
contagious : noncontagious
benign : malignant
acute : chronic
congenital : acquired
dominant : recessive
hereditary : acquired
fertile : infertile barren
pregnant : infertile
literate : illiterate
educated : uneducated
experienced : inexperienced
qualified : unqualified
skilled : unskilled
mature : immature
responsible : irresponsible
tolerant : intolerant
conscious : unconscious
comfortable : uncomfortable
confident : insecure shy
introvert introverted : extrovert extroverted
outgoing : shy
aggressive : passive
proactive : reactive
pleasant : unpleasant
pleasure : pain
painful : painless
painless : painful
stressful : relaxing
tense : relaxed
satisfied : dissatisfied
satisfaction : dissatisfaction
hope : despair
hopeful : hopeless
hopeless : hopeful
faithful : faithless
fearless : fearful
careless : careful
powerless : powerful
useless : useful
homeless : housed
tasteless : tasty
tasty delicious : disgusting bland
fragrant : smelly
classical : modern contemporary pop
modern contemporary new : ancient old traditional
traditional : modern
innovative : traditional
conventional : unconventional
orthodox : unorthodox
original : copy remake cover
remake : original
acoustic : electric
instrumental : vocal
solo : duet group
individually : collectively
lead : backing
hardback hardcover : paperback
hardcover : paperback
prose : poetry verse
verse : chorus
introduction prologue preface : conclusion epilogue
prologue : epilogue
appendix : preface
headline : footnote
animated : live-action
black-and-white : colour color
mono : stereo
silent : sound
deny : grant
grant : revoke
revoke : reinstate
suspend : reinstate
resign : stay
elect : defeat
incumbent : challenger former
incumbent : former
vote : abstain
abstain : vote
uphold affirm : overturn overrule reverse quash
enact adopt : repeal abolish
introduce : abolish
establish found : abolish dissolve disband
form formed : disbanded disband dissolve
reunite reunion : disband split
founded : dissolved
foundation establishment : dissolution
inauguration : closure
nationalise nationalize : privatise privatize
centralised centralized : decentralised decentralized
integrate integration : segregate segregation
segregated : integrated
desegregate : segregate
colonised colonized : decolonised independent
ahead : behind
overestimate : underestimate
overrated : underrated
overpaid : underpaid
overt : covert
oversee : neglect
emigrate : immigrate
emigrant emigration : immigrant immigration
immigrant : emigrant native
evacuate : occupy
homecoming : departure
victor : vanquished
uncensored : censored
edited : unedited
limited : unlimited
finite : infinite
bounded : unbounded
seen : unseen
acknowledged : denied
awake : asleep
seeded : unseeded
singles : doubles
batting : bowling fielding
batsman : bowler
pitcher : batter catcher
goalkeeper : striker
forward striker : defender
defender : attacker forward
odds-on favourite favorite : underdog
underdog : favourite favorite
undefeated unbeaten : defeated beaten
defeated : undefeated
overtime : regulation
heavyweight : lightweight
freshman : senior
undergraduate : graduate postgraduate
theist : atheist
optimist : pessimist
oldest : youngest newest
eldest : youngest
newest : oldest
highest : lowest
upper-class : working-class
rising : falling
increasing : decreasing
increasingly : decreasingly
growing : shrinking declining
gaining : losing
inferior : superior
anterior : posterior
dorsal : ventral
northernmost : southernmost
easternmost : westernmost
uppermost topmost : lowermost bottommost
inland : coastal offshore
light-skinned : dark-skinned
blond blonde : brunette
bald : hairy
hairy : bald hairless
short-term : long-term
long-term long-lasting : short-term short-lived
full-time : part-time
part-time : full-time
indirectly : directly
upside : downside
uptick : downturn
upturn : downturn
upgrade : downgrade
downgrade : upgrade
uptrend : downtrend
pros : cons
strengths : weaknesses
commendable : deplorable
warmly : coldly
welcomed welcome : shunned snubbed
embrace : shun reject
invite : exclude
well-received : panned
acclaimed : panned derided
panned : acclaimed praised
"""

# Opposites that a sentence may also turn round: she is his wife, so he is her husband.
_CONVERSES = """
husband groom bridegroom widower : wife bride widow
father dad daddy papa mother mum mom mommy : son daughter
brother : sister
uncle aunt : nephew niece
nephew : niece
uncle : aunt
father dad : mother mum mom
son : daughter
grandfather grandmother : grandson granddaughter
grandfather grandpa : grandmother grandma
grandson : granddaughter
stepfather : stepmother
stepson : stepdaughter
parent : child offspring
ancestor forefather : descendant
predecessor : successor
precede preceded : succeed succeeded follow followed
prequel : sequel
before : after
buy bought purchase acquire : sell sold
buyer purchaser : seller vendor
lend : borrow
lender creditor : borrower debtor
hire employ : fire dismiss sack
employer : employee
teacher mentor instructor : student pupil
teach : learn
leader : follower
win : lose
winner victor : loser
victory win : defeat loss
predator : prey
host : guest visitor
landlord owner : tenant
north northern : south southern
east eastern : west western
above over : below under beneath underneath
left : right
larger bigger greater : smaller
taller higher : shorter lower
older elder : younger
stronger : weaker
faster : slower
richer : poorer
earlier : later
join : leave quit
first : last final
cause : effect result
attack invade : defend
send : receive
import : export
import imports : export exports
plaintiff : defendant
prosecute : defend
"""

# Of the words of a line nothing is two at once; those joined by a slash are near in meaning.
_KINDS = """
red/scarlet/crimson/maroon blue/navy/azure/turquoise green/emerald yellow/golden orange
    purple/violet/lilac/mauve pink/rose/magenta brown/tan/beige/chestnut black white grey/gray/silver
spring summer autumn/fall winter
north/northern south/southern east/eastern west/western northeast/northeastern northwest/northwestern
    southeast/southeastern southwest/southwestern central
africa/african asia/asian europe/european america/american australia/australian/oceania antarctica/antarctic
gold/golden silver bronze platinum diamond
brick wood/wooden/timber stone/marble/granite glass concrete/cement plastic
    metal/steel/iron/copper/titanium/aluminium/aluminum paper/cardboard leather sand cotton silk
    wool/woollen rubber
vodka whisky/whiskey gin rum tequila beer/ale/lager wine/champagne cider coffee tea milk water juice
    lemonade brandy cognac soda
kitchen bedroom bathroom garage classroom courtroom basement attic hallway office cellar
guitar/guitarist/bass/bassist piano/pianist/keyboard/keyboardist violin/violinist/fiddle cello/cellist
    drum/drummer/drums/percussion trumpet/trumpeter saxophone/saxophonist flute/flautist/flutist
    clarinet harp harmonica trombone accordion banjo mandolin ukulele organ/organist
football/soccer/footballer basketball baseball hockey tennis cricket/cricketer rugby golf/golfer
    swimming/swimmer boxing/boxer volleyball cycling/cyclist wrestling/wrestler badminton
    gymnastics/gymnast skiing/skier skating/skater sailing/sailor rowing/rower archery fencing judo
    karate handball softball lacrosse polo squash
christian/christianity/catholic/protestant muslim/islam/islamic hindu/hinduism buddhist/buddhism
    jewish/judaism sikh/sikhism/jain/jainism atheist/atheism
dog/puppy/hound cat/kitten horse/pony/mare/foal cow/bull/cattle/calf sheep/lamb/goat pig/hog rabbit/hare
    chicken/hen/rooster duck goose elephant lion tiger bear wolf fox deer monkey/ape snake frog/toad
    turtle/tortoise shark whale dolphin eagle owl parrot penguin spider bee ant butterfly mouse/rat
    squirrel camel donkey giraffe zebra kangaroo crocodile/alligator
bird fish/fishes reptile mammal insect amphibian
apple banana orange/tangerine grape pear peach plum cherry strawberry lemon mango pineapple melon watermelon
car/automobile/sedan truck/lorry bus/coach train tram bicycle/bike motorcycle/motorbike boat/ship/vessel
    plane/airplane/aeroplane/aircraft/jet helicopter submarine van taxi/cab scooter
river lake mountain valley desert island forest ocean sea volcano waterfall glacier peninsula
mercury venus mars jupiter saturn uranus neptune pluto
planet star galaxy comet asteroid moon
hydrogen oxygen nitrogen carbon helium
dollar euro pound/sterling yen yuan/renminbi rupee rouble/ruble franc peso won
father mother brother sister son daughter uncle aunt cousin nephew niece grandfather grandmother
    grandson granddaughter husband wife
freshman sophomore
primary/elementary secondary tertiary
bachelor/bachelors master/masters doctorate/phd
monarchy/kingdom republic
lieutenant captain major colonel sergeant corporal
army/soldier navy/sailor airforce
shirt/t-shirt jacket/coat trousers/pants/jeans shorts skirt dress/gown sweater/sweatshirt/jumper
    suit/tuxedo hat/cap helmet scarf gloves sandals boots shoes/sneakers
breakfast lunch dinner/supper
infantry cavalry artillery
comet meteor asteroid
triangle square circle rectangle pentagon hexagon
eye/eyes ear/ears nose mouth chin cheek forehead
arm hand leg foot knee elbow shoulder finger thumb toe
heart liver kidney lung brain stomach
walk/walking run/running/jog/jogging swim/swimming crawl/crawling
sit/sitting stand/standing lie/lying
novel film/movie album song/single painting/fresco musical opera poem play sculpture podcast
book film/movie album song/single painting musical opera magazine newspaper videogame
episode season
verse chorus
quarterfinal/quarterfinals semifinal/semifinals final/finals
quarterback linebacker cornerback receiver
goalkeeper/goalie defender/defenceman midfielder striker
virus bacterium/bacteria fungus parasite
arson murder/homicide robbery/theft/burglary kidnapping rape fraud treason smuggling bribery
plaintiff defendant judge juror
baptist methodist lutheran anglican presbyterian
earthquake flood hurricane/typhoon/cyclone tornado tsunami drought avalanche landslide wildfire
"""

# Of the words of a line somebody or something may be two at once, and yet is not said to be.
_LOOSE_KINDS = """
actor/actress/performer/star/comedian/entertainer
    singer/vocalist/songwriter/musician/rapper/singing/composer/guitarist/drummer/pianist/artist
    director/filmmaker/producer
    writer/author/novelist/screenwriter/poet/playwright/journalist/columnist/essayist
    politician/senator/congressman/mayor/governor/minister/president/statesman/lawmaker/mp
    lawyer/attorney/barrister/solicitor/judge/jurist doctor/physician/surgeon/dentist/nurse
    scientist/physicist/chemist/biologist/mathematician/astronomer/engineer/inventor/economist
    painter/sculptor/photographer/illustrator/architect/cartoonist
    footballer/athlete/basketballer/boxer/wrestler/swimmer/golfer/player/cricketer
    soldier/general/officer/colonel/admiral dancer/choreographer/ballerina model chef/cook farmer
    teacher/professor/lecturer/educator/academic
    businessman/businesswoman/entrepreneur/executive/banker/industrialist philosopher/theologian
    priest/bishop/pastor/cleric/preacher astronaut/cosmonaut pilot/aviator
comedy/sitcom/comic drama/dramatic horror thriller/suspense western documentary romance/romantic fantasy
    science-fiction/sci-fi musical mystery/crime/detective action/adventure war/military
    animation/animated/cartoon biographical/biopic
rock pop jazz classical country folk/bluegrass reggae blues/soul/r&b hip-hop/rap/rapper
    electronic/techno/house/dance metal/punk/grunge gospel disco opera
series/show/sitcom/programme/program film/movie book/novel song/single album band/group/duo
    magazine/newspaper/journal company/corporation/firm river mountain school/university/college
    videogame party disease/disorder/illness/syndrome animal/species/mammal language religion airport
    island award/prize war/battle/conflict/campaign hotel restaurant museum painting
"""


def _pairs(lines: str) -> tuple[tuple[str, str], ...]:
    found = []
    for pair in lines.replace("\n", ",").split(","):
        if pair.strip():
            form, base = pair.split()
            found.append((form, base))
    return tuple(found)


def _joined(lines: str) -> list[str]:
    """The lines; one that begins with spaces goes on with the line before it."""
    return lines.strip().replace("\n    ", " ").splitlines()


def _opposites(lines: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    found = []
    for line in _joined(lines):
        left, right = line.split(":")
        found.append((tuple(left.split()), tuple(right.split())))
    return tuple(found)


def _kinds(lines: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(tuple(group.split("/")) for group in line.split()) for line in _joined(lines))


IRREGULAR = _pairs(_IRREGULAR)
OPPOSITES = _opposites(_OPPOSITES)
CONVERSES = _opposites(_CONVERSES)
KINDS = _kinds(_KINDS)
LOOSE_KINDS = _kinds(_LOOSE_KINDS)

"""English words that say the same as others, and those that say next to nothing."""

from __future__ import annotations

from onrecord.language import words
from onrecord.lexicon.vocabulary import Vocabulary

# One group a line; forms of a word count with it.
_SYNONYMS = """
film movie picture motion feature flick
series show programme program sitcom serial
episode instalment installment
song single track tune hit
album record lp release
book novel volume work publication
author writer novelist wrote written penned pen
journal magazine periodical publication newspaper paper daily
play perform performance portray portrayal act actor actress role star starring cast character appear part
sing singer vocalist vocals
band group ensemble act
director direct helm filmmaker
produce producer production make create
create found establish set start launch form begin founder creator originate invent introduce
build construct erect make construction
begin start commence open launch onset kick initiate debut
premiere debut release air first open
release issue publish launch air come drop publication put
broadcast air televise aired network channel telecast
end finish conclude close stop cease terminate complete expire
continue keep remain maintain still stay carry retain persist go
big large great huge major sizeable substantial considerable massive vast enormous giant immense
biggest largest greatest highest most top leading main
small little tiny minor slight
main principal chief major primary leading key central
important significant major key notable essential crucial vital
famous renowned known notable celebrated noted prominent popular
well-known famous notable renowned
popular favourite favorite liked beloved
many numerous several various multiple lots
more greater higher larger further additional over above exceed
less fewer lower smaller under below
most majority mostly mainly largely generally primarily chiefly predominantly
almost nearly about approximately around roughly close virtually some
only just solely sole alone merely exclusively
often frequently regularly commonly usually typically normally generally
sometimes occasionally times
always constantly ever consistently
also too additionally as well likewise
country nation state land republic homeland
nation national country
city town municipality capital metropolis place
village town hamlet settlement community
area region district zone territory part section locality
place location site spot venue locate
situated located based lies sits found headquartered headquarters
live reside inhabit residence dwell home resident settle
inhabitant resident population people citizen populous dweller populated
population people inhabitants residents
people persons individuals humans folk men
person individual human somebody someone
man male guy gentleman
woman female lady
child kid son daughter offspring boy girl baby youngster children minor infant
parent mother father mom dad mum
husband spouse wife partner married marry marriage wed wedding bride groom
date relationship couple romance romantic dating go out boyfriend girlfriend partner involved
brother sister sibling
family relative kin relation
friend companion ally pal
enemy foe rival opponent adversary
born birth native bear
die death dead decease pass late deceased killed
kill murder slay assassinate dead death execute fatal
wound injure hurt injury
sick ill disease illness sickness unwell ailing
doctor physician medic surgeon
drug medicine medication pharmaceutical
attack assault strike raid bombing hit offensive
war conflict fighting battle combat warfare
fight battle combat struggle clash
soldier troop army military force serviceman
weapon arm gun
win victory triumph winner beat defeat won champion championship title victorious
beat defeat overcome win
lose loss defeat lost
compete competition contest tournament race participate contestant event
game match fixture contest
team club side squad
player member athlete sportsman
coach manager trainer
sign join contract agree deal signed
join enter enroll enlist become member
leave depart quit exit resign withdraw step departure left
quit leave resign stop
remove take withdraw drop delete strip eliminate removal
return come back
move go relocate transfer travel shift
travel journey trip tour visit go
visit go attend trip
arrive come reach land
send dispatch ship deliver
get receive obtain acquire gain earn win take achieve attain collect accept awarded secure
buy purchase acquire acquisition bought
sell sale sold selling market
own owner possess belong property ownership have hold
give grant award donate provide present confer bestow
award prize honour honor medal accolade
nominate nomination nominee
have possess own hold
use utilise utilize employ usage apply application
help aid assist support assistance contribute relief
support back endorse favour favor backing advocate
oppose against object opposition resist opponent
agree accept consent approve agreement
allow permit let enable authorise authorize
forbid ban prohibit bar outlaw prohibition
need require necessary must requirement demand
want wish desire seek
seek look want pursue
try attempt seek effort bid endeavour
plan intend aim propose intention scheme expect
expect anticipate predict forecast await
decide determine choose resolve decision
choose select pick elect opt appoint selection
elect vote chosen election
effective successful success
detain hold captive custody
suicide kill hanged
script screenplay screenwriter
sell gain market
supervise oversee monitor superintend
mediate handle settle arbitrate
analyst expert specialist
dispute conflict tension quarrel disagreement
aim goal purpose objective target
ability able capable can
trial court case
female woman women lady feminine
male man men masculine
specifically particularly especially
meaning mean define definition
appoint name designate nominate assign appointed
name call title dub entitle term known label nickname nicknamed refer named
know call term
say state tell declare announce claim note mention report assert remark comment express add
announce declare reveal report announcement
report say account reported
admit confess acknowledge concede own
acknowledge recognise recognize accept recognition acknowledgement
claim allege assert
deny reject refuse refute
explain describe define account clarify
describe portray depict characterise characterize description
show display reveal demonstrate exhibit indicate present
indicate suggest imply show signal
ask request question inquire
answer reply respond response
discuss talk debate conversation
speak talk say
meet encounter face met meeting
face meet against compete play
criticise criticize criticism condemn attack blame slam denounce
praise acclaim applaud commend hail laud
receive reception reviewed
review rating score critic
positive favourable favorable good
negative unfavourable unfavorable bad poor
good great fine excellent
bad poor terrible awful
best top finest greatest
hard difficult tough challenging
easy simple straightforward
quick fast rapid swift speedy
slow gradual
new recent novel fresh latest
old ancient elderly aged former
young youthful junior
age aged year old
former previous ex past earlier once prior formerly previously
current present now currently existing today
later after subsequently afterwards following then subsequent
before prior earlier previously until
after following since
early beginning start
last final latest
first initial maiden original debut inaugural earliest
second runner-up
next following subsequent
year annual yearly
annual yearly year
decade ten
century hundred
day daily
time period era
during throughout in while
increase rise grow growth climb gain jump surge expand up higher
decrease fall decline drop reduce reduction lower shrink cut diminish down
change alter modify switch shift convert turn transform become amend
become turn get grow
develop development evolve create growth
improve enhance better boost upgrade improvement
damage harm destroy hurt ruin
destroy demolish ruin wreck devastate destruction
cause lead result bring trigger due because produce provoke
result outcome lead consequence
reason cause why because
because due owing since
include contain comprise feature consist involve encompass incorporate cover
feature include star
consist comprise composed include made contain
part piece portion section component member belong
divide split separate
join connect link unite attach combine
combine merge unite join
number amount total figure quantity count
total sum overall altogether
money cash fund sum
cost price worth expensive pay
pay salary wage payment
earn gross make income revenue collect
revenue income earnings turnover proceeds
profit gain earnings
company firm corporation business enterprise manufacturer
business company commerce trade industry
trade commerce export import
job work employment position occupation post
work job employ serve labour labor operate function
worker employee staff labourer
employ hire work employment job
hire employ recruit
lead head run chair command leader guide
leader head chief president boss ruler
rule govern reign control ruler
control govern dominate run rule power
power authority control
government administration regime cabinet authority state
president leader head
minister secretary
politician political statesman lawmaker
law act legislation statute rule legal
court judge tribunal trial
arrest detain capture seize
imprison jail prison incarcerate gaol
crime criminal offence offense
sentence condemn jail
police officer cop
school college academy institution
university college institution school
student pupil learner
teach teacher instruct educate professor teaching
study research investigate examine analysis student learn
study paper research survey
researcher scientist expert
scientist researcher
discover find detect discovery identify
find discover locate
find conclude determine
record document tape register
image picture photo photograph
house home residence building dwelling
building structure edifice
road street highway route
car automobile vehicle
plane aircraft airplane jet aeroplane
ship vessel boat
train rail railway
sea ocean water
river stream
mountain peak hill
forest wood jungle
animal creature beast
dog canine hound
bird avian
food meal dish cuisine
drink beverage
religion faith religious
religious christian church faith islamic
church religious cathedral
god deity divine
origin source derive come originate descent
descent ancestry origin heritage
style genre type kind manner fashion form
kind type sort form variety
different distinct various separate unique distinctive other
same identical equal similar like
similar like alike resemble
special particular unique specific
especially particularly notably
usually normally
official formal
officially formally
public open
private personal
whole entire all complete full
all every each entire whole
some certain several
own personal
near close nearby adjacent beside next
far distant
inside within in
outside beyond external
high tall elevated
long lengthy extended
short brief
wide broad
strong powerful
weak feeble
rich wealthy
poor impoverished
happy glad pleased
sad unhappy
angry furious
beautiful pretty attractive lovely
dangerous risky hazardous unsafe
safe secure
important necessary
possible potential likely
probably likely presumably
certain sure definite
true real actual correct
false untrue wrong incorrect
idea concept notion thought
think believe consider feel opinion
believe think belief
view opinion
hope wish
fear afraid scared worry
like enjoy love fond
love adore like
hate dislike loathe
watch see view look
see view observe watch
hear listen
read peruse
write compose author pen
music musical song
musician artist performer
artist painter performer musician
painting picture art
draw sketch
story tale plot narrative
base basis based
adapt adaptation based inspire
inspire inspiration based influence
influence affect impact
affect impact influence
event occasion incident
incident event accident
happen occur take place arise
occur happen place
hold host stage conduct organise organize
host hold present presenter
organise organize arrange
take bring carry
bring take carry
carry bear transport
put place set
run operate manage
manage run direct operate
serve work act
complete finish
wait await
keep retain hold maintain
give offer
offer provide give propose
provide supply give offer
supply provide
share split
save rescue
protect defend guard
defend protect
escape flee
fall drop
rise climb
stand rank
rank place position rate
position rank post role
spend pay
grow cultivate
free release liberate
rescue save
search seek hunt look
follow pursue
hit strike
throw cast
cut reduce
draw attract
attract draw
fill occupy
occupy hold
cover span
span extend cover last
last continue endure
extend prolong stretch expand renew
expand enlarge grow
spread extend
reach arrive attain hit
exceed surpass over more
top lead exceed
average mean
rate percentage proportion share
half fifty
double twice
quarter fourth
single one sole
couple two pair
few several
dozen twelve
debut first
guest appear
sequel follow-up
original first
version edition adaptation
edition version
award-winning award
nickname name
surname name
title name
headquarters base
capital city
border neighbour neighbor adjacent
island isle
coast shore seaside
north northern
south southern
east eastern
west western
center centre middle
language tongue speak
speak language
website site online internet web
internet web online
computer pc
software program application app
phone telephone mobile
technology tech
scientific science
medical medicine health
health medical
virus coronavirus covid
case infection patient
infect infection case
test trial
hospital clinic
treat treatment therapy
cure treatment
risk danger
environment environmental
climate weather
temperature heat warm
hot warm
cold cool
energy power
fuel oil
gas petrol
water aquatic
vote ballot poll
party faction
republican gop
congress congressional
council board committee
member part
chair chairman chairwoman chairperson
ceo executive
executive manager
founder found
"""

_LIGHT = words(
    "film movie series song album book novel game show episode band team company",
    "city town country state place area people person man woman",
    "name named called known titled entitled fact thing things way ways kind type sort",
    "time times year years day month date period number amount total",
    "make makes made making take takes took taken taking get gets got have had having",
    "give gives gave given come comes came go goes went going become becomes became put",
    "use used uses using do does did done be been being include includes included including",
    "say says said tell states stated according mentioned reported wrote claim",
    "well just even still yet also too very really quite rather simply",
    "one two part member members role work works worked working",
    "first new different several various certain other another same own such",
    "start started begin began appear appears appeared feature features featured",
    "play plays played character",
    "s u",
    # of the text itself
    "article articles sentence sentences headline heading standfirst dateline byline text word words",
    "paragraph phrase wording quotation quoted quotes mark marks passage source speaks spoke calls uses",
    "spelling",
)

VOCABULARY = Vocabulary(
    synonyms=tuple(tuple(line.split()) for line in _SYNONYMS.strip().splitlines()),
    light=_LIGHT,
)

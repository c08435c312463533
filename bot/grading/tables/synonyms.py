"""Everyday words that mean the same in an explanation, one group a line, in their base form.

Terms of a field are not here: a sheet's `accept:` and its glossary say what they are called.
"""

_GROUPS = """
increase rise grow raise climb boost gain more greater
decrease reduce fall decline drop shrink lessen lower diminish less fewer
big large huge great
bigger larger greater
biggest largest greatest
small little tiny
fast quick rapid
faster quicker
quickly rapidly fast
slow sluggish
start begin commence initiate
end finish stop terminate
stop prevent avoid block
make create produce form build generate
made created produced formed built
show display indicate reveal demonstrate
tell indicate say state inform
find locate discover detect identify
see observe notice
look appear seem
use utilize employ apply
help aid assist support
need require
necessary needed required essential
choose select pick
get obtain receive gain acquire
give provide supply offer
keep retain maintain preserve hold
put place set
change alter modify vary adjust transform
fix repair correct
check verify test examine inspect
join connect link attach couple
connected linked attached joined touching
divide split separate partition segregate
separated disconnected apart
gap break hole opening
broken damaged burned
hot warm
hotter warmer
cold cool
heavy weighty
hit strike
move travel go shift
movement motion
push shove
same identical equal alike
similar alike comparable
different distinct unlike
difference contrast
part piece portion component section element
whole entire complete full
total sum
amount quantity
several multiple many numerous various
group set cluster collection class
kind type sort category
way method means manner technique approach
reason cause
result outcome effect consequence
cause lead trigger
happen occur
answer response reply
question query
error mistake fault
problem issue difficulty trouble
goal aim objective purpose target
idea concept notion
example instance case
fact truth
true correct right accurate
wrong incorrect false
sure certain
important significant crucial key vital
main primary principal chief major
easy simple
hard difficult
near close
far distant
before prior
after following
about approximately around roughly
always constantly
often frequently
usually normally typically generally
again repeatedly
only solely
because since
child kid
man guy
person individual human
country nation state
city town
road street path route way
house home
car automobile vehicle
film movie
picture image photo
book novel
song track
doctor physician
lawyer attorney
teacher instructor
job task work
company firm business corporation
money cash
buy purchase
sell vend
speak talk
write compose author
win triumph
die perish
kill slay
own possess
leader head chief
rule law regulation
war conflict
liquid fluid
rock stone
soil dirt ground earth
sun sunlight sunshine
sound noise
pitch tone
vibrate vibration shake
string cord
bulb lamp lightbulb
battery cell
circuit loop
electricity current
lit on shining
burn burnt
dissolve dissolved
evaporate evaporated evaporation
absorb soak
stick attach adhere
scratch scrape
soft tender
eat consume feed
grow develop
survive live
safe secure protected
fast speedy
spin rotate turn revolve
weight mass
height tall
length long
width wide
depth deep
temperature heat
data information
store save keep
send transmit transfer forward deliver
message packet frame
receive get accept
delete remove erase drop
add append insert
update refresh modify
request ask
allow permit enable let
deny refuse reject forbid
fail failure
run execute perform
compute calculate determine
estimate predict forecast
train fit
model algorithm
feature attribute variable column
label target class
sample example observation record row instance
parameter setting option
cost price expense
cheap inexpensive low-cost
expensive costly
user person
customer client
server host machine
computer machine pc
network net
program software application app
file document
folder directory
address location
unique single
random arbitrary
standard normal
normal regular ordinary
mean average
spread variance
guess estimate
limit threshold bound
maximum highest largest most
minimum lowest smallest least
encrypt encode
permission authorization right
watch monitor
log record
alarm alert
duplicate repeat copy
simultaneously concurrently
simplify ease
extra additional optional further
dynamic automatic automatically dynamically
unfair unequal
fair equal
collision interference
delay latency lag
efficient effective
benefit advantage pro plus
drawback disadvantage con downside
uk britain england
usa america us
"""

SENSES: dict[str, tuple[int, ...]] = {}
for _number, _group in enumerate(_GROUPS.strip().splitlines()):
    for _word in _group.split():
        SENSES[_word] = (*SENSES.get(_word, ()), _number)
"""Base form → the groups it stands in."""

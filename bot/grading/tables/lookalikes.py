"""Words that look alike and mean other things: neither is the other's typing mistake."""

_GROUPS = """
waxing waning | physiological psychological physical | stalactite stalagmite | median medial medium
principal principle | complement compliment | stationary stationery | affect effect | mitosis meiosis
artery arteriole | ureter urethra | ilium ileum | perineum peritoneum | mucus mucous | prostate prostrate
latitude altitude attitude aptitude | eminent imminent immanent | prosecute persecute
perspective prospective | proscribe prescribe | allusion illusion | elusive illusive allusive
adverse averse | ascent assent accent | capital capitol | council counsel consul | discreet discrete
desert dessert | elicit illicit | flaunt flout | historic historical | ingenious ingenuous
moral morale | personal personnel | precede proceed | statue statute stature | successive excessive
venal venial | veracity voracity | vocation vacation | monarchy anarchy | lessor lesser lessee
pharynx larynx | cornea corona | carpal tarsal | carpus tarsus corpus | metacarpal metatarsal
humerus humorous | radius radium | cerebrum cerebellum | glycogen glucagon glycerin | glucose galactose
thymine thiamine thymus | adenine adenosine | guanine guanosine | cytosine cysteine cystine
chromatin chromatid | centromere centrosome | ribosome lysosome | phenotype genotype
homologous homogenous | tropic trophic topic | cirrus citrus | meteor meteorite | crater carter
magma magna | crochet croquet | ballad ballet ballade | motif motive | braise braze | martial marital
calvary cavalry | calendar calender colander | cannon canon | carat caret carrot | collage college
conscience conscious | currant current | dairy diary daily | decent descent dissent | diffuse defuse
entomology etymology | envelop envelope | excess access | expand expend | extant extent
formally formerly | incident incidence | insight incite | medal metal mettle | miner minor
palate palette pallet | parish perish | patience patients | profit prophet | quiet quite | route rout
straight strait | tenant tenet | trial trail | alley ally | amoral immoral | angel angle
appraise apprise | assure ensure insure | auger augur | breath breadth bread | bridal bridle
casual causal | censor censure sensor | cession session | cite site sight | climatic climactic
coarse course | concert consort | confident confidant | corps corpse | credible creditable
cymbal symbol | deprecate depreciate | device devise | dual duel | edition addition | equable equitable
exalt exult | exercise exorcise | fiscal physical | founder flounder | gamut gambit
genius genus | gorilla guerrilla | hangar hanger | idle idol ideal | ligament filament
loath loathe | mantel mantle | marshal martial | median mediant | minister minster
momentum memento | naval navel | ordinance ordnance | pedal petal peddle | plaintiff plaintive
pole poll | populace populous | portion potion | preposition proposition | quarts quartz
regiment regimen | respectful respective | rhyme rhythm | satire satyr | sever severe
sextant sexton | sonata cantata | specie species | stable staple | stimulus stimulant | tortuous torturous
track tract | turbid turgid | urban urbane | vertex vortex | viral virile | wreath wreathe
sulfide sulfite | arctic antarctic | nuclei nucleoli | nucleus nucleolus | atrium atrial
abscissa ordinate | tangent tangible | ratio ration | mantissa mantis | prism prison
pulsar quasar | perihelion aphelion | perigee apogee | comet comma | asteroid steroid
bacillus basil | fungus fundus | femur lemur | plasma plasmid | lipid liquid | genome gnome
gamete gambit | ovary ovule | stamen stamina | sepal petal | xylem phloem | cartilage cartridge
tendon tenon tension | retina retinal | saliva salvia | cilia ciliary | pepsin pepsi
import export | exporter importer | server serve | router route | commit comment | fetch fetish
lossy lousy | parse purse | cache cash catch | kernel kennel colonel | mutex muted | queue quay
"""

LOOKALIKES: dict[str, frozenset[str]] = {}
for _group in _GROUPS.replace("\n", "|").split("|"):
    _words = _group.split()
    for _each in _words:
        LOOKALIKES[_each] = LOOKALIKES.get(_each, frozenset()) | (frozenset(_words) - {_each})
"""Word → the words that it is not mistaken for."""

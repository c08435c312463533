"""Words of plain English that look like another one; both are words, so neither is mistyped.

Derived from WordNet 3.1 (Princeton University): words of five letters and more that its texts use often,
and that a typing mistake or two would make another of them.
"""

from bot.grading.tables import listed

REAL_WORDS = listed(
    """absent abstraction abuse accent accept accident activate adapt addition adjective admission adopt advice
    advise advocate aeration affect affection after alert allocate allot allow allusion alone along aloud
    alter alteration ambiguous ambition ambitious amuse analysis angel anger angle ankle announce antelope
    anticipate anticipation apartment application approach arise around arterial ascertain assemble assent
    assert assistance assume assurance assure attention attraction avert awake award aware babble bacterial
    badge badly ballet banish barely barge barrier basic basically basis batter battle beach beard beast
    beckon being belief believe bellow below bench better billion binding bitter black blade blame blast blaze
    bleed blend blind blink bloat block blood bloom blush bluster board boast booking boost borrow bother
    bottle bough bound brace brain brand brass brave break breast breathing breeze brick brief bring broad
    brood brother brown brush bubble buddy buffer bullet bunch burrow cable calculate calculation calibration
    camper cancer cannon canon canyon cardinal carrier carry carve casual catch cattle causal cause cease
    celebration cellar centrally certain chain chair chamber chance change changing chant chapter charge charm
    charming chart chase chatter cheap cheat check cheek cheer chest chief child chill choke chore circulate
    circulation clamber clamp class clatter clean cleaning clear click cling clinical clock cloud cluck clump
    cluster coach coast coherent coincidence collage collar collection college combination comic command
    commend commotion communion community commute commuter companion compete competent competition complement
    complete complication component composer composite composition compress compute computer conception
    concert conclusion condition conference confession confidence confident confusion congress connection
    consent consider consonant constant constitute construct construction consumer contact content contention
    continent continue continued contortion contract convention conversion convert conviction convince
    convinced cooperate cooperation corner coroner corporate corporation cortical cosmic couch cough count
    countless course court cover crack crash crave creak creation creative creature creek creep crest crime
    criminal critical cross crouch crowd crown crush curious curiously curse curtain curve damned dancer
    danger danish darned daughter death debut decade decay deceased deceive december decent decide decision
    decrease decree dedication deduce deduction defeat defect defend deficiency definite degree delay delegate
    delicate denomination denote denounce dense department depend depression deprive depth derision derive
    descent describe deserve design destruction detached detailed detect detection device devise devote
    dialysis difference dilate dilute dilution dimension direction distance distinct district diversion divide
    divine division document dodge dollar domination donor doubtless draft drain dramatic dread dream dress
    drift drink drinking drive drown drunk duration dwell education effect efficiency efficient eight eighty
    either elder elect election eligible emission enable enact endure engender engineer ensemble ensue ensure
    entertain envelope envision equation erect estimate eternal evaluation evidence evolution exact exception
    excessive exciting exclamation exclusive execution exert exertion exhibition existing expand expansion
    expect expend expensive expert explanation exploration explosion explosive export expression extend
    extension extensive external facility faded faint falter farmer farther fasten father favor feather
    feeding feeling fellow fence fever fewer field fifth fifty fight fighting filling filter finding finger
    fixed flame flank flare flash flatter flavor flesh flick flight fling float flock flood floor flush follow
    formal formally formation former formerly formulate formulation forth fortunate forty found fourth
    fraction frame france frantically freeze french fresh frown fumble function furious furiously further
    futility gallop gather gaunt generally generate giant giggle gland glare glass glaze gleaming globe gloom
    glove grace grade graduation grammatic grand grant grasp grass grave graze great greek green greet grief
    grind grope gross ground grove grunt guess guest halfway hallway hammer hamper haste hasten haunt headed
    health heated heave heavy height hence heritage hesitate higher hitch hither hoarse holder holler hollow
    homer honey honor horse house hover humble humor humorous hunch hunger hunter ideology illusion imitation
    immunity impact impart implement implication import impression impurity inability incident increase
    indefinite indicate indication indignation infection inference infinite influence inherent inhibition
    initiate inject injure insect insert inspect instance institute instruct instruction insurance insure
    integral integration intellect intent intention interaction interest internal intersect interval intimate
    intonation intricate intuition invent invention invest invitation iodide iodine irritation isolation
    jacket jaded joint justification killing large latent later latter laughter launch lawyer layer leader
    leading learning least leather leave lessen lesson letter liberal light lighting lightning likely linger
    liter literal litter lively liver loading local locality location lodge lonely longer looking lovely lover
    lower loyal loyalty lumber lunch lurch madly magician maintain major majority march marginal marked marry
    massive master mastery match material matter mature maturity mayor mechanical mental mentally mercy merry
    metal meteor meter mighty million mingle minority mixed moderate modulation money monkey month monument
    moral morality mortal mother motion motivate motor mound mount mountain mouse mouth movement muddy mumble
    musician muster mutter mystery mythological naive nation national native nature nearby nearly neatly
    negative negligible nerve nervously never night noise normal normally north northern notion number
    numerous nurse objection objective observation older operation opposite opposition order original packet
    paint palace parent parked participate participation partly party passive paste pasture patch patent
    pathological patient pause peace peasant penetrate perception perch perfection permanent permission
    perspective pertain pertinent petition phase phone phony phrase physiological picket pillow pinch pitch
    place plane planet plank plant plate plato player pleasant pleasing pleasure plight pocket point poise
    ponder populate population porch portal position posse postulate posture potent pound powder power
    practically prayer preaching precarious precious precision preparation prescribe present presently press
    pressure prevent prevention previous prevision price prick pride prime print prize probe process
    procreation production productive profess project projection prominence promotion prone proportion
    prospective protect protection protective prove providence provision psychological punch purely purse
    pursue quack qualification qualitative quantitative queen queer quick quiet quirt quite quote radiation
    radically radio ragged raise rally rarely rather ratio ration rational rattle reach react reaction reader
    reading really reason reassure rebel rebut receive recent recently reception reckon recreation reduce
    reduction reference reflection regain regard regiment regional register regulation reign rejection
    relation relative relegate relief relieve religion reluctant remain remainder remember reminder remote
    remove render repay repel repetition reply report reproach reputation requirement resemble resent
    reservation reserve residence resident resign resistance resistor resolution resort restrict restriction
    resultant retain retention retirement retort revelation revise revision revive revolution reward rider
    right river roman rotor rough round royal royalty rugged rumble rumor sacred sadly safely safety saint
    sample sanction savor scale scare scared scatter scattered scene scent scope score scorn scream scripture
    sculpture season seated sector selection senior sense sensor sentence separation sequence seriously serve
    seven sever sewer shade shaft shake shallow shame shape share sharp shatter shave shear sheep sheer sheet
    shelf shell shift shirt shock shoot shooting shopping shore short shout shove shriek shrill shrink shutter
    sight simmer simple simulate single sixth sixty skiff skill skirt skull slack slash slaughter slave sleep
    slice slide slope slump small smart smash smell snake sneer sniff snort solder soldier solid solution
    sorrow sound south southern space spare spark speed spell spend splash sport sporting spray spring squad
    squat stability staff stage stain stained staining stake stalk stall stamp stand standing stare start
    starting starve state statue steal steel steep steer stick stiff still stimulate sting stock stocking
    stolid stone stoop store storm story stout stove strain strained strand straw stray stream strew stride
    strike striking string strive stroke strong study stuff stump sturdy subjective submarine subspace
    substance suffer sufficient suite summarize summer super supper surely swallow swamp swear sweat sweep
    sweet swell swerve swift swing switch swoop table taste tattered taunt teach teaching tears technical
    tender thank theme theology there thick thief thieving thing think thinking thorough though thread threat
    three thrill throat through thrust thumb thump tight titer toast tolerate tonal total touch tough towel
    tower trace track tract trade tradition trail train training trance transition tread treasure treat trend
    trial trick trough truck trunk trust tumble tumor twice twine twitch ultimate unable uncertain unify unite
    unity vacation vague valley valor valuable value vanish vapor variable variation vector vertical violation
    volley wallop wallow wander waste watch water waver wealth weather weave weight while white whole wield
    wiggle willing willow witch woman wonder woods words works worse worst worth wound wrench write writhe
    yearning years yellow yield youth"""
)

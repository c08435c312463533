"""Symbols that the CLDR lacks: one thing a line, its symbols first, then `=` and its names."""

ELEMENTS = """
H hydrogen Wasserstoff hydrogène hidrógeno idrogeno|He helium|Li lithium|Be beryllium|B boron Bor bore|C carbon Kohlenstoff carbone carbono carbonio
N nitrogen Stickstoff azote nitrógeno azoto|O oxygen Sauerstoff oxygène oxígeno ossigeno|F fluorine Fluor|Ne neon|Na sodium Natrium sodio|Mg magnesium
Al aluminium aluminum|Si silicon Silizium silicium|P phosphorus Phosphor phosphore|S sulfur sulphur Schwefel soufre azufre zolfo|Cl chlorine Chlor chlore cloro|Ar argon
K potassium Kalium potasio|Ca calcium|Sc scandium|Ti titanium Titan titane|V vanadium|Cr chromium Chrom chrome|Mn manganese Mangan|Fe iron Eisen fer hierro ferro
Co cobalt Kobalt|Ni nickel|Cu copper Kupfer cuivre cobre rame|Zn zinc Zink|Ga gallium|Ge germanium|As arsenic Arsen|Se selenium|Br bromine Brom brome|Kr krypton
Rb rubidium|Sr strontium|Y yttrium|Zr zirconium|Nb niobium|Mo molybdenum Molybdän|Tc technetium|Ru ruthenium|Rh rhodium|Pd palladium|Ag silver Silber argent plata argento
Cd cadmium|In indium|Sn tin Zinn étain estaño stagno|Sb antimony Antimon|Te tellurium|I iodine Jod Iod iode yodo|Xe xenon|Cs caesium cesium|Ba barium|La lanthanum|Ce cerium
Pr praseodymium|Nd neodymium|Pm promethium|Sm samarium|Eu europium|Gd gadolinium|Tb terbium|Dy dysprosium|Ho holmium|Er erbium|Tm thulium|Yb ytterbium|Lu lutetium
Hf hafnium|Ta tantalum Tantal|W tungsten wolfram Wolfram|Re rhenium|Os osmium|Ir iridium|Pt platinum Platin platine|Au gold Gold or oro|Hg mercury quicksilver Quecksilber mercure mercurio
Tl thallium|Pb lead Blei plomb plomo piombo|Bi bismuth Wismut|Po polonium|At astatine|Rn radon|Fr francium|Ra radium|Ac actinium|Th thorium|Pa protactinium|U uranium Uran
Np neptunium|Pu plutonium|Am americium|Cm curium|Bk berkelium|Cf californium|Es einsteinium|Fm fermium|Md mendelevium|No nobelium|Lr lawrencium|Og oganesson
"""
COMPOUNDS = """
H2O = water; Wasser; eau; agua; acqua; dihydrogen monoxide
CO2 = carbon dioxide; carbon dioxid; Kohlendioxid; Kohlenstoffdioxid; dioxyde de carbone
CO = carbon monoxide; Kohlenmonoxid
NaCl = sodium chloride; table salt; Kochsalz; Natriumchlorid
NaOH = sodium hydroxide; caustic soda
KOH = potassium hydroxide
NaHCO3 = sodium bicarbonate; sodium hydrogen carbonate; baking soda
Na2CO3 = sodium carbonate; washing soda
CaCO3 = calcium carbonate; limestone; chalk
CaO = calcium oxide; quicklime
Ca(OH)2 CaOH2 = calcium hydroxide; slaked lime
HCl = hydrochloric acid; hydrogen chloride; Salzsäure
H2SO4 = sulfuric acid; sulphuric acid; Schwefelsäure
HNO3 = nitric acid; Salpetersäure
H3PO4 = phosphoric acid
H2CO3 = carbonic acid
CH3COOH C2H4O2 = acetic acid; ethanoic acid; Essigsäure
NH3 = ammonia; Ammoniak; ammoniac
NH4NO3 = ammonium nitrate
CH4 = methane; Methan
C2H6 = ethane
C3H8 = propane
C4H10 = butane
C2H4 = ethylene; ethene
C2H2 = acetylene; ethyne
C6H6 = benzene; Benzol
CH3OH = methanol; methyl alcohol
C2H5OH C2H6O = ethanol; ethyl alcohol
C6H12O6 = glucose; dextrose; Traubenzucker
C12H22O11 = sucrose; table sugar
O2 = molecular oxygen; dioxygen
O3 = ozone; Ozon
H2 = molecular hydrogen
N2 = molecular nitrogen
N2O = nitrous oxide; laughing gas
NO2 = nitrogen dioxide
NO = nitric oxide; nitrogen monoxide
SO2 = sulfur dioxide; sulphur dioxide
SO3 = sulfur trioxide
H2O2 = hydrogen peroxide; Wasserstoffperoxid
H2S = hydrogen sulfide; hydrogen sulphide
SiO2 = silicon dioxide; silica; quartz
Fe2O3 = iron oxide; ferric oxide; iron(III) oxide; hematite
Al2O3 = aluminium oxide; aluminum oxide; alumina
KMnO4 = potassium permanganate
KNO3 = potassium nitrate; saltpetre; saltpeter
AgNO3 = silver nitrate
CuSO4 = copper sulfate; copper sulphate
KCl = potassium chloride
MgO = magnesium oxide
TiO2 = titanium dioxide
UF6 = uranium hexafluoride
SF6 = sulfur hexafluoride
DNA = deoxyribonucleic acid; DNS; Desoxyribonukleinsäure; ADN
RNA = ribonucleic acid; RNS; ARN
ATP = adenosine triphosphate; adenosintriphosphat
ADP = adenosine diphosphate
= vitamin C; ascorbic acid; ascorbate
= vitamin B1; thiamine; thiamin
= vitamin B2; riboflavin
= vitamin B3; niacin; nicotinic acid
= vitamin B9; folic acid; folate
= vitamin B12; cobalamin
= vitamin A; retinol
= vitamin E; tocopherol
= vitamin K; phylloquinone
= adrenaline; epinephrine
= noradrenaline; norepinephrine
= paracetamol; acetaminophen
= aspirin; acetylsalicylic acid
"""
GREEK = """
α alpha|β beta|γ gamma|δ Δ delta|ε epsilon|ζ zeta|η eta|θ Θ theta|ι iota|κ kappa|λ lambda|μ mu|ν nu|ξ xi|ο omicron|π pi|ρ rho|σ Σ sigma|τ tau|υ upsilon|φ Φ phi|χ chi|ψ Ψ psi|ω Ω omega
"""
PREFIXES = """
kilo k|mega M|giga G|tera T|peta P|exa E|hecto h|deca deka da|deci d|centi c|milli m|micro µ u|nano n|pico p|femto f|atto a
"""
PLANETS = """
Mercury Merkur Mercure Mercurio|Venus Vénus Venere|Earth Erde Terre Tierra Terra|Mars Marte|Jupiter Júpiter Giove|Saturn Saturne Saturno|Uranus Urano|Neptune Neptun Neptuno Nettuno|Pluto Pluton Plutón Plutone
Moon Mond Lune Luna|Sun Sonne Soleil Sol Sole
"""
STATES = """
solid fest solide sólido|liquid flüssig liquide líquido|gas gaseous gasförmig gazeux gaseoso gaz
"""
WATERS = """
Danube Donau Dunaj Duna Dunărea|Rhine Rhein Rhin Reno Rijn|Seine|Thames Themse Tamise|Elbe Labe|Vistula Weichsel Wisła|Nile Nil Nilo|Rhone Rhône Ródano
Moselle Mosel|Meuse Maas|Volga Wolga|Tagus Tajo Tejo|Alps Alpen Alpes Alpi|Mediterranean Mittelmeer Méditerranée Mediterráneo
"""
BODY = """
heart Herz cœur corazón cuore|liver Leber foie hígado fegato|kidney Niere rein riñón rene|lung Lunge poumon pulmón polmone|brain Gehirn cerveau cerebro cervello|stomach Magen estomac estómago stomaco|skin Haut peau piel pelle
blood Blut sang sangre sangue|bone Knochen os hueso osso|muscle Muskel músculo muscolo|spleen Milz rate bazo milza|pancreas Bauchspeicheldrüse pancréas páncreas|oesophagus esophagus gullet Speiseröhre
"""
COLOURS = """
red rot rouge rojo rosso|blue blau bleu azul blu|green grün vert verde|yellow gelb jaune amarillo giallo|black schwarz noir negro nero|white weiß blanc blanco bianco|brown braun marron|grey gray grau gris grigio|orange|purple violet lila violett
"""

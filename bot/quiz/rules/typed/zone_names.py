"""Time zones by the names of countries and cities.

Written by `python -m tests.tables` from the Unicode CLDR (© Unicode, Inc., Unicode License v3) as
Babel carries it, the tz database, and a list of cities; not by hand.
"""

COUNTRIES = """
Africa/Abidjan=costadavorio costadomarfim cotedivoire elfenbenskusten elfenbenskysten ivoorkust ivorycoast norsunluurannikko pobrezislonoviny котдʼівуар котдивуар 코트디부아르 コートシホワール 科特迪瓦;Africa/Accra=gana ghana гана 가나 カーナ 加纳
Africa/Addis_Ababa=athiopien ethiopia ethiopie etiopia etiopie etiopien etiyopya ефіопія эфиопия 에티오피아 エチオヒア 埃塞俄比亚;Africa/Algiers=algeria algerie algerien algeriet algerije algieria alzirsko argelia cezayir алжир 알제리 アルシェリア 阿尔及利亚
Africa/Asmara=eritre eritrea eritreia erythree erytrea еритрея эритрея 에리트리아 エリトリア 厄立特里亚;Africa/Bamako=mali мали малі 말리 マリ 马里
Africa/Bangui=centraalafrikaanserepubliek centralafricanrepublic centralafrikanskarepubliken dencentralafrikanskerepublik densentralafrikanskerepublikk keskiafrikantasavalta ortaafrikacumhuriyeti repubblicacentrafricana republicacentroafricana republikasrodkowoafrykanska republiquecentrafricaine stredoafrickarepublika zentralafrikanischerepublik центральноафриканскаяреспублика центральноафриканськареспубліка 중앙아프리카공화국 中央アフリカ共和国 中非共和国;Africa/Banjul=gambia gambie gambiya гамбия гамбія 감비아 カンヒア 冈比亚
Africa/Bissau=ginebissau guineabisau guineabissau guinebissau guineebissau gwineabissau гвинеябисау гвінеябісау 기니비사우 キニアヒサウ 几内亚比绍;Africa/Blantyre=malaui malavi malawi малави малаві 말라위 マラウイ 马拉维
Africa/Brazzaville=congo congobrazzaville kongo kongobrazavil kongobrazzaville kongontasavalta republicadocongo конгобраззавиль конгобраззавіль 콩고브라자빌 コンコ共和国フラサヒル 刚果布;Africa/Bujumbura=burundi бурунди бурунді 부룬디 フルンシ 布隆迪
Africa/Cairo=agypten egipt egipto egito egitto egypt egypte egypten egypti misir египет єгипет 이집트 エシフト 埃及;Africa/Casablanca=fas maroc marocco marocko marokko maroko marrocos marruecos morocco марокко 모로코 モロッコ 摩洛哥
Africa/Conakry=gine guine guinea guinee gwinea гвинея гвінея 기니 キニア 几内亚;Africa/Dakar=senegal сенегал 세네갈 セネカル 塞内加尔
Africa/Dar_es_Salaam=tansania tanzania tanzanie tanzanya танзания танзанія 탄자니아 タンサニア 坦桑尼亚;Africa/Djibouti=cibuti djibouti djibuti dschibuti dzibuti dzibutsko gibuti yibuti джибути джибуті 지부티 シフチ 吉布提
Africa/Douala=camaroes cameroon cameroun camerun kameroen kamerun камерун 카메룬 カメルーン 喀麦隆;Africa/El_Aaiun=batisahra lansisahara saaraocidental saharaoccidental saharaoccidentale saharazachodnia vastsahara vestsahara westelijkesahara westernsahara westsahara zapadnisahara западнаясахара західнасахара 서사하라 西サハラ 西撒哈拉
Africa/Freetown=serraleoa sierraleona sierraleone сьерралеоне сьєрралеоне 시에라리온 シエラレオネ 塞拉利昂;Africa/Gaborone=botsuana botsvana botswana ботсвана 보츠와나 ホツワナ 博茨瓦纳
Africa/Harare=simbabwe zimbabue zimbabve zimbabwe зимбабве зімбабве 짐바브웨 シンハフエ 津巴布韦;Africa/Johannesburg=africadosul afriquedusud etelaafrikka guneyafrika jihoafrickarepublika republikapoludniowejafryki sorafrika southafrica sudafrica sudafrika sydafrika zuidafrika південноафриканськареспубліка южноафриканскаяреспублика 남아프리카 南アフリカ 南非
Africa/Juba=etelasudan guneysudan jiznisudan sorsudan soudandusud southsudan sudandelsur sudanpoludniowy sudaodosul sudsudan sydsudan zuidsoedan південниисудан южныисудан 남수단 南スータン 南苏丹;Africa/Kampala=oeganda ouganda uganda уганда 우간다 ウカンタ 乌干达
Africa/Khartoum=soedan soudan sudan sudao судан 수단 スータン 苏丹;Africa/Kigali=ruanda rwanda руанда 르완다 ルワンタ 卢旺达
Africa/Kinshasa,Africa/Lubumbashi=congokinshasa demokratycznarepublikakonga kongo kongokinsasa kongokinshasa kongondemokraattinentasavalta republicademocraticadelcongo конгокиншаса конгокіншаса 콩고킨샤사 コンコ民主共和国キンシャサ 刚果金;Africa/Lagos=nigeria nigerie nijerya нигерия нігерія 나이지리아 ナイシェリア 尼日利亚
Africa/Libreville=gabao gabon gabun габон 가봉 カホン 加蓬;Africa/Lome=togo того 토고 トーコ 多哥
Africa/Luanda=angola ангола 앙골라 アンコラ 安哥拉;Africa/Lusaka=sambia zambia zambie zambiya замбия замбія 잠비아 サンヒア 赞比亚
Africa/Malabo=aekvatorialguinea aquatorialguinea ekvatorginesi ekvatorialguinea equatoriaalguinea equatorialguinea guineaecuatorial guineaequatoriale guineeequatoriale guineequatorial gwinearownikowa paivantasaajanguinea rovnikovaguinea екваторіальнагвінея экваториальнаягвинея 적도기니 赤道キニア 赤道几内亚;Africa/Maputo=mocambique mosambik mozambico mozambik mozambique мозамбик мозамбік 모잠비크 モサンヒーク 莫桑比克
Africa/Maseru=lesotho lesoto лесото 레소토 レソト 莱索托;Africa/Mbabane=essuatini esuatini esvatini eswatini swaziland есватіні эсватини 에스와티니 エスワティニ 斯威士兰
Africa/Mogadishu=somali somalia somalie somalsko сомали сомалі 소말리아 ソマリア 索马里;Africa/Monrovia=liberia liberie liberya либерия ліберія 라이베리아 リヘリア 利比里亚
Africa/Nairobi=kena kenia kenya quenia кения кенія 케냐 ケニア 肯尼亚;Africa/Ndjamena=cad chad chade ciad czad tchad tsad tschad tsjaad tsjad чад 차드 チャト 乍得
Africa/Niamey=niger nijer нигер нігер 니제르 ニシェール 尼日尔;Africa/Nouakchott=mauretania mauretanien mauritania mauritanie moritanya мавритания мавританія 모리타니 モーリタニア 毛里塔尼亚
Africa/Ouagadougou=burkinafaso burquinafaso буркинафасо буркінафасо 부르키나파소 フルキナファソ 布基纳法索;Africa/Porto-Novo=benin бенин бенін 베냉 ヘナン 贝宁
Africa/Sao_Tome=santotomeyprincipe saotomeenprincipe saotomeeprincipe saotomeetprincipe saotomejaprincipe saotomeochprincipe saotomeogprincipe saotomeprincipe saotomeundprincipe saotomeveprincipe svatytomasaprincuvostrov wyspyswietegotomaszaiksiazeca сантомеипринсипи сантомеіпринсіпі 상투메프린시페 サントメフリンシヘ 圣多美和普林西比;Africa/Tripoli=libia libie libya libye libyen ливия лівія 리비아 リヒア 利比亚
Africa/Tunis=tunesie tunesien tunez tunezja tunisia tunisie tunisien tunisko tunus тунис туніс 튀니지 チュニシア 突尼斯;Africa/Windhoek=namibia namibie namibya намибия намібія 나미비아 ナミヒア 纳米比亚
America/Anguilla=anguila anguilla ангилья ангілья 앵귈라 アンキラ 安圭拉;America/Antigua=antiguaabarbuda antiguabarbuda antiguaebarbuda antiguaenbarbuda antiguaetbarbuda antiguaibarbuda antiguajabarbuda antiguaochbarbuda antiguaogbarbuda antiguaundbarbuda antiguavebarbuda antiguaybarbuda антигуаибарбуда антигуаібарбуда 앤티가바부다 アンティクアハーフータ 安提瓜和巴布达
America/Argentina/Buenos_Aires=argentiina argentina argentine argentinie argentinien argentyna arjantin аргентина 아르헨티나 アルセンチン 阿根廷;America/Aruba=aruba аруба 아루바 アルハ 阿鲁巴
America/Asuncion=paraguai paraguay paragwaj парагваи 파라과이 ハラクアイ 巴拉圭;America/Barbados=barbade barbados барбадос 바베이도스 ハルハトス 巴巴多斯
America/Belize=belice belize белиз беліз 벨리즈 ヘリース 伯利兹;America/Bogota=colombia colombie kolombiya kolumbia kolumbie kolumbien колумбия колумбія 콜롬비아 コロンヒア 哥伦比亚
America/Caracas=venezuela wenezuela венесуела венесуэла 베네수엘라 ヘネスエラ 委内瑞拉;America/Cayenne=francouzskaguyana fransguyana fransizguyanasi franskaguyana franskguyana franzosischguayana frenchguiana guayanafrancesa guianafrancesa gujanafrancuska guyanafrancese guyanefrancaise ranskanguayana французскаягвиана французькагвіана 프랑스령기아나 仏領キアナ 法属圭亚那
America/Cayman=caymanadalari caymanislands caymanoarna caymanoerne caymanoyene caymansaaret ilescaimans ilhascayman islascaiman isolecayman kaaimaneilanden kaimaninseln kajmanskeostrovy kajmany каимановіострови овакаиман 케이맨제도 ケイマン諸島 开曼群岛;America/Costa_Rica=costarica kostarika kostaryka костарика 코스타리카 コスタリカ 哥斯达黎加
America/Curacao=curacao curazao кюрасао 퀴라소 キュラソー 库拉索;America/Dominica=dominica dominika dominique доминика домініка 도미니카 トミニカ国 多米尼克
America/El_Salvador=elsalvador salvador salwador сальвадор 엘살바도르 エルサルハトル 萨尔瓦多;America/Grand_Turk=ilesturquesetcaiques ilhasturcasecaicos islasturcasycaicos isoleturksecaicos turksacaicos turkscaicosislands turksencaicoseilanden turksicaicos turksjacaicossaaret turksochcaicosoarna turksogcaicosoerne turksogcaicosoyene turksundcaicosinseln turksvecaicosadalari островитерксікаикос терксикаикос 터크스케이커스제도 タークスカイコス諸島 特克斯和凯科斯群岛
America/Grenada=granada grenada grenade гренада 그레나다 クレナタ 格林纳达;America/Guadeloupe=guadalupa guadalupe guadeloupe gwadelupa гваделупа 과들루프 クアトルーフ 瓜德罗普
America/Guatemala=guatemala gwatemala гватемала 과테말라 クアテマラ 危地马拉;America/Guayaquil,Pacific/Galapagos=ecuador ekvador ekwador equador equateur еквадор эквадор 에콰도르 エクアトル 厄瓜多尔
America/Guyana=guiana gujana guyana гаиана гаяна 가이아나 カイアナ 圭亚那;America/Havana=cuba kuba kuuba куба 쿠바 キューハ 古巴
America/Jamaica=giamaica jamaica jamaika jamaique jamajka ямаика 자메이카 シャマイカ 牙买加;America/Kralendijk=caraibiolandesi caribbeannetherlands caribeneerlandes caribischnederland detidligerenederlandskeantiller karayiphollandasi karibianalankomaat karibischeniederlande karibiskanederlanderna karibisknederland karibskenizozemsko niderlandykaraibskie paisesbaixoscaribenhos paysbascaribeens бонэирсинтэстатиусисаба карибськінідерланди 네덜란드령카리브 オランタ領カリフ 荷属加勒比区
America/La_Paz=bolivia bolivie bolivien bolivya boliwia боливия болівія 볼리비아 ホリヒア 玻利维亚;America/Lima=perou peru перу 페루 ヘルー 秘鲁
America/Lower_Princes=saintmartinpartieneerlandaise sintmaarten svatymartinnizozemsko синтмартен сінтмартен 신트마르턴 シントマールテン 荷属圣马丁;America/Managua=nicaragua nikaragua никарагуа нікарагуа 니카라과 ニカラクア 尼加拉瓜
America/Marigot=saintmartin sanmartin saomartinho stmartin svatymartinfrancie сенмартен 생마르탱 サンマルタン 法属圣马丁;America/Martinique=martinica martinik martinique martynika мартиника мартиніка 마르티니크 マルティニーク 马提尼克
America/Mexico_City,America/Cancun,America/Matamoros,America/Ciudad_Juarez,America/Mazatlan,America/Tijuana=meksika meksiko meksyk messico mexico mexiko mexique мексика 멕시코 メキシコ 墨西哥;America/Miquelon=saintpierreamiquelon saintpierreemiquelon saintpierreenmiquelon saintpierreetmiquelon saintpierreimiquelon saintpierrejamiquelon saintpierreogmiquelon saintpierrevemiquelon sanpedroymiquelon saopedroemiquelao stpierremiquelon stpierreochmiquelon stpierreundmiquelon сенпʼєрімікелон сенпьеримикелон 생피에르미클롱 サンヒエール島ミクロン島 圣皮埃尔和密克隆群岛
America/Montevideo=uruguai uruguay urugwaj уругваи 우루과이 ウルクアイ 乌拉圭;America/Montserrat=montserrat монтсеррат 몬트세라트 モントセラト 蒙特塞拉特
America/Nassau=bahama bahamalar bahamas bahamy багамськіострови багамы 바하마 ハハマ 巴哈马;America/New_York,America/Chicago,America/Denver,America/Los_Angeles,America/Phoenix,America/Anchorage,America/Adak,Pacific/Honolulu=america amerikabirlesikdevletleri estadosunidos etatsunis spojenestaty stanyzjednoczone statiuniti unitedstates unitedstatesofamerica us usa vereinigtestaaten verenigdestaten yhdysvallat соединенныештаты сполученіштати 미국 アメリカ合衆国 美国
America/Nuuk,America/Danmarkshavn,America/Thule=greenland grenlandia groenland groenlandia gronland gronlanti gronsko гренландия гренландія 그린란드 クリーンラント 格陵兰;America/Panama=panama панама 파나마 ハナマ 巴拿马
America/Paramaribo=surinam suriname суринам 수리남 スリナム 苏里南;America/Port-au-Prince=haiti гаити гаіті 아이티 ハイチ 海地
America/Port_of_Spain=trinidadatobago trinidadentobago trinidadetobago trinidadjatobago trinidadochtobago trinidadogtobago trinidadtobago trinidadundtobago trinidadvetobago trinidadytobago triniteettobago trynidaditobago тринидадитобаго тринідадітобаго 트리니다드토바고 トリニタートトハコ 特立尼达和多巴哥;America/Puerto_Rico=portorico portoriko portoryko puertorico пуерторико пуэрторико 푸에르토리코 フエルトリコ 波多黎各
America/Santiago,America/Coyhaique,Pacific/Easter=chile chili cile sili чили чилі 칠레 チリ 智利;America/Santo_Domingo=dendominikanskerepublik dendominikanskerepublikk dominicaanserepubliek dominicanrepublic dominikaaninentasavalta dominikana dominikanischerepublik dominikanskarepublika dominikanskarepubliken dominikcumhuriyeti repubblicadominicana republicadominicana republiquedominicaine доминиканскаяреспублика домініканськареспубліка 도미니카공화국 トミニカ共和国 多米尼加共和国
America/Sao_Paulo,America/Noronha,America/Campo_Grande,America/Eirunepe=brasil brasile brasilia brasilien brazil brazilie brazylia bresil brezilya бразилия бразилія 브라질 フラシル 巴西;America/St_Barthelemy=saintbarthelemy sanbartolome saobartolomeu stbarthelemy svatybartolomej сенбартелеми сенбартелемі 생바르텔레미 サンハルテルミー 圣巴泰勒米
America/St_Kitts=saintchristopheetnieves saintkittsenevis saintkittsennevis saintkittsinevis saintkittsjanevis saintkittsognevis saintkittsvenevis sancristobalynieves saocristovaoenevis stkittsnevis stkittsochnevis stkittsundnevis svatykrystofanevis сенткитсиневис сенткітсіневіс 세인트키츠네비스 セントクリストファーネーウィス 圣基茨和尼维斯;America/St_Lucia=saintelucie saintlucia santalucia stlucia svatalucie сентлюсия сентлюсія 세인트루시아 セントルシア 圣卢西亚
America/St_Thomas=abdvirjinadalari americkepanenskeostrovy amerikaansemaagdeneilanden amerikanischejungferninseln amerikanskajungfruoarna deamerikanskejomfruoer deamerikanskejomfruoyene ilesviergesdesetatsunis ilhasvirgensamericanas islasvirgenesdeeeuu isoleverginiamericane usvirginislands wyspydziewiczestanowzjednoczonych yhdysvaltainneitsytsaaret виргинскиеовасша віргінськіостровисша 미국령버진아일랜드 米領ウァーシン諸島 美属维尔京群岛;America/St_Vincent=saintvincentegrenadine saintvincentendegrenadines saintvincentetlesgrenadines saintvincentigrenadyny saintvincentjagrenadiinit saintvincentoggrenadinerne saintvincentvegrenadinler sanvicenteylasgranadinas saovicenteegranadinas stvincentgrenadines stvincentochgrenadinerna stvincentoggrenadinene stvincentunddiegrenadinen svatyvincencagrenadiny сентвинсентигренадины сентвінсентігренадіни 세인트빈센트그레나딘 セントヒンセント及ひクレナティーン諸島 圣文森特和格林纳丁斯
America/Tegucigalpa=honduras гондурас 온두라스 ホンシュラス 洪都拉斯;America/Toronto,America/Vancouver,America/Edmonton,America/Winnipeg,America/Halifax,America/St_Johns,America/Blanc-Sablon,America/Atikokan,America/Regina,America/Creston=canada kanada канада 캐나다 カナタ 加拿大
America/Tortola=britanyavirjinadalari britischejungferninseln britishvirginislands britsemaagdeneilanden britskepanenskeostrovy brittilaisetneitsytsaaret brittiskajungfruoarna brytyjskiewyspydziewicze debritiskejomfruoer debritiskejomfruoyene ilesviergesbritanniques ilhasvirgensbritanicas islasvirgenesbritanicas isoleverginibritanniche британськівіргінськіострови виргинскиеовавеликобритания 영국령버진아일랜드 英属维尔京群岛 英領ウァーシン諸島;Arctic/Longyearbyen=huippuvuoretjajanmayen spicberkyajanmayen spitsbergenenjanmayen spitzbergenundjanmayen svalbardejanmayen svalbardetjanmayen svalbardijanmayen svalbardjanmayen svalbardochjanmayen svalbardogjanmayen svalbardvejanmayen svalbardyjanmayen шпицбергениянмаиен шпіцбергентаянмаєн 스발바르제도얀마웬섬 スハールハル諸島ヤンマイエン島 斯瓦尔巴和扬马延
Asia/Aden=iemen jemen yemen иемен ємен 예멘 イエメン 也门;Asia/Almaty=cazaquistao kasachstan kasakhstan kazachstan kazajistan kazakhstan kazakistan kazakstan казахстан 카자흐스탄 カサフスタン 哈萨克斯坦
Asia/Amman=giordania jordan jordania jordanie jordanien jordansko urdun иордания иорданія 요르단 ヨルタン 约旦;Asia/Ashgabat=turcomenistao turkmenistan туркменистан туркменістан 투르크메니스탄 トルクメニスタン 土库曼斯坦
Asia/Baghdad=irak iraq iraque ирак ірак 이라크 イラク 伊拉克;Asia/Bahrain=bahrain bahrajn bahrein bahreyn barein бахреин 바레인 ハーレーン 巴林
Asia/Baku=aserbaidschan aserbajdsjan azerbaidjan azerbaidzan azerbaigian azerbaijan azerbaijao azerbaiyan azerbajdzan azerbajdzjan azerbaycan azerbeidzjan azerbejdzan азербаиджан 아제르바이잔 アセルハイシャン 阿塞拜疆;Asia/Bangkok=tailandia tajlandia tayland thailand thailande thailandia thaimaa thajsko таиланд таіланд 태국 タイ 泰国
Asia/Beirut=lebanon liban libano libanon lubnan ливан ліван 레바논 レハノン 黎巴嫩;Asia/Bishkek=kirghizistan kirghizstan kirgisia kirgisistan kirgistan kirgizie kirgizistan kirguistan kyrgyzstan quirguistao киргизия киргизстан 키르기스스탄 キルキス 吉尔吉斯斯坦
Asia/Brunei=brunei bruneidarussalam brunej брунеи 브루나이 フルネイ 文莱;Asia/Colombo=srilanka шриланка шріланка 스리랑카 スリランカ 斯里兰卡
Asia/Damascus=siria suriye syria syrie syrien syyria сирия сирія 시리아 シリア 叙利亚;Asia/Dhaka=banglades bangladesch bangladesh bangladesz бангладеш 방글라데시 ハンクラテシュ 孟加拉国
Asia/Dili=itatimor oosttimor osttimor timorest timorleste timororiental timorwschodni vychodnitimor восточныитимор тиморлешті 동티모르 东帝汶 東ティモール;Asia/Dubai=arabiemiirikunnat birlesikarapemirlikleri deforenedearabiskeemirater deforentearabiskeemirater emiradosarabesunidos emirates emiratiarabiuniti emiratosarabesunidos emiratsarabesunis forenadearabemiraten spojenearabskeemiraty uae unitedarabemirates vereinigtearabischeemirate verenigdearabischeemiraten zjednoczoneemiratyarabskie оаэ обʼєднаніарабськіемірати 아랍에미리트 アラフ首長国連邦 阿拉伯联合酋长国
Asia/Dushanbe=tacikistan tadjikistan tadjiquistao tadschikistan tadsjikistan tadzikistan tadzjikistan tadzykistan tagikistan tajikistan tayikistan таджикистан 타지키스탄 タシキスタン 塔吉克斯坦;Asia/Gaza=depalaestinensiskeomrader detpalestinskeomradet filistinbolgeleri palastinensischeautonomiegebiete palestiinalaisalue palestijnsegebieden palestinianterritories palestinskaterritorierna palestinskauzemi territoirespalestiniens territoriospalestinos territoripalestinesi terytoriapalestynskie палестинскиетерритории палестинськітериторіі 팔레스타인지구 ハレスチナ自治区 巴勒斯坦领土
Asia/Ho_Chi_Minh=vietna vietnam wietnam вʼєтнам вьетнам 베트남 ヘトナム 越南;Asia/Hong_Kong=cinhongkongoib hongkong hongkongkiinanerityishallintoalue hongkongraedachina hongkongsar hongkongsarchina hongkongsarkina hongkongsarvanchina hongkongzaociny raedehongkongchina raschinoisedehongkong rasdihongkong sarhongkong sonderverwaltungsregionhongkong srahongkongchiny гонконгоаркитаю гонконгсар 홍콩중국특별행정구 中国香港特别行政区 中華人民共和国香港特別行政区
Asia/Jakarta,Asia/Makassar,Asia/Jayapura=endonezya indonesia indonesie indonesien indonezja индонезия індонезія 인도네시아 イントネシア 印度尼西亚;Asia/Jerusalem=israel israele israil izrael израиль ізраіль 이스라엘 イスラエル 以色列
Asia/Kabul=afeganistao afganistan afghanistan афганистан афганістан 아프가니스탄 アフカニスタン 阿富汗;Asia/Karachi=pakistan paquistao пакистан 파키스탄 ハキスタン 巴基斯坦
Asia/Kathmandu=nepal непал 네팔 ネハール 尼泊尔;Asia/Kolkata=hindistan inde india indie indien intia индия індія 인도 イント 印度
Asia/Kuala_Lumpur=malaisie malajsie malasia malaysia maleisie malesia malezja malezya малаизия малаизія 말레이시아 マレーシア 马来西亚;Asia/Kuwait=koeweit koweit kuvajt kuveyt kuwait kuwejt кувеит 쿠웨이트 クウェート 科威特
Asia/Macau=cinmakaooib macao macaokiinanerityishallintoalue macaosar macaosarchina macaosarkina macaozaociny macau macauraedachina macausarvanchina raedemacaochina raschinoisedemacao rasdimacao sarmacao sonderverwaltungsregionmacau sramakauchiny макаооаркитаю макаосар 마카오중국특별행정구 中国澳门特别行政区 中華人民共和国マカオ特別行政区;Asia/Manila=filipijnen filipinas filipinler filipiny filippiinit filippine filippinene filippinerna filippinerne philippinen philippines филиппины філіппіни 필리핀 フィリヒン 菲律宾
Asia/Muscat=oma oman umman оман 오만 オマーン 阿曼;Asia/Nicosia=chipre chypre cipro cypern cypr cyprus kibris kypr kypros zypern кипр кіпр 키프로스 キフロス 塞浦路斯
Asia/Phnom_Penh=cambodge cambodia cambodja cambogia camboja camboya kambocya kambodja kambodscha kambodsja kambodza камбоджа 캄보디아 カンホシア 柬埔寨;Asia/Pyongyang=coreadelnord coreadelnorte coreedunord coreiadonorte koreapolnocna kuzeykore noordkorea nordkorea northkorea pohjoiskorea severnikorea кндр північнакорея 북한 北朝鮮 朝鲜
Asia/Qatar=catar katar qatar катар 카타르 カタール 卡塔尔;Asia/Riyadh=arabiasaudi arabiasaudita arabiasaudyjska arabiesaoudite saoediarabie saudiarabia saudiarabien saudskaarabie suudiarabistan саудовскаяаравия саудівськааравія 사우디아라비아 サウシアラヒア 沙特阿拉伯
Asia/Seoul=coreadelsud coreadelsur coreedusud coreiadosul etelakorea guneykore jiznikorea korea koreapoludniowa sorkorea southkorea sudkorea sydkorea zuidkorea південнакорея республикакорея 대한민국 韓国 韩国;Asia/Shanghai,Asia/Urumqi=china chine chiny cin cina kiina kina китаи 중국 中国
Asia/Singapore=singapore singapour singapur singapura сингапур сінгапур 싱가포르 シンカホール 新加坡;Asia/Taipei=taiwan tajwan tayvan tchajwan таивань 대만 台湾
Asia/Tashkent=oezbekistan ouzbekistan ozbekistan usbekistan uzbekistan uzbequistao узбекистан 우즈베키스탄 ウスヘキスタン 乌兹别克斯坦;Asia/Tbilisi=georgia georgie georgien gruzie gruzja gurcistan грузия грузія 조지아 ショーシア 格鲁吉亚
Asia/Tehran=ira iran иран іран 이란 イラン 伊朗;Asia/Thimphu=bhoutan bhutan butan butao бутан 부탄 フータン 不丹
Asia/Tokyo=giappone japan japani japao japon japonia japonsko japonya япония японія 일본 日本;Asia/Ulaanbaatar,Asia/Hovd=mogolistan mongolei mongolia mongolie mongoliet mongolsko монголия монголія 몽골 モンコル 蒙古
Asia/Vientiane=laos лаос 라오스 ラオス 老挝;Asia/Yangon=burma mianmarbirmania mjanmabirma myanmar myanmarbarma myanmarbirma myanmarbirmania myanmarbirmanie myanmarburma мʼянмабірма мьянмабирма 미얀마 ミャンマーヒルマ 缅甸
Asia/Yerevan=armenia armenie armenien ermenistan армения вірменія 아르메니아 アルメニア 亚美尼亚;Atlantic/Bermuda=bermuda bermudas bermudes bermudy бермудскиеова бермудськіострови 버뮤다 ハミュータ 百慕大
Atlantic/Cape_Verde=caboverde capeverde capoverde capvert kaapverdie kappverde kapverde kapverdy republikazielonegoprzyladka кабоверде 카보베르데 カーホヘルテ 佛得角;Atlantic/Faroe=faeroer faeroerne faeroyene faerskeostrovy faroarna faroeadalari faroeislands faroer farsaaret ilesferoe ilhasfaroe islasferoe isolefaeroer wyspyowcze фарерскиеова фарерськіострови 페로제도 フェロー諸島 法罗群岛
Atlantic/Reykjavik=iceland ijsland island islanda islande islandia islanti izlanda исландия ісландія 아이슬란드 アイスラント 冰岛;Atlantic/South_Georgia=etelageorgiajaetelaisetsandwichinsaaret georgiadelsudesandwichaustrali georgiapoludniowaisandwichpoludniowy georgiedusudetlesilessandwichdusud guneygeorgiaveguneysandwichadalari ilhasgeorgiadosulesandwichdosul islasgeorgiadelsurysandwichdelsur jiznigeorgieajiznisandwichovyostrovy sorgeorgiaogsorsandwichoyene southgeorgiaogdesydligesandwichoer southgeorgiasouthsandwichislands sudgeorgienunddiesudlichensandwichinseln sydgeorgienochsydsandwichoarna zuidgeorgiaenzuidelijkesandwicheilanden південнаджорджіятапівденнісандвічевіострови южнаягеоргияиюжныесандвичевыова 사우스조지아사우스샌드위치제도 サウスショーシアサウスサントウィッチ諸島 南乔治亚和南桑威奇群岛
Atlantic/St_Helena=saintehelene sainthelena santaelena santahelena santelena sinthelena sthelena svatahelena wyspaswietejheleny овсвелены острівсвятоієлени 세인트헬레나 セントヘレナ 圣赫勒拿;Atlantic/Stanley=falklandadalari falklandeilanden falklandinsaaret falklandinseln falklandislands falklandskeostrovy falklandsoarna falklandsoerne falklandsoyene falklandy ilesmalouines ilhasmalvinas islasmalvinas isolefalkland фолклендскиеова фолклендськіострови 포클랜드제도 フォークラント諸島 福克兰群岛
Australia/Sydney,Australia/Brisbane,Australia/Adelaide,Australia/Perth,Australia/Lord_Howe,Australia/Darwin,Australia/Eucla=australia australie australien avustralya австралия австралія 오스트레일리아 オーストラリア 澳大利亚;Europe/Amsterdam=alankomaat holandia holland hollanda nederland nederlandene nederlanderna netherlands niederlande nizozemsko paesibassi paisesbaixos paisesbajos paysbas нидерланды нідерланди 네덜란드 オランタ 荷兰
Europe/Andorra=andora andorra andorre андорра 안도라 アントラ 安道尔;Europe/Athens=graekenland grece grecia grecja greece grekland griechenland griekenland hellas kreikka recko yunanistan греция греція 그리스 キリシャ 希腊
Europe/Belgrade=serbia serbie serbien servia servie sirbistan srbsko сербия сербія 세르비아 セルヒア 塞尔维亚;Europe/Berlin=alemanha alemania allemagne almanya deutschland duitsland germania germany nemecko niemcy saksa tyskland германия німеччина 독일 トイツ 德国
Europe/Bratislava=eslovaquia slovacchia slovakia slovakien slovakiet slovakya slovaquie slovensko slowacja slowakei slowakije словакия словаччина 슬로바키아 スロハキア 斯洛伐克;Europe/Brussels=belcika belgia belgica belgie belgien belgio belgique belgium бельгия бельгія 벨기에 ヘルキー 比利时
Europe/Bucharest=roemenie romania romanya romenia roumanie rumaenien rumania rumanien rumunia rumunsko румунія румыния 루마니아 ルーマニア 罗马尼亚;Europe/Budapest=hongarije hongrie hungary hungria macaristan madarsko ungarn ungern ungheria unkari wegry венгрия угорщина 헝가리 ハンカリー 匈牙利
Europe/Chisinau=moldavia moldavie moldavien moldavsko moldawia moldova republikmoldau молдова 몰도바 モルトハ 摩尔多瓦;Europe/Copenhagen=danemark dania danimarca danimarka danmark dansko denemarken denmark dinamarca tanska дания данія 덴마크 テンマーク 丹麦
Europe/Dublin=ierland ireland irland irlanda irlande irlandia irlanti irsko ирландия ірландія 아일랜드 アイルラント 爱尔兰;Europe/Gibraltar=cebelitarik gibilterra gibraltar гибралтар гібралтар 지브롤터 シフラルタル 直布罗陀
Europe/Guernsey=guernesey guernsey гернси гернсі 건지 カーンシー 根西岛;Europe/Helsinki=finland finlande finlandia finlandiya finnland finsko suomi финляндия фінляндія 핀란드 フィンラント 芬兰
Europe/Isle_of_Man=iledeman ilhademan islademan isleofman isoladiman man manadasi mansaari ostrovman wyspaman овмэн острівмен 맨섬 マン島 马恩岛;Europe/Istanbul=turchia turcja turecko turkei turkey turkiet turkije turkiye turkki turquia turquie tyrkia tyrkiet туреччина турция 튀르키예 トルコ 土耳其
Europe/Jersey=jersey джерси джерсі 저지 シャーシー 泽西岛;Europe/Kyiv=oekraine ucraina ucrania ukraina ukraine ukrajina ukrayna украина украіна 우크라이나 ウクライナ 乌克兰
Europe/Lisbon,Atlantic/Azores=portekiz portogallo portugal portugali portugalia portugalsko португалия португалія 포르투갈 ホルトカル 葡萄牙;Europe/Ljubljana=eslovenia slovenia slovenie slovenien slovenya slovinsko slowenia slowenien словения словенія 슬로베니아 スロヘニア 斯洛文尼亚
Europe/London=birlesikkrallik britain england greatbritain isobritannia regnounito reinounido royaumeuni scotland spojenekralovstvi storbritannia storbritannien uk unitedkingdom vereinigteskonigreich verenigdkoninkrijk wales wielkabrytania великабританія великобритания 영국 イキリス 英国;Europe/Luxembourg=lucembursko luksemburg lussemburgo luxembourg luxemburg luxemburgo люксембург 룩셈부르크 ルクセンフルク 卢森堡
Europe/Madrid,Atlantic/Canary=espagne espana espanha espanja hiszpania ispanya spagna spain spanelsko spania spanien spanje испания іспанія 스페인 スヘイン 西班牙;Europe/Malta=malta malte мальта 몰타 マルタ 马耳他
Europe/Mariehamn=ahvenanmaa aland alandadalari alandinseln alandislands alandy ilesaland ilhasaland islasaland isolealand wyspyalandzkie аландскиеова аландськіострови 올란드제도 オーラント諸島 奥兰群岛;Europe/Minsk=belarus belorusko bialorus bielorrusia bielorrussia bielorussia bielorussie valkovenaja беларусь білорусь 벨라루스 ヘラルーシ 白俄罗斯
Europe/Monaco=monaco monako монако 모나코 モナコ 摩纳哥;Europe/Moscow,Asia/Yekaterinburg,Asia/Novosibirsk,Asia/Vladivostok,Europe/Kaliningrad,Europe/Astrakhan,Asia/Omsk,Asia/Irkutsk,Asia/Chita,Asia/Magadan,Asia/Kamchatka=rosja rusia rusko rusland russia russie russland rusya ryssland venaja россия росія 러시아 ロシア 俄罗斯
Europe/Oslo=noorwegen norge norja norsko noruega norvec norvege norvegia norway norwegen norwegia норвегия норвегія 노르웨이 ノルウェー 挪威;Europe/Paris=franca france francia francie francja frankreich frankrig frankrijk frankrike fransa ranska франция франція 프랑스 フランス 法国
Europe/Podgorica=cernahora czarnogora karadag montenegro черногория чорногорія 몬테네그로 モンテネクロ 黑山;Europe/Prague=cechia cekya cesko chequia czechia czechrepublic czechy tchequia tchequie tjeckien tjekkiet tschechien tsekki tsjechie tsjekkia чехия чехія 체코 チェコ 捷克
Europe/Riga=latvia letland letonia letonya lettland lettonia lettonie lotwa lotyssko латвия латвія 라트비아 ラトヒア 拉脱维亚;Europe/Rome=italia italie italien italy italya wlochy италия італія 이탈리아 イタリア 意大利
Europe/San_Marino=saintmarin sanmarino санмарино 산마리노 サンマリノ 圣马力诺;Europe/Sarajevo=bosnaahercegovina bosnahersek bosniaederzegovina bosniaeherzegovina bosniahercegovina bosniaherzegovina bosniaihercegowina bosniajahertsegovina bosniayherzegovina bosnieenherzegovina bosnieherzegovine bosnienhercegovina bosnienochhercegovina bosnienundherzegowina боснияигерцеговина босніяігерцеговина 보스니아헤르체고비나 ホスニアヘルツェコヒナ 波斯尼亚和黑塞哥维那
Europe/Skopje=kuzeymakedonya macedoinedunord macedonia macedoniadelnord macedoniadelnorte macedoniadonorte macedoniapolnocna noordmacedonie nordmakedonia nordmakedonien nordmazedonien northmacedonia pohjoismakedonia severnimakedonie північнамакедонія севернаямакедония 북마케도니아 北マケトニア 北马其顿;Europe/Sofia=bulgaria bulgarie bulgarien bulgarije bulgaristan bulharsko болгария болгарія 불가리아 フルカリア 保加利亚
Europe/Stockholm=isvec ruotsi schweden suecia suede svedsko sverige svezia sweden szwecja zweden швеция швеція 스웨덴 スウェーテン 瑞典;Europe/Tallinn=estland estonia estonie estonsko estonya viro естонія эстония 에스토니아 エストニア 爱沙尼亚
Europe/Tirane=albania albanie albanien arnavutluk албания албанія 알바니아 アルハニア 阿尔巴尼亚;Europe/Vaduz=lichtenstejnsko liechtenstein лихтенштеин ліхтенштеин 리히텐슈타인 リヒテンシュタイン 列支敦士登
Europe/Vatican=cidadedovaticano cittadelvaticano ciudaddelvaticano etatdelaciteduvatican vaticaanstad vaticancity vatikaani vatikan vatikanstadt vatikanstaten watykan ватикан 바티칸시국 ハチカン市国 梵蒂冈;Europe/Vienna=austria autriche avusturya itavalta oostenrijk osterreich osterrike ostrig rakousko австрия австрія 오스트리아 オーストリア 奥地利
Europe/Vilnius=liettua litauen lithuania litouwen lituania lituanie litva litvanya litwa литва 리투아니아 リトアニア 立陶宛;Europe/Warsaw=poland polen pologne polonia polonya polska polsko puola польша польща 폴란드 ホーラント 波兰
Europe/Zagreb=chorvatsko chorwacja croacia croatia croatie croazia hirvatistan kroatia kroatie kroatien хорватия хорватія 크로아티아 クロアチア 克罗地亚;Europe/Zurich=isvicre schweiz suica suisse suiza sveits sveitsi svizzera svycarsko switzerland szwajcaria zwitserland швеицария швеицарія 스위스 スイス 瑞士
Indian/Antananarivo=madagascar madagaskar мадагаскар 마다가스카르 マタカスカル 马达加斯加;Indian/Chagos=britanyahintokyanusutopraklari britischesterritoriumimindischenozean britishindianoceanterritory britsindischeoceaanterritorium britskeindickooceanskeuzemi brittilainenintianvaltamerenalue brittiskaterritorietiindiskaoceanen brytyjskieterytoriumoceanuindyjskiego detbritisketerritorietiindiahavet detbritisketerritoriumidetindiskeocean territoirebritanniquedeloceanindien territoriobritanicodeloceanoindico territoriobritanicodooceanoindico territoriobritannicodelloceanoindiano британскаятерриториявиндиискомокеане британськатериторіявіндіиськомуокеані 영국령인도양지역 英属印度洋领地 英領イント洋地域
Indian/Christmas=christmasadasi christmaseiland christmasisland christmasoya ilechristmas ilhachristmas isladenavidad isolachristmas joulusaari juleoen julon vanocniostrov weihnachtsinsel wyspabozegonarodzenia оврождества острівріздва 크리스마스섬 クリスマス島 圣诞岛;Indian/Cocos=cocoseilanden cocoskeelingadalari cocoskeelingislands cocosoerne ilescocos ilhascocoskeeling islascocos isolecocoskeeling kokosinseln kokosoarna kokosoveostrovy kokosoyene kookossaaretkeelingsaaret wyspykokosowe кокосовыеова кокосовікілінгострови 코코스제도 ココスキーリンク諸島 科科斯基林群岛
Indian/Comoro=comoras comore comoren comorerne comores comoros komoren komorene komorerna komorit komorlar komory комори коморы 코모로 コモロ 科摩罗;Indian/Kerguelen=defranskebesiddelseridetsydligeindiskeoceanogantarktis defranskesorterritorier francouzskajizniuzemi francuskieterytoriapoludnioweiantarktyczne fransegebiedenindezuidelijkeindischeoceaan fransizguneytopraklari franskasydterritorierna franzosischesudundantarktisgebiete frenchsouthernterritories ranskanetelaisetjaantarktisetalueet terreaustralifrancesi terresaustralesfrancaises territoriosaustralesfranceses territoriosfrancesesdosul французскиеюжныетерритории французькіпівденнітериторіі 프랑스령남방지역 仏領極南諸島 法属南部领地
Indian/Mahe=seicheles seszele seychellen seychellene seychellerna seychellerne seychelles seychellit seychely seyseller сеишельскиеова сеишельськіострови 세이셸 セーシェル 塞舌尔;Indian/Maldives=maldivas maldive maldiven maldivene maldiverna maldiverne maldives maldivler malediivit malediven maledivy malediwy мальдивы мальдіви 몰디브 モルティフ 马尔代夫
Indian/Mauritius=maurice mauricio mauricius mauritius маврикии маврикіи 모리셔스 モーリシャス 毛里求斯;Indian/Mayotte=majotta mayotte маиотта 마요트 マヨット 马约特
Indian/Reunion=lareunion reuniao reunion riunione реюньион реюньон 레위니옹 レユニオン 留尼汪;Pacific/Apia=samoa самоа 사모아 サモア 萨摩亚
Pacific/Auckland,Pacific/Chatham=neuseeland newzealand nieuwzeeland nouvellezelande novazelandia novyzeland nowazelandia nuevazelanda nuovazelanda nyazeeland uusiseelanti yenizelanda новазеландія новаязеландия 뉴질랜드 ニューシーラント 新西兰;Pacific/Chuuk,Pacific/Pohnpei=micronesia micronesie mikronesia mikronesiafoderasjonen mikronesie mikronesien mikronezja mikronezya мікронезія федеративныештатымикронезии 미크로네시아 ミクロネシア連邦 密克罗尼西亚
Pacific/Efate=vanuatu вануату 바누아투 ハヌアツ 瓦努阿图;Pacific/Fakaofo=tokelau tokelauoarna токелау 토켈라우 トケラウ 托克劳
Pacific/Fiji=fidji fidschi fidzi figi fiji fiyi фиджи фіджі 피지 フィシー 斐济;Pacific/Funafuti=tuvalu тувалу 투발루 ツハル 图瓦卢
Pacific/Guadalcanal=ilessalomon ilhassalomao islassalomon isolesalomone salamounovyostrovy salomonen salomonoarna salomonoerne salomonoyene salomonsaaret salomonseilanden solomonadalari solomonislands wyspysalomona соломоновыова соломоновіострови 솔로몬제도 ソロモン諸島 所罗门群岛;Pacific/Guam=guam гуам 괌 クアム 关岛
Pacific/Majuro=ilesmarshall ilhasmarshall islasmarshall isolemarshall marshalladalari marshalleilanden marshallinsaaret marshallinseln marshallislands marshalloarna marshalloerne marshallovyostrovy marshalloyene wyspymarshalla маршалловыова маршалловіострови 마셜제도 マーシャル諸島 马绍尔群岛;Pacific/Midway,Pacific/Wake=abdkucukhariciadalari amerikanischeuberseeinseln amerikanskeoversoiskeoer dalekiewyspymniejszestanowzjednoczonych ilesmineureseloigneesdesetatsunis ilhasmenoresdistantesdoseua islasmenoresalejadasdeeeuu isoleminoriesternedeglistatiuniti kleineafgelegeneilandenvandeverenigdestaten mensiodlehleostrovyusa usasytreoyer usasyttreoar usoutlyingislands yhdysvaltainerillissaaret внешниемалыеовасша віддаленіостровисша 미국령해외제도 合衆国領有小離島 美国本土外小岛屿
Pacific/Nauru=nauru науру 나우루 ナウル 瑙鲁;Pacific/Niue=niue ниуэ ніуе 니우에 ニウエ 纽埃
Pacific/Norfolk=ilenorfolk ilhanorfolk islanorfolk isolanorfolk norfolk norfolkadasi norfolkinsaari norfolkinsel norfolkisland norfolkon norfolkoya овнорфолк острівнорфолк 노퍽섬 ノーフォーク島 诺福克岛;Pacific/Noumea=neukaledonien newcaledonia nieuwcaledonie nouvellecaledonie novacaledonia novakaledonie nowakaledonia nuevacaledonia nuovacaledonia nyakaledonien nycaledonia nykaledonien uusikaledonia yenikaledonya новакаледонія новаякаледония 뉴칼레도니아 ニューカレトニア 新喀里多尼亚
Pacific/Pago_Pago=americansamoa americkasamoa amerikaanssamoa amerikanischsamoa amerikansamoa amerikansamoasi amerikanskasamoa amerikansksamoa samoaamericaines samoaamericana samoaamericane samoaamerykanskie американскоесамоа американськесамоа 아메리칸사모아 米領サモア 美属萨摩亚;Pacific/Palau=palaos palau палау 팔라우 ハラオ 帕劳
Pacific/Pitcairn=ilespitcairn ilhaspitcairn islaspitcairn isolepitcairn pitcairn pitcairnadalari pitcairneilanden pitcairninseln pitcairnislands pitcairnoarna pitcairnovyostrovy pitcairnoyene овапиткэрн островипіткерн 핏케언제도 ヒトケアン諸島 皮特凯恩群岛;Pacific/Port_Moresby,Pacific/Bougainville=papoeanieuwguinea papouasienouvelleguinee papuaneuguinea papuanewguinea papuanovaguine papuanovaguinea papuanowagwinea papuanuevaguinea papuanuovaguinea papuanyaguinea papuanyguinea papuauusiguinea papuayenigine папуановагвінея папуановаягвинея 파푸아뉴기니 ハフアニューキニア 巴布亚新几内亚
Pacific/Rarotonga=cookadalari cookeilanden cookinsaaret cookinseln cookislands cookoarna cookoerne cookovyostrovy cookoyene ilescook ilhascook islascook isolecook wyspycooka овакука островикука 쿡제도 クック諸島 库克群岛;Pacific/Saipan=ilesmariannesdunord ilhasmarianasdonorte islasmarianasdelnorte isolemariannesettentrionali kuzeymarianaadalari marianypolnocne noordelijkemarianen nordlichemarianen nordmarianene nordmarianerna nordmarianerne northernmarianaislands pohjoismariaanit severnimariany північнімаріанськіострови северныемарианскиеова 북마리아나제도 北マリアナ諸島 北马里亚纳群岛
Pacific/Tahiti,Pacific/Marquesas,Pacific/Gambier=francouzskapolynesie fransizpolinezyasi franskapolynesien franskpolynesia franskpolynesien franspolynesie franzosischpolynesien frenchpolynesia polinesiafrancesa polinesiafrancese polinezjafrancuska polynesiefrancaise ranskanpolynesia французскаяполинезия французькаполінезія 프랑스령폴리네시아 仏領ホリネシア 法属波利尼西亚;Pacific/Tarawa,Pacific/Kanton,Pacific/Kiritimati=kiribati quiribati кирибати кірибаті 키리바시 キリハス 基里巴斯
Pacific/Tongatapu=tonga тонга 통가 トンカ 汤加;Pacific/Wallis=wallisafutuna wallisefutuna wallisenfutuna wallisetfutuna wallisfutuna wallisifutuna wallisjafutuna wallisochfutunaoarna wallisogfutuna wallisundfutuna wallisvefutuna wallisyfutuna уоллисифутуна уоллісіфутуна 왈리스푸투나제도 ウォリスフツナ 瓦利斯和富图纳
"""
"""Zones whose clocks differ, `=`, and the names of countries with just these."""

CITIES = """
Africa/Abidjan=abidzan abiyan абиджан абіджан 아비장 アヒシャン 阿比让;Africa/Accra=acra akra аккра 아크라 アクラ 阿克拉
Africa/Addis_Ababa=addisabeba adisabeba аддисабеба 아디스아바바 アシスアヘハ 亚的斯亚贝巴;Africa/Algiers=alger algeri algier alzir argel cezayir алжир 알제 アルシェ 阿尔及尔
Africa/Bamako=бамако 바마코 ハマコ 巴马科;Africa/Bangui=bangi банги банґі 방기 ハンキ 班吉
Africa/Banjul=bandzul банжул 반줄 ハンシュール 班珠尔;Africa/Bissau=bisau бисау бісау 비사우 ヒサウ 比绍
Africa/Blantyre=блантаир 블랜타이어 フランタイヤ 布兰太尔;Africa/Brazzaville=brazzavil браззавиль браззавіль 브라자빌 フラサヒル 布拉柴维尔
Africa/Bujumbura=buzumbura бужумбура 부줌부라 フシュンフラ 布琼布拉;Africa/Cairo=elcairo ilcairo kahira kahire kair kairo lecaire каир каір 카이로 カイロ 开罗
Africa/Casablanca=kazablanka marrakech marrakesh rabat касабланка 카사블랑카 カサフランカ 卡萨布兰卡;Africa/Ceuta=septe сеута 세우타 セウタ 休达
Africa/Conakry=conacri conakri konakri konakry конакри конакрі 코나크리 コナクリ 科纳克里;Africa/Dakar=дакар 다카르 タカール 达喀尔
Africa/Dar_es_Salaam=daressalam darusselam дарессалам дарэссалам 다르에스살람 タルエスサラーム 达累斯萨拉姆;Africa/Djibouti=cibuti djibuti dschibuti dzibuti gibuti yibuti джибути джібуті 지부티 シフチ 吉布提
Africa/Douala=duala дуала 두알라 トゥアラ 杜阿拉;Africa/El_Aaiun=alujun elayun laayoune layun ельаюн эльаюн 엘아이운 アイウン 阿尤恩
Africa/Freetown=фритаун фрітаун 프리타운 フリータウン 弗里敦;Africa/Gaborone=габороне ґабороне 가보로네 ハホローネ 哈博罗内
Africa/Harare=хараре 하라레 ハラレ 哈拉雷;Africa/Johannesburg=capetown durban joanesburgo johannesburgo pretoria иоганнесбурґ иоханнесбург 요하네스버그 ヨハネスフルク 约翰内斯堡
Africa/Juba=cuba dzuba giuba джуба 주바 シュハ 朱巴;Africa/Kampala=кампала 캄팔라 カンハラ 坎帕拉
Africa/Khartoum=cartum chartum hartum jartum khartoem khartum хартум 카르툼 ハルツーム 喀土穆;Africa/Kigali=кигали кігалі 키갈리 キカリ 基加利
Africa/Kinshasa=kinsasa kinszasa киншаса кіншаса 킨샤사 キンシャサ 金沙萨;Africa/Lagos=abuja лагос лаґос 라고스 ラコス 拉各斯
Africa/Libreville=librevil либревиль лібревіль 리브르빌 リーフルウィル 利伯维尔;Africa/Lome=ломе 로메 ロメ 洛美
Africa/Luanda=луанда 루안다 ルアンタ 罗安达;Africa/Lubumbashi=лубумбаши лубумбаші 루붐바시 ルフンハシ 卢本巴希
Africa/Lusaka=лусака 루사카 ルサカ 卢萨卡;Africa/Malabo=малабо 말라보 マラホ 马拉博
Africa/Maputo=мапуту 마푸토 マフト 马普托;Africa/Maseru=масеру 마세루 マセル 马塞卢
Africa/Mbabane=мбабане 음바바네 ムハハーネ 姆巴巴纳;Africa/Mogadishu=mogadischu mogadiscio mogadisu mogadiszu могадишо моґадішо 모가디슈 モカティシオ 摩加迪沙
Africa/Monrovia=монровия монровія 몬로비아 モンロヒア 蒙罗维亚;Africa/Nairobi=наироби наиробі 나이로비 ナイロヒ 内罗毕
Africa/Ndjamena=ndzamena yamena нджамена 엔자메나 ンシャメナ 恩贾梅纳;Africa/Niamey=ниамеи ніамеи 니아메 ニアメ 尼亚美
Africa/Nouakchott=nawakszut nuakchot nuaksott нуакшот нуакшотт 누악쇼트 ヌアクショット 努瓦克肖特;Africa/Ouagadougou=uagadugu wagadugu уагадугу уаґадуґу 와가두구 ワカトゥクー 瓦加杜古
Africa/Porto-Novo=портоново 포르토노보 ホルトノホ 波多诺伏;Africa/Sao_Tome=santotome svatytomas сантоме 상투메 サントメ 圣多美
Africa/Tripoli=trablus tripolilibye tripolis trypolis триполи триполі 트리폴리 トリホリ 的黎波里;Africa/Tunis=tunez tunisi tunus тунис туніс 튀니스 チュニス 突尼斯
Africa/Windhoek=windhuk виндхук віндгук 빈트후크 ウィントフック 温得和克;America/Adak=адак 에이닥 アタック 埃达克
America/Anchorage=анкоридж 앵커리지 アンカレッシ 安克雷奇;America/Anguilla=anguila ангилья анґілья 앙귈라 アンキラ 安圭拉
America/Antigua=антигуа антиґуа 안티과 アンティクア 安提瓜;America/Araguaina=арагуаина араґуаіна 아라과이나 アラクァイナ 阿拉瓜伊纳
America/Argentina/La_Rioja=лариоха ларіоха 라리오하 ラリオハ 拉里奥哈;America/Argentina/Rio_Gallegos=риогальегос ріоґальєґос 리오가예고스 リオカシェコス 里奥加耶戈斯
America/Argentina/Salta=сальта 살타 サルタ 萨尔塔;America/Argentina/San_Juan=санхуан 산후안 サンファン 圣胡安
America/Argentina/San_Luis=санлуис санлуіс 산루이스 サンルイス 圣路易斯;America/Argentina/Tucuman=tucuma тукуман 투쿠만 トゥクマン 图库曼
America/Argentina/Ushuaia=ушуая 우수아이아 ウシュアイア 乌斯怀亚;America/Aruba=аруба 아루바 アルハ 阿鲁巴
America/Asuncion=assuncao асунсьион асунсьон 아순시온 アスンシオン 亚松森;America/Bahia=salvador баия 바히아 ハイーア 巴伊亚
America/Bahia_Banderas=bahiadebanderas баиядебандерас баіябандерас 바이아반데라스 ハイアハンテラ 巴伊亚班德拉斯;America/Barbados=labarbade барбадос 바베이도스 ハルハトス 巴巴多斯
America/Belem=belen белен 벨렘 ヘレン 贝伦;America/Belize=belice белиз беліз 벨리즈 ヘリース 伯利兹
America/Blanc-Sablon=бланксаблон блансаблон 블랑사블롱 フランサフロン 布兰克萨布隆;America/Boa_Vista=боависта боавіста 보아비스타 ホアヒスタ 博阿维斯塔
America/Bogota=medellin богота боґота 보고타 ホコタ 波哥大;America/Boise=боисе 보이시 ホイシ 博伊西
America/Cambridge_Bay=кеимбриджбеи кеимбріджбеи 케임브리지베이 ケンフリッシヘイ 剑桥湾;America/Campo_Grande=кампугранди кампуґранді 캄포그란데 カンホクランテ 大坎普
America/Cancun=канкун 칸쿤 カンクン 坎昆;America/Caracas=каракас 카라카스 カラカス 加拉加斯
America/Cayenne=caiena caienna cayena kajenna каиенна каєнна 카옌 カイエンヌ 卡宴;America/Cayman=caiman caimans caymanoarna caymanoerne caymanoyene kaimaninseln kajmanskeostrovy kajmany каимановіострови островакаиман 케이맨 ケイマン 开曼
America/Chicago=alabama arkansas austin dallas houston illinois iowa kansascity louisiana memphis milwaukee minneapolis minnesota mississippi missouri nashville neworleans oklahoma saintlouis sanantonio stlouis wisconsin чикаго чікаґо 시카고 シカコ 芝加哥;America/Chihuahua=чиуауа чіуауа 치와와 チワワ 奇瓦瓦
America/Ciudad_Juarez=сьюдадхуарес сюдадхуарес 시우다드후아레스 シウターフアレス 华雷斯城;America/Costa_Rica=kostarika kostaryka костарика костаріка 코스타리카 コスタリカ 哥斯达黎加
America/Creston=крестон 크레스톤 クレストン 克雷斯顿;America/Cuiaba=куяба 쿠이아바 クイアハ 库亚巴
America/Curacao=curazao кюрасао 퀴라소 キュラソー 库拉索;America/Danmarkshavn=денмарксхавн 덴마크샤븐 テンマークシャウン 丹马沙文
America/Dawson=доусон 도슨 トーソン 道森;America/Dawson_Creek=доусонкрик доусонкрік 도슨크릭 トーソンクリーク 道森克里克
America/Denver=albuquerque colorado coloradosprings montana newmexico saltlakecity utah wyoming денвер 덴버 テンハー 丹佛;America/Detroit=детроит 디트로이트 テトロイト 底特律
America/Dominica=dominika dominique доминика домініка 도미니카 トミニカ 多米尼加;America/Edmonton=alberta banff calgary едмонтон эдмонтон 에드먼턴 エトモントン 埃德蒙顿
America/Eirunepe=еирунепе эирунепе 아이루네페 エイルネヘ 依伦尼贝;America/El_Salvador=salvador salwador сальвадор 엘살바도르 エルサルハトル 萨尔瓦多
America/Fort_Nelson=фортнельсон 포트넬슨 フォートネルソン 纳尔逊堡;America/Fortaleza=форталеза 포르탈레자 フォルタレサ 福塔雷萨
America/Glace_Bay=глеисбеи ґлеисбеи 글라스베이 クレースヘイ 格莱斯贝;America/Goose_Bay=гусбеи ґусбеи 구즈베이 クースヘイ 古斯湾
America/Grand_Turk=granturca грандтерк ґрандтерк 그랜드터크 クラントターク 大特克;America/Grenada=granada grenade гренада ґренада 그레나다 クレナタ 格林纳达
America/Guadeloupe=guadalupa guadalupe gwadelupa гваделупа ґваделупа 과들루프 クアトルーフ 瓜德罗普;America/Guatemala=gwatemala гватемала ґватемала 과테말라 クアテマラ 危地马拉
America/Guayaquil=guaiaquil гуаякиль ґуаякіль 과야킬 クアヤキル 瓜亚基尔;America/Guyana=guiana gujana гаиана ґаиана 가이아나 カイアナ 圭亚那
America/Halifax=novascotia галифакс галіфакс 핼리팩스 ハリファクス 哈利法克斯;America/Havana=havanna hawana lahabana lahavane lavana гавана 하바나 ハハナ 哈瓦那
America/Hermosillo=ермосільио эрмосильо 에르모시요 エルモシヨ 埃莫西约;America/Indiana/Knox=knoxindiana ноксиндиана ноксіндіана 인디애나주녹스 インティアナ州ノックス 印第安纳州诺克斯
America/Indiana/Marengo=marengoindiana маренгоиндиана маренгоіндіана 인디애나주머렝고 インティアナ州マレンコ 印第安纳州马伦戈;America/Indiana/Petersburg=petersburgindiana питерсбергиндиана пітерсбергіндіана 인디애나주피츠버그 インティアナ州ヒータースハーク 印第安纳州彼得斯堡
America/Indiana/Tell_City=tellcityindiana теллсити теллсітііндіана 인디애나주텔시티 インティアナ州テルシティ 印第安纳州特尔城;America/Indiana/Vevay=vevayindiana вевеииндиана вівеиіндіана 인디애나주비비 インティアナ州ヒヘー 印第安纳州维维市
America/Indiana/Vincennes=vincennesindiana винсеннес вінсенсіндіана 인디애나주빈센스 インティアナ州ヒンセンス 印第安纳州温森斯;America/Indiana/Winamac=winamacindiana вінамакіндіана уинамак 인디애나주위너맥 インティアナ州ウィナマック 印第安纳州威纳马克
America/Inuvik=инувик інувік 이누빅 イヌウィク 伊努维克;America/Iqaluit=икалуит ікалуіт 이칼루이트 イカルイット 伊魁特
America/Jamaica=giamaica jamaika jamaique jamajka ямаика 자메이카 シャマイカ 牙买加;America/Juneau=джуно 주노 シュノー 朱诺
America/Kentucky/Monticello=monticellokentucky монтиселлокентукки монтіселлокентуккі 켄터키주몬티첼로 ケンタッキー州モンティチェロ 肯塔基州蒙蒂塞洛;America/Kralendijk=кралендеик 크라렌디즈크 クラレンタイク 克拉伦代克
America/La_Paz=лапас 라파스 ラハス 拉巴斯;America/Lima=лима ліма 리마 リマ 利马
America/Los_Angeles=california lasvegas nevada oakland paloalto sacramento sandiego sanfrancisco sanjosecalifornia seattle siliconvalley лосанджелес 로스앤젤레스 ロサンセルス 洛杉矶;America/Lower_Princes=benedenprinsenkwartier lowerprincesquarter лоуерпринсесквотер лоуэрпринскуотер 로워프린스쿼터 ローワーフリンセスクウォーター 下太子区
America/Maceio=масеио 마세이오 マセイオ 马塞约;America/Managua=манагуа манаґуа 마나과 マナクア 马那瓜
America/Manaus=manaos манаус 마나우스 マナウス 马瑙斯;America/Marigot=мариго маріґо 마리곳 マリコ 马里戈特
America/Martinique=martinica martinik martynika мартиника мартініка 마티니크 マルティニーク 马提尼克;America/Matamoros=матаморос 마타모로스 マタモロス 马塔莫罗斯
America/Mazatlan=масатлан 마사틀란 マサトラン 马萨特兰;America/Menominee=меномини меноміні 메노미니 メノミニー 梅诺米尼
America/Merida=мерида меріда 메리다 メリタ 梅里达;America/Metlakatla=метлакатла 메틀라카틀라 メトラカトラ 梅特拉卡特拉
America/Mexico_City=cdmx cidadedomexico cittadelmessico ciudaddemexico meksykmiasto mexico mexicoby mexicodf mexicostad mexikostadt puebla мехико мехіко 멕시코시티 メキシコシティー 墨西哥城;America/Miquelon=микелон мікелон 미클롱 ミクロン島 密克隆
America/Moncton=монктон 몽턴 モンクトン 蒙克顿;America/Monterrey=монтереи монтерреи 몬테레이 モンテレイ 蒙特雷
America/Montevideo=montevideu монтевидео монтевідео 몬테비데오 モンテヒテオ 蒙得维的亚;America/Montserrat=монтсеррат 몬세라트 モントセラト 蒙特塞拉特
America/Nassau=насау нассау 나소 ナッソー 拿骚;America/New_York=atlanta baltimore boston brooklyn charlotte cleveland connecticut delaware maine maryland massachusetts miami newhampshire newjersey newyorkcity northcarolina novayork nowyjork nuevayork nyc ohio orlando pennsylvania philadelphia pittsburgh raleigh rhodeisland southcarolina vermont virginia washington washingtondc ньюиорк 뉴욕 ニューヨーク 纽约
America/Nome=ном 놈 ノーム 诺姆;America/Noronha=fernandodenoronha норонья 노롱야 ノローニャ 洛罗尼亚
America/North_Dakota/Beulah=beulahdakotadelnord beulahdakotadelnorte beulahdakotadonorte beulahdakotadunord beulahdakotapolnocna beulahkuzeydakota beulahnoorddakota beulahnorddakota beulahnorthdakota beulahpohjoisdakota beulahsevernidakota бʼюлапівнічнадакота боиласевернаядакота 노스다코타주베라 ノースタコタ州ヒューラー 北达科他州比尤拉;America/North_Dakota/Center=centerdakotadelnord centerdakotadelnorte centerdakotadonorte centerdakotadunord centerdakotapolnocna centernoorddakota centernorddakota centernorthdakota centerpohjoisdakota centersevernidakota merkezkuzeydakota сентрпівнічнадакота центрсевернаядакота 중부노스다코타 ノースタコタ州センター 北达科他州申特
America/North_Dakota/New_Salem=newsalemdakotadelnord newsalemdakotadelnorte newsalemdakotadunord newsalemdakotapolnocna newsalemkuzeydakota newsalemnoorddakota newsalemnorddakota newsalemnorthdakota newsalempohjoisdakota newsalemsevernidakota newsalendakotadonorte ньюсалемпівнічнадакота ньюсеилемсевернаядакота 노스다코타주뉴살렘 ノースタコタ州ニューセーラム 北达科他州新塞勒姆;America/Ojinaga=охинага охінаґа 오히나가 オヒナカ 奥希纳加
America/Panama=панама 파나마 ハナマ 巴拿马;America/Paramaribo=парамарибо 파라마리보 ハラマリホ 帕拉马里博
America/Phoenix=arizona tucson финикс фінікс 피닉스 フェニックス 凤凰城;America/Port-au-Prince=portoprincipe puertoprincipe портопренс 포르토프랭스 ホルトーフランス 太子港
America/Port_of_Spain=portdespagne puertoespana портофспеин 포트오브스페인 ホートオフスヘイン 西班牙港;America/Porto_Velho=портувелью 포르토벨료 ホルトヘーリョ 波多韦柳
America/Puerto_Rico=portorico portoriko portoryko пуерторіко пуэрторико 푸에르토리코 フエルトリコ 波多黎各;America/Punta_Arenas=пунтааренас 푼타아레나스 フンタアレナス 蓬塔阿雷纳斯
America/Rankin_Inlet=ранкининлет ренкінінлет 랭킹인렛 ランキンインレット 兰今湾;America/Recife=ресифи ресіфі 레시페 レシフェ 累西腓
America/Regina=реджаина 리자이나 レシャイナ 里贾纳;America/Resolute=резольют 리졸루트 レソリュート 雷索卢特
America/Rio_Branco=риубранку ріобранко 히우브랑쿠 リオフランコ 里奥布郎库;America/Santarem=сантарен 산타렘 サンタレム 圣塔伦
America/Santiago=santiagodechile сантьяго сантьяґо 산티아고 サンチアコ 圣地亚哥;America/Santo_Domingo=saintdomingue сантодоминго сантодомінґо 산토도밍고 サントトミンコ 圣多明各
America/Sao_Paulo=belohorizonte brasilia curitiba portoalegre rio riodejaneiro sanpaolo санпаулу 상파울루 サンハウロ 圣保罗;America/Scoresbysund=ittoqqortoormiit скорсбисунн іттоккортоорміут 스코레스바이선드 イトコルトルミット 斯科列斯比桑德
America/Sitka=ситка сітка 싯카 シトカ 锡特卡;America/St_Barthelemy=saintbarthelemy sanbartolome saobartolomeu svatybartolomej сенбартелеми сенбартелемі 생바르텔레미 サンハルテルミー 圣巴泰勒米岛
America/St_Johns=saintjeandeterreneuve saintjohns sanjuandeterranova сентджонс 세인트존스 セントションス 圣约翰斯;America/St_Kitts=saintchristophe saintkitts sancristobal saocristovao svatykrystof сенткитс сенткіттс 세인트키츠 セントクリストファー 圣基茨
America/St_Lucia=saintelucie saintlucia santalucia svatalucie сентлюсия сентлюсія 세인트루시아 セントルシア 圣卢西亚;America/St_Thomas=saintthomas svatytomaskaribik сенттомас 세인트토마스 セントトーマス 圣托马斯
America/St_Vincent=saintvincent sanvicente saovicente svatyvincenc сентвинсент сентвінсент 세인트빈센트 セントヒンセント 圣文森特;America/Swift_Current=свифткеррент свіфткаррент 스위프트커런트 スウィフトカレント 斯威夫特卡伦特
America/Tegucigalpa=тегусигальпа теґусіґальпа 테구시갈파 テクシカルハ 特古西加尔巴;America/Thule=qaanaaq туле 툴레 チューレ 图勒
America/Tijuana=тихуана тіхуана 티후아나 ティフアナ 蒂华纳;America/Toronto=montreal ontario ottawa quebec quebeccity торонто 토론토 トロント 多伦多
America/Tortola=тортола 토르톨라 トルトーラ 托尔托拉;America/Vancouver=britishcolumbia ванкувер 벤쿠버 ハンクーハー 温哥华
America/Whitehorse=ваитгорс уаитхорс 화이트호스 ホワイトホース 怀特霍斯;America/Winnipeg=manitoba виннипег вінніпеґ 위니펙 ウィニヘク 温尼伯
America/Yakutat=якутат 야쿠타트 ヤクタット 亚库塔特;Antarctica/Casey=кеиси кеисі 케이시 ケーシー基地 卡塞
Antarctica/Davis=девіс деивис 데이비스 テーヒス基地 戴维斯;Antarctica/DumontDUrville=дюмондʼюрвіль дюмондюрвиль 뒤몽뒤르빌 テュモンテュルウィル基地 迪蒙迪维尔
Antarctica/Macquarie=macquarieisland macquariensaari маккуори маккуорі 맥쿼리 マッコリー 麦格理;Antarctica/Mawson=моусон 모슨 モーソン基地 莫森
Antarctica/McMurdo=макмердо 맥머도 マクマート基地 麦克默多;Antarctica/Palmer=палмер 파머 ハーマー基地 帕尔默
Antarctica/Rothera=ротера 로데라 ロセラ基地 罗瑟拉;Antarctica/Syowa=showa сева сьова 쇼와 昭和 昭和基地
Antarctica/Troll=тролл тролль 트롤 トロル基地 特罗尔;Antarctica/Vostok=wostok восток 보스토크 ホストーク基地 沃斯托克
Arctic/Longyearbyen=лонгʼір лонгиир 롱이어비엔 ロンクイェールヒーン 朗伊尔城;Asia/Aden=аден 아덴 アテン 亚丁
Asia/Almaty=almaata almati astana алмати алматы 알마티 アルマトイ 阿拉木图;Asia/Amman=ama амман 암만 アンマン 安曼
Asia/Anadyr=anadir анадир анадырь 아나디리 アナティリ 阿纳德尔;Asia/Aqtau=aktaou aktau aktav aqtaw актау 아크타우 アクタウ 阿克套
Asia/Aqtobe=aktioubinsk aktiubinsk aktobe актобе 악토브 アクトヘ 阿克托别;Asia/Ashgabat=achgabat aschabad asgabat asgabate asjabad asjchabad asjkhabad askabat aszchabad ашгабат ашхабад 아슈하바트 アシカハート 阿什哈巴德
Asia/Atyrau=atirav atiraw atyraou атирау атырау 아티라우 アティラウ 阿特劳;Asia/Baghdad=bagda bagdad bagdat багдад 바그다드 ハクタット 巴格达
Asia/Bahrain=bahrajn bahrein bahreyn barein бахреин 바레인 ハーレーン 巴林;Asia/Baku=bakoe bakou баку 바쿠 ハクー 巴库
Asia/Bangkok=бангкок 방콕 ハンコク 曼谷;Asia/Barnaul=барнаул 바르나울 ハルナウル 巴尔瑙尔
Asia/Beirut=beiroet beirute bejrut beyrouth beyrut беирут 베이루트 ヘイルート 贝鲁特;Asia/Bishkek=bichkek bischkek bisjkek biskek biszkek бишкек бішкек 비슈케크 ヒシュケク 比什凯克
Asia/Brunei=bruneidarussalam brunej брунеи 브루나이 フルネイ 文莱;Asia/Chita=cita czyta tchita tjita tschita tsita tsjita чита 치타 チタ 赤塔
Asia/Colombo=kolombo коломбо 콜롬보 コロンホ 科伦坡;Asia/Damascus=damas damasco damasek damaskos damaskus damaszek sam дамаск 다마스쿠스 タマスカス 大马士革
Asia/Dhaka=daca dacca dakka дакка 다카 タッカ 达卡;Asia/Dili=дили ділі 딜리 ティリ 帝力
Asia/Dubai=abudhabi dubaj дубаи 두바이 トハイ 迪拜;Asia/Dushanbe=doesjanbe douchanbe duchambe dusambe dusanbe duschanbe dusjanbe duszanbe душанбе 두샨베 トゥシャンヘ 杜尚别
Asia/Famagusta=famagosta famagouste gazimagusa фамагуста 파마구스타 ファマクスタ 法马古斯塔;Asia/Gaza=gazze газа 가자 カサ 加沙
Asia/Hebron=elhalil хеврон 헤브론 ヘフロン 希伯伦;Asia/Ho_Chi_Minh=hanoi hochiminhcity saigon
Asia/Hong_Kong=гонконг 홍콩 香港;Asia/Hovd=chovd chowd kobdo ховд 호브드 ホフト 科布多
Asia/Irkutsk=irkoetsk irkoutsk irkuck иркутск іркутськ 이르쿠츠크 イルクーツク 伊尔库茨克;Asia/Jakarta=cakarta dzakarta giacarta jacarta yakarta джакарта 자카르타 シャカルタ 雅加达
Asia/Jayapura=jajapura джаипур джаяпура 자야푸라 シャヤフラ 查亚普拉;Asia/Jerusalem=gerusalemme haifa jerozolima jerusalen jeruzalem kudus telaviv иерусалим єрусалим 예루살렘 エルサレム 耶路撒冷
Asia/Kabul=cabul kabil kaboul кабул 카불 カフール 喀布尔;Asia/Kamchatka=kamcatka kamczatka kamtchatka kamtjatka kamtsatka kamtschatka kamtsjatka камчатка петропавловсккамчатскии 캄차카 カムチャッカ 堪察加
Asia/Karachi=islamabad karaci karaczi karatschi lahore карачи карачі 카라치 カラチ 卡拉奇;Asia/Khandyga=chandyga handiga handyga khandiga хандига хандыга 한디가 ハントゥイカ 汉德加
Asia/Kolkata=ahmedabad bangalore bengaluru bombay calcutta chennai delhi hyderabad mumbai newdelhi pune;Asia/Krasnoyarsk=krasnoiarsk krasnojarsk красноярск красноярськ 크라스노야르스크 クラスノヤルスク 克拉斯诺亚尔斯克
Asia/Kuala_Lumpur=куалалумпур 쿠알라룸푸르 クアラルンフール 吉隆坡;Asia/Kuching=kucing кучинг 쿠칭 クチン 古晋
Asia/Kuwait=koeweit koweit kuvajt kuveyt kuwejt кувеит 쿠웨이트 クウェート 科威特;Asia/Macau=macao makao makau макао 마카오 マカオ 澳门
Asia/Magadan=магадан 마가단 マカタン 马加丹;Asia/Makassar=bali macassar makasar макасар макассар 마카사르 マカッサル 望加锡
Asia/Manila=manilla manille манила маніла 마닐라 マニラ 马尼拉;Asia/Muscat=mascate maskat masqat muskat маскат 무스카트 マスカット 马斯喀特
Asia/Nicosia=lefkosa nicosie nikosia nikosie nikozja никосия нікосія 니코시아 ニコシア 尼科西亚;Asia/Novokuznetsk=novokusnetsk novokuzneck nowokuznetsk nowokuznieck новокузнецк новокузнецьк 노보쿠즈네츠크 ノウォクスネツク 新库兹涅茨克
Asia/Novosibirsk=novossibirsk nowosibirsk nowosybirsk новосибирск новосибірськ 노보시비르스크 ノウォシヒルスク 新西伯利亚;Asia/Omsk=омск омськ 옴스크 オムスク 鄂木斯克
Asia/Oral=ouralsk uralsk орал уральск 오랄 オラル 乌拉尔;Asia/Phnom_Penh=пномпень 프놈펜 フノンヘン 金边
Asia/Pontianak=понтианак понтіанак 폰티아나크 ホンティアナック 坤甸;Asia/Pyongyang=pchjongjang pjongjang пхеньян 평양 平壌 平壤
Asia/Qatar=catar doha katar катар 카타르 カタール 卡塔尔;Asia/Qostanay=kostanai kostanaj kostanay kustanaj qostanai костанаи 코스타나이 コスタナイ 库斯塔奈
Asia/Qyzylorda=kizilorda kyzylorda kzylorda qizilorda qysylorda кизилорда кызылорда 키질로르다 クスロルタ 克孜洛尔达;Asia/Riyadh=jeddah mecca riad riade rijad riyad ерріяд эррияд 리야드 リヤト 利雅得
Asia/Sakhalin=sacalina sachalin sahalin sajalin sakhaline овсахалин сахалін 사할린 サハリン 萨哈林;Asia/Samarkand=samarcanda samarcande samarkanda semerkand самарканд 사마르칸트 サマルカント 撒马尔罕
Asia/Seoul=busan seul soul сеул 서울 ソウル 首尔;Asia/Shanghai=beijing chengdu guangzhou hangzhou peking sanghaj sanghay shenzhen sjanghai szanghaj wuhan xangai шанхаи 상하이 上海
Asia/Singapore=singapour singapur singapura сингапур сінгапур 싱가포르 シンカホール 新加坡;Asia/Srednekolymsk=srednekolimsk sriedniekolymsk середньоколимськ среднеколымск 스레드네콜림스크 スレトネコリムスク 中科雷姆斯克
Asia/Taipei=taipeh tajpej tchajpej таибеи таибэи 타이베이 台北;Asia/Tashkent=tachkent taschkent tasjkent taskent taszkient ташкент 타슈켄트 タシケント 塔什干
Asia/Tbilisi=tbilissi tiflis тбилиси тбілісі 트빌리시 トヒリシ 第比利斯;Asia/Tehran=tahran teera teheran тегеран 테헤란 テヘラン 德黑兰
Asia/Thimphu=thimbu thimpu timbu тхимпху тхімпху 팀부 ティンフー 廷布;Asia/Tokyo=fukuoka kyoto nagoya osaka sapporo tokio toquio yokohama токио токіо 도쿄 东京 東京
Asia/Tomsk=томск томськ 톰스크 トムスク 托木斯克;Asia/Ulaanbaatar=oulanbator ulanbatar ulanbator ulanbatur уланбатор 울란바토르 ウランハートル 乌兰巴托
Asia/Urumqi=urumci urumczi урумчи урумчі 우루무치 ウルムチ 乌鲁木齐;Asia/Ust-Nera=ustniera устьнера 우스티네라 ウスチネラ 乌斯内拉
Asia/Vientiane=vientian wientian вʼєнтьян вьентьян 비엔티안 ヒエンチャン 万象;Asia/Vladivostok=wladiwostok wladywostok владивосток 블라디보스토크 ウラシオストク 符拉迪沃斯托克
Asia/Yakutsk=iakoutsk jakoetsk jakuck jakutsk якутск якутськ 야쿠츠크 ヤクーツク 雅库茨克;Asia/Yangon=rangoon
Asia/Yekaterinburg=ecaterimburgo ekaterimburgo ekaterinbourg ekaterinburg jekaterinburg jekaterinenburg jekaterynburg екатеринбург єкатеринбург 예카테린부르크 エカテリンフルク 叶卡捷琳堡;Asia/Yerevan=erevan erivan eriwan erywan jerevan ереван єреван 예레반 エレハン 埃里温
Atlantic/Azores=acores asorene azoradalari azoren azorerna azorerne azorit azorskeostrovy azory azzorre азорскиеова азорськіострови 아조레스 アソレス 亚速尔群岛;Atlantic/Bermuda=bermudas bermudes bermudy бермуди бермудскиеова 버뮤다 ハミュータ 百慕大
Atlantic/Canary=canarias canarie canarischeeilanden dekanariskeoer ilescanaries kanaren kanariansaaret kanarieoarna kanarioyene kanarskeostrovy kanaryaadalari wyspykanaryjskie канарскиеова канарськіострови 카나리아제도 カナリア 加那利;Atlantic/Cape_Verde=caboverde capoverde capvert kaapverdie kappverde kapverde kapverdy republikazielonegoprzyladka кабоверде 카보베르데 カーホヘルテ 佛得角
Atlantic/Madeira=madeiraadalari madera madere мадеира 마데이라 マテイラ 马德拉;Atlantic/Reykjavik=reikiavik реикʼявік реикьявик 레이캬비크 レイキャヒク 雷克雅未克
Atlantic/South_Georgia=etelageorgia georgiadelsud georgiadelsur georgiadosul georgiapoludniowa georgiedusud guneygeorgia jiznigeorgie sorgeorgia sudgeorgien sydgeorgien zuidgeorgia південнаджорджія южнаягеоргия 사우스조지아 サウスショーシア 南乔治亚;Atlantic/St_Helena=saintehelene sainthelena sankthelena santaelena santahelena santelena sinthelena svatahelena swietahelena овсвятоиелены острівсвятоієлени 세인트헬레나 セントヘレナ 圣赫勒拿
Atlantic/Stanley=стенлі стэнли 스탠리 スタンレー 斯坦利;Australia/Adelaide=adelaida аделаида аделаіда 애들레이드 アテレート 阿德莱德
Australia/Brisbane=goldcoast queensland брисбен брісбен 브리스베인 フリスヘン 布里斯班;Australia/Broken_Hill=брокенхилл брокенхілл 브로컨힐 フロークンヒル 布罗肯希尔
Australia/Darwin=дарвин дарвін 다윈 ターウィン 达尔文;Australia/Eucla=евкла юкла 유클라 ユークラ 尤克拉
Australia/Hobart=гобарт хобарт 호바트 ホハート 霍巴特;Australia/Lindeman=линдеман ліндеман 린데만 リンテマン 林德曼
Australia/Lord_Howe=lordhoweisland лордхау 로드하우 ロートハウ 豪勋爵岛;Australia/Melbourne=geelong мельбурн 멜버른 メルホルン 墨尔本
Australia/Perth=перт 퍼스 ハース 珀斯;Australia/Sydney=canberra newsouthwales nsw sidney сиднеи сіднеи 시드니 シトニー 悉尼
Europe/Amsterdam=amsterda delft eindhoven rotterdam thehague utrecht амстердам 암스테르담 アムステルタム 阿姆斯特丹;Europe/Andorra=andora andorre андорра 안도라 アントラ 安道尔
Europe/Astrakhan=astraca astracan astrachan astrahan астрахань 아스트라한 アストラハン 阿斯特拉罕;Europe/Athens=ateena aten atenas atene ateny athen athene athenes atheny atina афины афіни 아테네 アテネ 雅典
Europe/Belgrade=belehrad belgrad belgrado beograd белград 베오그라드 ヘオクラート 贝尔格莱德;Europe/Berlin=bavaria berliini berlijn berlim berlino bonn bremen cologne dresden duesseldorf dusseldorf frankfurt hamburg hannover hanover heidelberg hesse karlsruhe koeln koln leipzig muenchen munchen munich nuremberg nurnberg saxony stuttgart берлин берлін 베를린 ヘルリン 柏林
Europe/Bratislava=bratyslawa братислава 브라티슬라바 フラチスラハ 布拉迪斯拉发;Europe/Brussels=antwerp bruksel bruksela brusel bruselas brussel bruxelas bruxelles bryssel ghent leuven брюссель 브뤼셀 フリュッセル 布鲁塞尔
Europe/Bucharest=boekarest bucarest bucareste bucuresti bukarest bukareszt bukres bukurest бухарест 부쿠레슈티 フカレスト 布加勒斯特;Europe/Budapest=boedapest budapeste budapeszt будапешт 부다페스트 フタヘスト 布达佩斯
Europe/Busingen=busingenamhochrhein бюзингеннаверхнемреине бюзінген 뷔지겐 ヒューシンケン 布辛根;Europe/Chisinau=kisinev kiszyniow кишинев кишинів 키시나우 キシナウ 基希讷乌
Europe/Copenhagen=aarhus copenaghen copenhague kobenhavn kodan koopenhamina kopenhag kopenhaga kopenhagen kopenhamn копенгаген 코펜하겐 コヘンハーケン 哥本哈根;Europe/Dublin=cork dublino galway дублин дублін 더블린 タフリン 都柏林
Europe/Gibraltar=cebelitarik gibilterra гибралтар гібралтар 지브롤터 シフラルタル 直布罗陀;Europe/Guernsey=guernesey гернси гернсі 건지 カーンシー 根西岛
Europe/Helsinki=helsingfors helsinky helsinque гельсінкі хельсинки 헬싱키 ヘルシンキ 赫尔辛基;Europe/Isle_of_Man=iledeman ilhademan islademan isoladiman man manadasi mansaari ostrovman wyspaman овмэн острівмен 맨섬 マン島 马恩岛
Europe/Istanbul=ankara estambul istambul istanboel izmir stambul стамбул 이스탄불 イスタンフール 伊斯坦布尔;Europe/Jersey=джерси джерсі 저지 シャーシー 泽西岛
Europe/Kaliningrad=kaliningrado калининград калінінград 칼리닌그라드 カリーニンクラート 加里宁格勒;Europe/Kirov=kirow киров кіров 키로프 キーロフ 基洛夫
Europe/Kyiv=kharkiv kiev lviv odesa odessa;Europe/Lisbon=coimbra lisabon lisboa lisbona lisbonne lissabon lizbon lizbona porto лиссабон лісабон 리스본 リスホン 里斯本
Europe/Ljubljana=liubliana lubiana lublan lublana любляна 류블랴나 リュフリャナ 卢布尔雅那;Europe/London=bristol cardiff edinburgh glasgow leeds liverpool londen londra londres londyn lontoo manchester oxford лондон 런던 ロントン 伦敦
Europe/Luxembourg=lucemburk luksemburg lussemburgo luxemburg luxemburgo люксембург 룩셈부르크 ルクセンフルク 卢森堡;Europe/Madrid=barcelona bilbao catalonia madri madryt sevilla seville valencia мадрид 마드리드 マトリート 马德里
Europe/Malta=malte мальта 몰타 マルタ 马耳他;Europe/Mariehamn=maarianhamina мариехамн марієгамн 마리에함 マリエハムン 玛丽港
Europe/Minsk=минск мінськ 민스크 ミンスク 明斯克;Europe/Monaco=monako монако 모나코 モナコ 摩纳哥
Europe/Moscow=mosca moscou moscu moskau moskou moskova moskva moskwa saintpetersburg stpetersburg москва 모스크바 モスクワ 莫斯科;Europe/Oslo=bergen trondheim осло 오슬로 オスロ 奥斯陆
Europe/Paris=bordeaux grenoble lille lyon marseille nice parigi pariisi parijs pariz paryz strasbourg toulouse париж 파리 ハリ 巴黎;Europe/Podgorica=подгорица подгориця 포드고리차 ホトコリツァ 波德戈里察
Europe/Prague=brno praag prag praga praha прага 프라하 フラハ 布拉格;Europe/Riga=riika ryga рига 리가 リカ 里加
Europe/Rome=bologna florence milan milano naples rim rom roma rooma rzym turin venice рим 로마 ローマ 罗马;Europe/Samara=самара 사마라 サマラ 萨马拉
Europe/San_Marino=saintmarin санмарино 산마리노 サンマリノ 圣马力诺;Europe/Sarajevo=sarajewo saraybosna сараево сараєво 사라예보 サラエホ 萨拉热窝
Europe/Saratov=saratow саратов 사라토프 サラトフ 萨拉托夫;Europe/Simferopol=sinferopoli symferopol симферополь сімферополь 심페로폴 シンフェロホリ 辛菲罗波尔
Europe/Skopje=skopie uskup скопʼє скопье 스코페 スコヒエ 斯科普里;Europe/Sofia=sofie sofya софия софія 소피아 ソフィア 索非亚
Europe/Stockholm=estocolmo gothenburg malmo stoccolma stokholm sztokholm tukholma uppsala стокгольм 스톡홀름 ストックホルム 斯德哥尔摩;Europe/Tallinn=tallin tallinna таллин таллінн 탈린 タリン 塔林
Europe/Tirane=tiran tirana тирана 티라나 ティラナ 地拉那;Europe/Ulyanovsk=oulianovsk ulianovsk uljanovsk uljanowsk ульяновск ульянівськ 울리야노프스크 ウリヤノフスク 乌里扬诺夫斯克
Europe/Vaduz=вадуц 파두츠 ファトゥーツ 瓦杜兹;Europe/Vatican=cittadelvaticano elvaticano levatican vaticaanstad vaticano vatikaani vatikan vatikanen vatikanet vatikanstaten watykan ватикан 바티칸 ハチカン 梵蒂冈
Europe/Vienna=graz innsbruck linz salzburg viden viena vienne viyana wenen wieden wien вена відень 비엔나 ウィーン 维也纳;Europe/Vilnius=vilna wilno вильнюс вільнюс 빌니우스 ウィリニュス 维尔纽斯
Europe/Volgograd=volgogrado wolgograd волгоград 볼고그라트 ホルコクラート 伏尔加格勒;Europe/Warsaw=cracow gdansk krakow lodz poznan varsava varsavia varsova varsovia varsovie warschau warszawa wroclaw варшава 바르샤바 ワルシャワ 华沙
Europe/Zagreb=zagabria zagrzeb zahreb загреб 자그레브 サクレフ 萨格勒布;Europe/Zurich=basel bern curych geneva lausanne zurigo zurih zurique zurych цюрих цюріх 취리히 チューリッヒ 苏黎世
Indian/Antananarivo=antananarywa антананариву антананаріву 안타나나리보 アンタナナリホ 安塔那那利佛;Indian/Chagos=chagosarchipel czagos чагос чаґос 차고스 チャコス 查戈斯
Indian/Christmas=christmaseiland christmasisland christmasoya joulusaari juleoen julon navidad vanocniostrov weihnachtsinsel wyspabozegonarodzenia оврождества острівріздва 크리스마스 クリスマス島 圣诞岛;Indian/Cocos=cocoseilanden cocosislands kokosoarna kokosoveostrovy kokosoyene kookossaaret wyspykokosowe кокосовыеова кокосовіострови 코코스 ココス諸島 可可斯
Indian/Comoro=comoras comore comorerne comores komor komoren komorene komorerna komorit komory комори коморы 코모로 コモロ 科摩罗;Indian/Kerguelen=kerguelenoarna kerguelenovyostrovy kerguelensaaret wyspykerguelena кергелен керґелен 케르켈렌 ケルケレン諸島 凯尔盖朗
Indian/Mahe=махе маэ 마헤 マヘ 马埃岛;Indian/Maldives=maldivas maldive maldiven maldivene maldiverna maldiverne maldivler malediivit malediven maledivy malediwy мальдивы мальдіви 몰디브 モルティフ 马尔代夫
Indian/Mauritius=maurice mauricio mauricius маврикии маврикіи 모리셔스 モーリシャス 毛里求斯;Indian/Mayotte=majotta маиотта 메요트 マヨット 马约特
Indian/Reunion=lareunion lariunione reuniao реюньион реюньон 레위니옹 レユニオン 留尼汪;Pacific/Apia=апиа апіа 아피아 アヒア 阿皮亚
Pacific/Auckland=christchurch hamiltonnewzealand wellington окленд 오클랜드 オークラント 奥克兰;Pacific/Bougainville=wyspabougainvillea бугенвиль буґенвіль 부갱빌 フーケンヒル 布干维尔
Pacific/Chatham=chathamsaaret chathamskeostrovy chatnam чатем 채텀 チャタム 查塔姆;Pacific/Easter=easterisland iledepaques ilhadepascoa isladepascua osterinsel paaseiland paasiaissaari paskalyaadasi paskeoen paskeoya paskon pasqua velikonocniostrov wyspawielkanocna овпасхи острівпасхи 이스터섬 イースター島 复活节岛
Pacific/Efate=ефате эфате 에파테 エフェテ島 埃法特;Pacific/Fakaofo=факаофо 파카오푸 ファカオフォ 法考福
Pacific/Fiji=fidji fidschi fidzi figi fiyi фиджи фіджі 피지 フィシー 斐济;Pacific/Funafuti=фунафути фунафуті 푸나푸티 フナフティ 富纳富提
Pacific/Galapagos=galapagosoyene galapagy галапагосскиеова ґалапаґос 갈라파고스 カラハコス 科隆群岛;Pacific/Gambier=gambieroarna gambierovyostrovy gambiersaaret ilesgambier wyspygambiera гамбʼє овагамбье 감비어 カンヒエ諸島 甘比尔
Pacific/Guadalcanal=гуадалканал 과달카날 カタルカナル 瓜达尔卡纳尔;Pacific/Guam=гуам 괌 クアム 关岛
Pacific/Honolulu=hawaii гонолулу 호놀룰루 ホノルル 檀香山;Pacific/Kanton=canton kantonoya кантон 칸톤 カントン島 坎顿岛
Pacific/Kiritimati=киритимати кірітіматі 키리티마티 キリスィマスィ島 基里地马地岛;Pacific/Kosrae=косрае 코스레 コスラエ 库赛埃
Pacific/Kwajalein=кваджалеин 콰잘렌 クェセリン 夸贾林;Pacific/Majuro=маджуро 마주로 マシュロ 马朱罗
Pacific/Marquesas=marchesi markezy markizadalari markizy marquesaseilanden marquesasoarna marquesassaaret marquises маркизскиеова маркізькіострови 마퀘사스 マルキース 马克萨斯;Pacific/Midway=midwayoarna midwaysaaret мідвеи овамидуэи 미드웨이 ミットウェー島 中途岛
Pacific/Nauru=науру 나우루 ナウル 瑙鲁;Pacific/Niue=ниуэ ніуе 니우에 ニウエ 纽埃
Pacific/Norfolk=norfolkisland norfolkoya норфолк 노퍽 ノーフォーク島 诺福克;Pacific/Noumea=numea нумеа 누메아 ヌメア 努美阿
Pacific/Pago_Pago=пагопаго 파고파고 ハコハコ 帕果帕果;Pacific/Palau=palaos палау 팔라우 ハラオ 帕劳
Pacific/Pitcairn=pitcairnoarna pitcairnovyostrovy питкэрн піткерн 핏케언 ヒトケアン諸島 皮特凯恩;Pacific/Port_Moresby=портморсби портморсбі 포트모르즈비 ホートモレスヒー 莫尔兹比港
Pacific/Rarotonga=раротонга 라로통가 ラロトンカ 拉罗汤加;Pacific/Saipan=саипан 사이판 サイハン 塞班
Pacific/Tahiti=taiti таити таіті 타히티 タヒチ 塔希提;Pacific/Tarawa=taraua тарава 타라와 タラワ 塔拉瓦
Pacific/Tongatapu=тонгатапу 통가타푸 トンカタフ 东加塔布;Pacific/Wake=wakeisland веик уэик 웨이크 ウェーク島 威克
Pacific/Wallis=wallison уоллис уолліс 월리스 ウォリス諸島 瓦利斯
"""
"""A zone, `=`, and the names of cities in it, besides the one that it is called by."""

"""How reports name who speaks: verbs of speech, names, offices, descriptions without a name."""

from typing import Final

SPEECH: Final = (
    r"(?:sa(?:id|ys?)|(?:has |have |had )?(?:said|told)|tells?|told|added|announced|stated|confirm(?:ed|s)|"
    r"acknowledged|declared|"
    r"wrote|explained|claimed|claims|blamed|accused|insisted|promised|warned|argued|recalled|estimated|called|"
    r"described|denied|"
    r"puts? (?:the|their)|g(?:ives?|ave) the (?:number|toll|figure)|reveals?|praises|recalls|remembers|laugh(?:s|ed)|"
    r"jok(?:es|ed)|reports that|promises|noted|conceded|admitted|suggested|(?:has |have |had )(?:blamed|confirmed|"
    r"acknowledged|accused|denied)|"
    r"pointed the finger|rejected|rejects|think|thinks|believes|disputed|disputes|countered|replied|testified|"
    r"concluded|appealed|vowed|welcomed|urged|condemned|praised|suspects|suspected|demanded|revealed|disclosed|"
    r"recounted|remembered|stressed|emphasi[sz]ed|cautioned|predicted|hopes|fears|expects|doubts|insists|argues|"
    r"estimates|asserted|maintained|pledged|apologi[sz]ed|retorted|maintains|concedes|acknowledges|accuses|blames|"
    r"denies|adds|warns|declares|admits|confirms|argue|pinned|attributed|(?:also |"
    r"later )?held (?:[\w’'-]+ ){1,5}?responsible|pointed to|spoke of|speaks of|speak of|put it|"
    r"(?:was|were) quoted as saying|questioned|called for|alleged|alleges|contended|observed|remarked|related|"
    r"recounts|repeated|counted|counts|lists|listed|"
    r"agreed|answered|asked|begged|complained|continued|commented|contradicted|criticised|criticized|defended|"
    r"elaborated|indicated|informed|"
    r"lamented|mourned|paid tribute|protested|read out|reiterated|reported|specified|swore|thanked|verified|"
    r"went on|whispered|writes)"
)
CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-öø-ÿ][\w’'-]*"
_PARTICLE: Final = r"(?:al|el|bin|ibn|de|da|dos|del|van|von|ben|ul|der|la)"
NAME: Final = rf"{CAPITAL}(?: (?:[A-Z]\. )?(?:{_PARTICLE}[ -])?{CAPITAL}){{1,3}}"
TITLES: Final = (
    r"(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Cmdr|Rev|Sen|Gov|Rep|Insp|Supt|Judge|Justice|Bishop|"
    r"Archbishop|Father|Pastor|Imam|"
    r"Sheikh|Mawlawi|Colonel|General|Major|Captain|Lieutenant|Sergeant|Brigadier|Commander|Inspector|"
    r"Superintendent|Constable|"
    r"President|Prime Minister|Minister|Mayor|Governor|Senator|Professor|Chief|Commissioner|Prosecutor|"
    r"Ambassador|Spokesman|"
    r"Spokeswoman|Police|Interior|Defence|Defense|Foreign|Health|State|Army|Transport|Justice|"
    r"Deputy|King|Queen|Prince|Dame|Sir|Lord|Lady)"
)
OFFICE: Final = (
    r"(?:spokes(?:man|woman|person)|chief|governor|minister|mayor|judge|bishop|commander|prosecutor|official|"
    r"officer|superintendent|"
    r"colonel|general|brigadier|director|head|president|chairman|chairwoman|chair|editor|analyst|expert|"
    r"researcher|professor|fellow|"
    r"commissioner|coordinator|doctor|surgeon|administrator|inspector|deputy|secretary|ambassador|lawyer|"
    r"attorney|teacher|resident|"
    r"witness|eyewitness|survivor|trader|farmer|shopkeeper|driver|fisherman|receptionist|adviser|advisor|"
    r"senator|lawmaker|councillor|manager|archbishop|rabbi|monk|midwife|paramedic|detective|magistrate|counsel|"
    r"consul|envoy|"
    r"delegate|representative|consultant|engineer|mechanic|baker|tailor|barber|pharmacist|porter|firefighter|"
    r"rescuer|widow|widower|father|mother|brother|sister|son|"
    r"daughter|passenger|commuter|pilot|steward|stewardess|skipper|herder|shepherd|miner|welder|carpenter|clerk|"
    r"cashier|caretaker|watchman|"
    r"economist|sociologist|criminologist|pathologist|coroner|rector|principal|headmaster|headmistress|headteacher|"
    r"dean|lecturer|"
    r"leader|cleric|imam|elder|captain|major|lieutenant|sergeant|nurse|cook|student|nun|priest|historian|neighbour)"
)
_UNNAMED_ONE: Final = (
    r"(?:officials?|sources?|diplomats?|officers?|doctors?|nurses?|residents?|employees?|persons?|people|"
    r"spokes(?:man|woman|person)|aides?|advis[eo]rs?|"
    r"witness(?:es)?|eyewitness(?:es)?|survivors?|lawmakers?|commanders?|insiders?|investigators?|workers?|"
    r"villagers?|relatives?|members?|"
    r"soldiers?|medics?|supervisors?|managers?|engineers?|clerics?|activists?|prosecutors?|politicians?|"
    r"mediators?|negotiators?|executives?|students?|teachers?|traders?|shopkeepers?|drivers?|elders?|"
    r"neighbours?|neighbors?|guards?|paramedics?|surgeons?|rescuers?|firefighters?|farmers?|fishermen|fisherman|"
    r"shepherds?|herders?|merchants?|"
    r"passengers?|commuters?|pupils?|receptionists?|waiters?|cooks?|cleaners?|pastors?|priests?|nuns?|imams?|"
    r"monks?|lawyers?|judges?|detectives?|policem[ae]n|"
    r"agents?|analysts?|experts?|colleagues?|friends?|mother|father|widow|brother|sister|son|daughter|survivors?|"
    r"hostages?|captives?|"
    r"technicians?|contractors?|consultants?|representatives?|envoys?|ministers?|mayors?|councillors?|chiefs?|"
    r"leaders?|captains?|sailors?|pilots?|crew members?|stewards?)"
)
_ADJECTIVES: Final = r"(?:(?!(?:and|who|said|of|the)\b)[\w’'.-]+ ){0,4}?"
_FURTHER: Final = (
    r"(?:(?: (?:hired by|employed by|assigned to|close to|familiar with|with (?:direct )?knowledge of|briefed on|"
    r"involved in|present at|working (?:at|for|in)|in|at|of|from|with|on|for|near|on duty at)"
    r"(?: (?!(?:who|said|says|told|speaking|on condition|and)\b)[\w’'-]+){1,6}?)?"
    rf"(?=[,.;:\"“”]|$| (?:who|sa(?:id|ys?)|told|speaking|spoke|on condition|asking|reached|contacted|declin\w+|"
    r"request\w+|has|have|had|"
    rf"and|confirmed|put|described|added|pointed|blamed|not|cited|acknowledged|which|whose|in order|because)\b|"
    rf" {SPEECH}\b))"
)
DESCRIBED: Final = (
    rf"(?P<described>(?:\b[Aa]n?|\b[Oo]ne|\b[Aa]nother|\b[Tt]wo|\b[Tt]hree|\b[Ff]our|\b[Ss]everal|\b[Ss]ome|"
    rf"\b[Ss]enior|\b[Tt]he) "
    rf"{_ADJECTIVES}{_UNNAMED_ONE}\b{_FURTHER})"
)
BODY: Final = (
    r"(?P<body>(?:(?:[A-Z][\w’'-]+|federal|local|state|provincial|regional|national|public|central|"
    r"anti-terrorism|counter-terrorism|"
    r"military|health|home|interior|defence|defense|foreign|information|energy|petroleum|justice|security|"
    r"teachers[’']|city|district|"
    r"humanitarian|emergency|fire|hospital|government|police|army|prosecutor[’']s|US|UN|U\.S\.|"
    r"U\.N\.)(?: of the| of)? ){0,4}?"
    r"(?i:police|carabinieri|gendarmerie|army|military|prosecutors|prosecutor[’']s office|government|ministry|"
    r"directorate|department|officials|"
    r"residents|villagers|witnesses|eyewitnesses|investigators|authorities|union|Red Cross|Red Crescent|"
    r"service|services|(?<!news )agency|"
    r"office|council|authority|judiciary|squad|party|(?:naval |task |peacekeeping |multinational )force|coastguard|"
    r"coast guard|navy|air force|command|commission|hospital|court|company|operator|"
    r"owner|operators|embassy|medics|detectives|"
    r"authority|authorities|bureau|police force|management|federation|association|secretariat|United Nations|"
    r"White House|Kremlin|Pentagon|presidency|mission|ministry of (?:the )?\w+|survivors|"
    r"lawyers|doctors|rescuers|airline|university|prosecution|"
    r"(?:Monitor|Observatory|Watch|Commission|Committee)(?: (?:for|of|on)(?: the)? (?:[A-Z]\w+ ?){1,4})?))"
)
OUTLET: Final = (
    r"(?:\b(?:News Agency|News|Agency|Times|Post|Journal|Herald|Tribune|Radio|Television|TV|Press|Gazette|"
    r"Channel|Telegraph|Guardian|Echo|Courier|"
    r"Chronicle|Daily|Observer|Broadcasting|Wire|Ledger|Review|Mail|Star|Today|Standard|Diario)\b|^(?:Radio|"
    r"Diario|Agence|La|Le|El|Der|Die|De) )"
)
"""Words in, or at the beginning of, the names of outlets."""

_ASK: Final = (
    r"(?:declin|refus|ask|request|insist|wish|want|prefer|begg?|demand|agree|cho?os|plead|will|car)(?:e?d|ing|e|es|s)?"
)
_UNNAMED: Final = (
    r"(?:(?:named|identified|identify|quoted|unnamed|nameless|anonymous(?:ly)?|anonymity)\b|(?:his|her|"
    r"their) (?:real |full |last |sur)?(?:names?|identit(?:y|ies)))"
)
_SPEAK: Final = (
    r"(?:speak|brief|talk|comment|discuss|be quoted|disclose|share|address|describe|give interviews|release|reveal)"
)
_BARRED: Final = (
    rf"(?:(?:not|never|un) ?(?:been )?(?:authori[sz]ed|allowed|permitted|cleared|entitled|supposed|at liberty|free|"
    rf"empowered)(?: by [^.,;]{{3,30}}?)? to {_SPEAK}|(?:may|must|can)(?: not|not) {_SPEAK}|does not (?:allow|"
    rf"permit|let) (?:\w+ ){{1,3}}?to {_SPEAK}|"
    r"forbidden to (?:speak|talk|comment|brief|discuss)|"
    r"(?:barred|forbidden|prohibited|banned) from (?:speaking|talking|commenting|discussing|briefing))"
)
ANONYMITY: Final = (
    rf"(?:(?:on|under) (?:the )?condition (?:of anonymity|(?:that )?(?:of )?(?:not|he|she|they|his|her|their|"
    rf"nobody|no name))|{_ASK}\b[^.;,]{{0,40}}?{_UNNAMED}|"
    rf"(?:did|do|does|would|could|can|will|may|must) ?not\b[^.;,]{{0,25}}?\b(?:named|identified|quoted|names?)\b|"
    r"(?:granted|given|promised|guaranteed|offered) anonymity|"
    r"whose (?:real |full )?(?:names?|identit(?:y|ies)) (?:is|are|was|were|has|have|cannot|can ?not|must not|"
    r"may not|we|the|\w+ (?:is|are) not)\b|"
    r"(?:spoke|speaking|talking|talked|said)[^.;,]{0,20}? (?:anonymously|privately|off the record|on background|"
    r"without (?:being (?:named|quoted)|attribution|authori[sz]ation))|"
    r"(?:not|without)(?: wanting to)? be(?:ing)? named|(?:speak|spoke|speaking|talk|quoted) (?:only )?if not named|"
    r"(?:his|her|their) names?[^.;,]{0,20}? (?:published|printed|used|known|withheld|revealed|disclosed|mentioned|"
    r"left out)|g(?:ave|iving|ive) (?:only )?(?:no|his first|her first|their first|one) names?|gave only (?:his|"
    r"her|their) (?:first|given) names?|identif(?:ied|ying) (?:himself|herself|themselves) only|"
    rf"{_BARRED}|anonymously|(?:leave|leav(?:ing|e) out|keep|withh\w+)(?: \w+)? (?:his|her|their) names?)"
)
BARRED: Final = _BARRED
"""Not to be allowed to speak, which is a reason by itself."""

REASON: Final = (
    r"(?:because of|because|out of(?= [\w-]+)|for(?= (?:fear|reasons?|security|safety|(?:his|her|"
    r"their) (?:own )?(?:safety|life|job|security|family|career)))|in order (?:not )?to|so as(?: not)? to|so that|"
    r"under(?= [\w-]+ (?:[\w-]+ )?(?:rules|regulations|law|policy|protocol|guidelines))|in line with|"
    r"on the grounds? (?:that|of)|because|being(?= (?:not|forbidden|barred|under|afraid))|due to|owing to|"
    r"on account of|in view of|citing|given|fearing|lest|"
    r"as(?= (?:(?:he|she|they|it|his|her|their|the|an?|no)\b|[\w’']+ (?:was|were|is|are|has|have|had|could|would|"
    r"might)\b))|since(?= (?:the|he|she|they|it|his|her|their|an?)\b)|"
    r"because)"
)
REASON_TOO: Final = (
    r"(?:saying(?: that)?(?= (?:he|she|they|it|the|his|her|their)\b)|who(?= (?:fear|worr)\w+)|(?:in|when|"
    r"while)(?= (?:discussing|describing|sharing) )|"
    r"to(?= (?:discuss|speak|talk|describe|share|protect|avoid|preserve|be able|disclose|comment|address|safeguard|"
    r"recount)\b))"
)

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
    r"estimates|asserted|maintained|pledged|apologi[sz]ed|pointed to)"
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
    r"senator|lawmaker|councillor|manager|"
    r"leader|cleric|imam|elder|captain|major|lieutenant|sergeant|nurse|cook|student|nun|priest|historian|neighbour)"
)
_UNNAMED_ONE: Final = (
    r"(?:officials?|sources?|diplomats?|officers?|doctors?|nurses?|residents?|employees?|persons?|people|"
    r"spokes(?:man|woman|person)|aides?|advis[eo]rs?|"
    r"witness(?:es)?|eyewitness(?:es)?|survivors?|lawmakers?|commanders?|insiders?|investigators?|workers?|"
    r"villagers?|relatives?|members?|"
    r"soldiers?|medics?|supervisors?|managers?|engineers?|clerics?|activists?|prosecutors?|politicians?|"
    r"mediators?|negotiators?|executives?|students?|teachers?|traders?|shopkeepers?|drivers?|elders?|"
    r"neighbours?|neighbors?|guards?)"
)
_ADJECTIVES: Final = r"(?:(?!(?:and|who|said|of|the)\b)[\w’'.-]+ ){0,4}?"
_FURTHER: Final = (
    r"(?:(?: (?:close to|familiar with|with (?:direct )?knowledge of|briefed on|involved in|in|at|of|from|with|on)"
    r"(?: (?!(?:who|said|says|told|speaking|on condition|and)\b)[\w’'-]+){1,6}?)?"
    r"(?=[,.;:\"“”]|$| (?:who|sa(?:id|ys?)|told|speaking|spoke|on condition|asking|reached|contacted|declin\w+|"
    r"request\w+|has|have|had|"
    r"and|confirmed|put|described|added|pointed|blamed|not|cited|acknowledged|which|whose|in order|because)\b))"
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
    r"office|council|coastguard|coast guard|navy|air force|command|commission|hospital|court|company|operator|"
    r"owner|operators|embassy|medics|detectives|"
    r"United Nations|White House|Kremlin|Pentagon|presidency|mission|ministry of (?:the )?\w+|survivors|"
    r"lawyers|doctors|rescuers|airline|university|prosecution|"
    r"(?:Monitor|Observatory|Watch|Commission|Committee)(?: (?:for|of|on) (?:[A-Z]\w+ ?){1,4})?))"
)
OUTLET: Final = (
    r"(?:\b(?:News Agency|News|Agency|Times|Post|Journal|Herald|Tribune|Radio|Television|TV|Press|Gazette|"
    r"Telegraph|Guardian|Echo|Courier|"
    r"Chronicle|Daily|Observer|Broadcasting|Wire|Ledger|Review|Mail|Star|Today|Standard|Diario)\b|^(?:Radio|"
    r"Diario|Agence|La|Le|El|Der|Die|De) )"
)
"""Words in, or at the beginning of, the names of outlets."""

ANONYMITY: Final = (
    r"(?:on (?:the )?condition (?:of anonymity|that)|(?:declin|refus)(?:ed|ing) to (?:be (?:named|identified)|"
    r"give (?:his|her|their) names?)|"
    r"ask(?:ed|ing) (?:not to be (?:named|identified)|that (?:his|her|their) names? (?:be withheld|not be))|"
    r"request(?:ed|ing) anonymity|ask(?:ed|ing) for anonymity|(?:did|do|does) not (?:want|"
    r"wish) to be (?:named|identified)|"
    r"would not (?:be (?:named|identified)|give (?:his|her|their) names?)|(?:was|were) granted anonymity|"
    r"(?:can|could)(?:not| not) be (?:named|identified)|whose names? (?:is|are|was|"
    r"were) (?:being )?withheld|"
    r"(?:spoke|speaking|who spoke) anonymously|not authori[sz]ed to (?:speak|brief|talk|comment)|wish(?:ed|"
    r"ing) to remain anonymous|"
    r"insisted on anonymity|anonymously|would not be quoted(?: by name)?|"
    r"(?:begged|asked|wanted|insisted)(?: \w+){0,2} (?:to )?(?:leave|keep)(?:ing)?(?: out)? (?:his|her|their) names?)"
)
REASON: Final = (
    r"(?:because of|because|for fear|out of(?= (?:fear|concern))|for(?= fear)|in order to|"
    r"under(?= \w+ (?:rules|regulations|law))|due to|citing|as (?=(?:he|she|they) (?:was|were|is|are))|"
    r"as(?= (?:he|she|they) fear)|"
    r"since(?= (?:the|he|she|they|it)\b)"
    r"|for(?= (?:security|safety))|to(?= (?:discuss|speak|talk|describe|share)))"
)

# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""The words by which reports name somebody for an attack, ground by ground. ``attributions`` reads them."""

import re
from typing import Final

_DEED: Final = (
    r"(?:attack|bombing|blast|explosion|raid|assault|killing|shooting|operation|abduction|kidnapping|ambush|massacre|"
    r"hijacking|strike|murder|assassination|fire|arson|sabotage|siege|stabbing|action|incident|bomb|deed)s?"
)
DONE: Final = (
    r"(?:behind|responsible|carried out|carrying out|conducted|staged|perpetrated|planned|ordered|directed|mounted|"
    r"executed|organi[sz]ed|planted|launched|committed|orchestrated|masterminded)"
)
"""To have done it, as others and the doers say it."""

STRUCK: Final = (
    rf"(?:{DONE}|attacked|struck|hit|killed|shot|bombed|targeted|ambushed|stormed|raided|seized|taken|abducted|"
    r"kidnapped|captured|hijacked|burned|destroyed|blown up|detonated|fired|sabotaged|cut|set fire|executed|punished|"
    r"eliminated|shelled|stabbed|poisoned|detained|inside|laid|derailed|sunk|torched|felled|severed|shot down|"
    r"brought down)"
)
DID: Final = (
    rf"(?:{DONE}|involved|linked|traced|the work of|had a hand|link|loyal to|pledged allegiance|pledging|"
    rf"inspired by|(?:sworn|pledged) loyalty|"
    r"swore allegiance|belong(?:s|ed|ing)? to|members? of|part of|acted (?:for|on behalf of)|acting (?:for|"
    r"on behalf of)|"
    r"on (?:the )?(?:orders|behalf) of|in the name of|holding|holds|recruited by|trained by|sent by|ties to|"
    r"links to|affiliated|gave the orders?|ti(?:e|es|ed)\b[^.;]{0,40}? to|tying|connect(?:s|ed|ing)?|laid|set the|"
    r"paid for|"
    r"commission(?:ed)?|funded|financed|equipped|armed by|directed by|run by|"
    r"followers? of|supporters? of|sympathi[sz]ers? (?:of|with)|cells? of|fighters? (?:of|from)|did it|did this)"
)
_SELF: Final = (
    r"(?:it|they|he|its|their|the group(?:[’']s)?|one of (?:its|their)|two of (?:its|their)|a (?:\w+ )?(?:unit|"
    r"cell|squad) of (?:its|their)|we|our|us|one of (?:our|the group[’']s))"
    r"(?: [\w’'\"“”-]+){0,4}?"
)
_SAID: Final = (
    r"(?:said|says|saying|announced?|announcing|boast(?:ed|s|ing)?|declared?|declaring|claim(?:ed|s|ing)?|wrote|"
    r"posted|stated|asserted)"
)
_HAVE: Final = (
    r"(?:has |have |had |also |later |since |then |promptly |quickly |formally |publicly |immediately |now )*"
)
_WITHIN: Final = r"(?:(?:[^.;]|\.(?=\d))"

CLAIMS: Final = re.compile(
    rf"^{_WITHIN}{{0,100}}?[,\s])?{_HAVE}(?:claimed|claims|claiming|took|takes|taken|taking|accepted|admitted|asserted|"
    rf"assumed|avowed|acknowledged|own(?:ed|s) up to|put (?:its|their) name to|(?:took|taken) ownership of)"
    rf" (?:\w+ )?(?:responsibility|credit|(?:the|this|that|both|all|an?|its|{_DEED}) (?:[\w-]+ ){{0,4}}?{_DEED}|"
    rf"having)|"
    rf"^ (?:also )?(?:claim(?:ed|s) (?:it|them|both)\b|own(?:ed|s) up|(?:\w+ )?(?:declar(?:ed|es)|call(?:ed|s)|"
    rf"pronounced) (?:itself|themselves) responsible|boast(?:s|ed)? (?:of|about|that)|celebrated|"
    rf"hailed) ?|"
    rf"^{_WITHIN}{{0,90}}?[,\s])?{_SAID}(?: [^.;]{{0,60}}?)? (?:(?:that )?{_SELF} (?:was|were|are|is|had|have|"
    rf"has)? ?(?:\w+ )?{STRUCK}|"
    rf"[^.;]{{0,60}}?(?:carried out|conducted|executed|planted|launched|the work of) (?:by )?(?:it|its|their|"
    rf"one of its) ?(?:[\w-]+ )?|"
    rf"[^.;]{{0,80}}?(?:in|as|was|were) (?:an act of )?(?:revenge|retaliation|retribution|response to|reprisal)|"
    rf"[^.;]{{0,40}}?to avenge)|"
    rf"^[^.;]{{0,60}}? (?:describ|call|present|hail)(?:ed|es|ing|s) (?:the |this )?(?:[\w-]+ ){{0,2}}?(?:{_DEED}|"
    rf"it) (?:as )?"
    rf"(?:an? |in )?(?:\w+ )?(?:revenge|retaliation|retribution|response|reprisal|punishment|martyrdom|blessed|heroic)|"
    r"^[^.;]{0,80}? (?:issued|released|published|posted|broadcast|uploaded|circulated) [^.;]{0,40}?(?:video|"
    r"footage|images|photographs|recording|pictures)"
    r"[^.;]{0,60}? (?:showing|of|in which|that shows?|purporting)|"
    rf"^{_WITHIN}{{0,90}}?[,\s])?{_SAID} [^.;]{{0,60}}?(?:was|were) (?:\w+ )?(?:of )?(?:its|"
    rf"their) (?:[\w-]+ )?(?:soldiers?|fighters?|m[ae]n|members?|supporters?|martyrs?)|"
    rf"^[’']s? [^.;]{{0,60}}?claim(?:ed|s|ing)? (?:of )?(?:responsibility|credit)"
)
"""After the name: it says that it did it."""

CLAIMED_BY: Final = re.compile(
    r"(?:claimed|[Rr]esponsibility|credit|claim|avowed|admitted)(?! that)\b[^.;]{0,60}? (?:by|in the name of|"
    r"on behalf of|for|from|"
    r"signed|attributed to)(?: (?:the|an?|militants from|fighters of|fighters from|the (?:[\w-]+ ){0,3}group))?$"
)
"""Before the name: somebody claimed it in that name."""

SIGNED: Final = re.compile(
    r"\b(?:leaflets?|notes?|letters?|messages?|posters?|graffiti|statements?|communiqu[eé]s?|e-?mails?|videos?|posts?|"
    r"pamphlets?|banners?|recordings?)\b[^.;]{0,60}? "
    r"(?:(?:was|were) signed(?: by)?|signed by|(?:bore|bears?|bearing|carried|carrying|with) the (?:signature|name|"
    r"logo|emblem|seal|initials) of|"
    r"in the name of)(?: the)? $",
    re.IGNORECASE,
)
STATED: Final = re.compile(
    r"\b(?:statement|communiqu[eé]|video|audio message|recording|message|post|e-?mail)\b[^.;]{0,40}? (?:from|by|of|"
    r"attributed to)(?: the)? $",
    re.IGNORECASE,
)
"""A statement of theirs; what it says stands after the name."""

HOLDS: Final = re.compile(r"\bh(?:old|olds|eld|olding)(?: the)?(?: [a-z-]+){0,3} $")
MEMBER: Final = re.compile(r"\b(?:as (?:an? )?(?:members?|fighters?|cell)|on (?:the )?(?:orders|behalf)) of(?: the)? $")
_MATTER: Final = (
    r"(?:involvement|involved|responsible|responsibility|role|part|hand|link|links|ties|connection|accusations?|"
    r"allegations?|charges?|carried out|anything to do|(?:it|they) (?:was|were) (?:behind|responsible)|claims?|"
    r"blame|complicity|report|"
    r"suggestions?|participation|having|any such|knowledge|being behind|being responsible|it\b|this\b)"
)
DENIES: Final = re.compile(
    rf"^{_WITHIN}{{0,90}}?[,\s])?{_HAVE}(?:(?:denied|denies|denying|deny|rejected|rejects|rejecting|disavow(?:ed|"
    rf"s)|disowned|"
    rf"disputed|disputes|dismissed|dismisses|repudiated|refuted|refutes|disclaimed)(?: that)?(?: it had| it was|"
    rf" they were| having| any| all| an?y?| as)?"
    rf" (?:[\w’'-]+ ){{0,5}}?{_MATTER}|"
    r"(?:disowned|disavowed|repudiated)\b|(?:distanced|dissociated) (?:itself|themselves) from|washed its hands|"
    r"(?:said|says|insisted|insists|maintained) (?:that )?[^.;]{0,40}?(?:it|they|its \w+|their \w+|the group|"
    r"none of its \w+|no one from the group) (?:knew|knows?|had|has|have|was|were|did|do|does|took|would)"
    r" (?:nothing|no (?:part|role|hand|involvement|connection|link|knowledge|fighters|men|presence)|not|never|"
    r"neither|not have|any)\b|"
    r"(?:said|says|saying) [^.;]{0,40}?(?:is|was|are|were) (?:not|never|neither) (?:and never )?(?:was |"
    r"were )?(?:one|any|a member|members|part|among) of|"
    r"(?:said|says|insisted) (?:that )?(?:none of its \w+|no (?:fighter|member|unit|man) of (?:its|the))|"
    r"(?:call|describ|brand|denounc)(?:ed|es|s) (?:the |this |these |that )?(?:\w+ )?(?:accusations?|charges?|"
    r"allegations?|claims?|reports?|suggestions?) (?:as )?[\"“‘]?(?:an? )?(?:\w+ )?"
    r"(?:lies?|false|baseless|fabricat\w+|nonsense|absurd|slander|propaganda|untrue|unfounded|invention|ridiculous))"
)
DENIED_BY: Final = re.compile(
    r"\b(?:denied|rejected|disowned|disavowed|denial|dismissed)\b[^.;]{0,40}? (?:by|from)(?: the|"
    r" a spokes\w+ for(?: the)?)? $",
    re.IGNORECASE,
)
NO_CLAIM: Final = re.compile(
    r"\b(?:no (?:\w+ ){0,3}?(?:claim|claims|group|groups|one|organi[sz]ation)|nobody|none|no-one|neither|not (?:been |"
    r"yet |immediately )*(?:claimed|commented|claim|said))\b",
    re.IGNORECASE,
)
ANALYST: Final = re.compile(
    r"\b(?:analysts?|experts?|researchers?|professor|fellow|historian|scholar|hallmarks?|look(?:s|ed) like the work|"
    r"consistent with|signature of|academic|lecturer|specialist|think[- ]tank|consultant|institute|who (?:studies|"
    r"researches|teaches|follows|tracks|monitors|writes on|has written))\b",
    re.IGNORECASE,
)
FINDERS: Final = re.compile(
    r"^[^.;]{0,80}?, (?:the )?(?:[\w-]+ ){0,2}?(?:squad|investigators|prosecutors|detectives|unit|commission|"
    r"inquiry|task force) (?:said|says|say|believe)\b"
)
"""After a name: that it is investigators who say so."""

INQUIRY: Final = re.compile(r"\b(?:panel|commission|inquiry|enquiry|committee|report)\b", re.IGNORECASE)
HALLMARK: Final = re.compile(
    r"\b(?:hallmarks?|signature|trademark|stamp|style|tactics?|methods?|playbook|handwriting|pattern|modus operandi) "
    r"(?:\w+ ){0,3}?(?:of|used by|was|"
    r"were|is|are)\b|hallmarks|point(?:s|ed|ing)? to|"
    r"(?:fits|matches|resembles|recalls)\b"
)
COURT: Final = re.compile(
    r"\b(?:court|judges?|jury|tribunal|verdict|ruling)\b[^.;]{0,160}?\b(?:established|satisfied|beyond (?:any "
    r")?(?:reasonable )?doubt|found|convicted|convicting|sentenced|"
    r"sentencing|ruled|guilty|jailed|held|"
    r"concluded)\b|\b(?:convicted|found guilty|sentenced)\b",
    re.IGNORECASE,
)
COURT_AFTER: Final = re.compile(
    r"^[^.;]{0,80}?\b(?:were|was|have been|has been) (?:\w+ )?(?:convicted|found guilty|sentenced|jailed)\b"
)
INTELLIGENCE: Final = re.compile(
    r"\b(?:intelligence|spy agenc(?:y|ies)|security services?|highly likely|moderate confidence|high confidence|"
    r"low confidence|intercept(?:s|ed)|"
    r"(?:Western|US|American|European|British|French|defen[cs]e|security) officials? (?:\w+ )?(?:assess|believe|"
    r"conclude)|counter-?terrorism officials?|"
    r"(?:assessed|assesses|assessment) )",
    re.IGNORECASE,
)
INVESTIGATION: Final = re.compile(
    r"\b(?:prosecutors?|investigators?|detectives|inquiry|enquiry|panel|commission|investigations?|police|"
    r"forensic \w+|coroner|inspector|committee|tribunal|office (?:suspects|believes)|(?:security|investigati\w+|"
    r"homicide|counter-?terrorism|murder|crime) (?:team|unit|squad|branch)|task force|"
    r"prosecution|indictment|charge sheet|federal agents|examining magistrate|evidence|investigating judge|"
    r"LKA|BKA|FBI|RCMP|NIA|CTD|Mounties|carabinieri|gendarmes|state attorney|district attorney|examining|"
    r"fingerprints|DNA|(?:an? |the |its |official )(?:\w+ )?report)\b",
    re.IGNORECASE,
)
SUSPECTS: Final = re.compile(
    r"\b(?:suspect(?:s|ed|ing)?|suspicion|believ(?:es?|ed|ing)|assum(?:es?|ed|ing)|think|thinks|link(?:ed|s|ing)?|"
    r"trac(?:ed|es|ing)|determin(?:ed|es)|ascertained|satisfied|point(?:s|ed)? to|"
    r"attribut(?:ed|es|ing)|identified|establish(?:ed|es)|concluded|h(?:old|olds|eld) )\b",
    re.IGNORECASE,
)
"""What an investigator does who names somebody; said by others it accuses."""

ACCUSES: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing|e)|point(?:ed|s|ing)? (?:to|at)|hold(?:s|ing)?$|la(?:id|ys|ying) (?:the )?blame|"
    r"accus(?:ed|es|ing|ations?)|"
    r"suspect(?:s|ed|ing)?|suspicions?|point(?:ed|s|ing) the finger|attribut(?:ed|es|ing)|alleg(?:ed|es|ing)|"
    r"held? (?:\w+ ){0,4}responsible|see the hand|pinned|fingerprints of|handiwork|said (?:[\w-]+ ){0,6}(?:was|"
    r"were) behind|"
    r"linked|tagg(?:ed|ing)|singl(?:ed|ing) out|fingered|(?:is|was|were) (?:that|those) of|in the style of|culprits|"
    r"the work of|blame (?:fell|falls|has fallen)|fell on|named|denounced|charged|assum(?:es?|ed)|ascribed|"
    r"put down to|the hand of|"
    r"bear(?:s|ing)? the mark|[Ii]t (?:was|is)(?= (?:the )?$)|believ(?:ed?|es) to (?:be|have been|belong)|culprits?)\b",
    re.IGNORECASE,
)
ACCUSED: Final = re.compile(
    r"^[^.;]{0,60}?\b(?:was|were|is|are|being|been)\b[^.;]{0,30}?\b(?:suspected|suspects?|blamed|accused|"
    r"held responsible|named|"
    r"believed|thought|to blame)\b",
    re.IGNORECASE,
)
HAD_DONE: Final = re.compile(
    rf"^,? (?:militants |fighters |rebels |members |men )?(?:(?:was|were|is|are|had been|"
    rf"have been) (?:\w+ )?(?:behind|responsible)|"
    rf"(?:had |have |has )?{STRUCK})\b",
    re.IGNORECASE,
)
"""After a name: that they did it, which accuses where somebody says so."""

MEDIUM: Final = re.compile(
    r"\b(?:video|recording|audio|voice message|(?:tele)?phone call|caller|called|letter|leaflets?|note|statement|"
    r"message|communiqu[eé]|(?:online|web) post|text)\b",
    re.IGNORECASE,
)
"""What the doers speak through: whoever says there that they did it claims it for them."""

BELONG: Final = re.compile(
    rf"\b(?:attackers?|gunm[ae]n|bombers?|those|assailants?|m[ae]n|wom[ae]n|suspects?|driver|killers?|"
    rf"perpetrators?|s?he|they|pair|"
    rf"two|three|four|raiders|kidnappers|hijackers?|captors|militants|cell|{_DEED})\b[^.;]{{0,60}}? "
    rf"(?:belong(?:s|ed|ing)? to|members? of|fighters? (?:of|from)|linked to|loyal to|acting for|follow(?:ers? of|"
    rf"ed)|part of|acted for|"
    rf"{DONE} by|sent by|on (?:the )?(?:orders|behalf|instructions) of|fired by|launched (?:[\w ]+ )?by|made by|"
    rf"flown by)(?: (?:members|fighters|militants|men|a cell|a unit|an? \w+ cell|gunmen|an offshoot|"
    rf"a faction) (?:of|from))?(?: the)? $",
    re.IGNORECASE,
)
"""Before a name: that whoever did it was of theirs."""

SPOKE: Final = re.compile(r"\b(?:said|says|saying|claimed|claiming|declared|declaring)\b")
SAID: Final = re.compile(
    r"\b(?:said|says|told|according to|announced|declared|insisted|stated|found|concluded|established|suspects?|"
    r"claimed|claims|believe[sd]?|added|wrote|alleged)\b|[\"“”]",
)
ACCUSER: Final = re.compile(r"^(?:[^.;,]{0,20} )?(?:blamed|accused|condemned|denounced)\b")
RATHER: Final = re.compile(
    r"(?:rather than|instead of|and not|not the work of|not by|unlike|fighting|against|rivals? of|"
    r"offensive against|war on|operations? against|"
    r"talks with|ceasefire with|truce with|clash(?:es|ed) with|battles? with|peace (?:accord|deal|agreement) with|"
    r"no (?:link|evidence)[^.;]{0,30})(?: (?:of|the|by|to|with))*\s*$",
    re.IGNORECASE,
)
CONFIDENCE: Final = re.compile(
    r"\b(?:highly likely|very likely|likely|almost certain(?:ly)?|probabl[ey]|(?:low|moderate|"
    r"high)(?: to high)? confidence|believed|suspected|apparently|possibly|allegedly|presumably)\b",
    re.IGNORECASE,
)
UNSURE: Final = re.compile(r"\bno (?:evidence|proof|indication|sign)\b", re.IGNORECASE)
_BODY: Final = (
    r"(?:group|faction|movement|organi[sz]ation|militants|rebels|insurgents|jihadists|separatists|guerrillas|militia|"
    r"network|cell|party|extremists|fighters|insurgency|outfit|gang|organi[sz]ation|brigade|squad|ring)"
)
POINTS_BACK: Final = re.compile(
    rf"^\(?(?:[\"“][^\"”]*[\"”],? )?(?:(?:In|On|Through|Via) [^,]{{3,80}}, )?(?P<back>It|They|"
    rf"[Tt]he (?:\w+ )?{_BODY}|The Front|Its \w+|Their \w+)\b|"
    rf"\b(?P<inner>the (?:(?!rival|other|aid|rights|charity|humanitarian|monitoring|advocacy|family|tour|second|"
    rf"another|opposition|"
    rf"governing|ruling|drug|joint|whole)[\w-]+ ){{0,2}}?{_BODY})\b"
)
_NAME: Final = r"[A-ZÀ-Þ][\w’'-]+(?: (?:of (?:the )?|the |for |al-)?[A-ZÀ-Þ][\w’'-]+)"
NEW: Final = tuple(
    re.compile(form)
    for form in (
        (
            rf"\b(?:group|faction|organi[sz]ation|cell|movement|militants?|network|militia|outfit|gang|band)\b"
            rf"(?:[^.;]{{0,40}}?(?:call(?:ing|s|ed) (?:itself|themselves)|known as|named|under the name|"
            rf"styling itself))?"
            rf" (?:the )?[\"“‘']?(?P<name>{_NAME}{{0,4}})"
        ),
        (
            rf"\b(?:unknown|known|new|shadowy|obscure|fringe) (?:[\w-]+ ){{0,3}}?(?:group|faction|organi[sz]ation|cell|"
            rf"movement|militia|network), (?:the )?(?P<name>{_NAME}{{0,4}})"
        ),
        (
            rf"\b(?:claimed|[Rr]esponsibility|claim)\b[^.;]{{0,40}}? (?:by|for|from|"
            rf"in the name of)(?: the)? (?P<name>{_NAME}{{1,4}})"
        ),
        (
            rf"(?:^|[.:;\]] ?|\b[Tt]he )(?P<name>{_NAME}{{1,4}}) (?:has |had )?(?:claim(?:s|ed)|takes?|took|boasts?|"
            rf"boasted|denie[sd]|admits?|"
            rf"admitted) (?:of )?(?:the )?(?:responsibility|credit|{_DEED}|involvement)"
        ),
        rf"\b(?:member|members|fighters|orders|behalf) of the (?P<name>{_NAME}{{1,4}}),? (?:which|a|an)\b",
    )
)
"""Names that the record does not know: called a group, or by what only a group does."""

RELATIVE: Final = re.compile(r"^, (?:to|of) which [^.;]*?\b(?:belong(?:ed|s)?|members?)\b")

"""Demonstration data: widely documented incidents, entered as an editor would. Not for citation.

Every file in ``data/`` is a JSON object with any of these lists; keys are unique over all files and refer across files.

``publishers``: key, name, kind, country, languages, owner, reliability (A-F), reliability_reason.
``sources``: key, publisher, kind, title, lang, authors, published (EDTF date, or "" where unknown), url ("" where not
certain), access, credit, derived_from ([{source, kind}]), verified (the page, or a catalogue entry with this very title,
was read when the entry was written; false: known bibliography). A title in square brackets is supplied by us, as a
cataloguer does, because the page's own was not shown.
``speakers``: key, naming, name, role, organisation, description (verbatim), actor, anonymity_reason, directness.
``actors``: key, name, kind, active_from, active_to (EDTF), note, aliases ([{name, lang, used_by}]), relations ([{to, kind,
citations}]).
``incidents``: key, title, state, summary ([{text, sources}]), date (edtf, precision, timezone, citation), also_dated, place
(name, country, province, precision, at: [lat, lon] of the named place, point: [lat, lon] only where the site itself is well
known, neighbourhood, method, citation), also_placed, attack_types, weapon_types, target_types, tactics, coded_citation (for
these four), casualties, resolve ({field: {policy, reason}}), attributions, warnings, statements, links, aftermath, media,
criteria, parts (incidents this one is made of), and for unfinished work work_note, work_field and withdraw_reason.

A citation is {source, quote, locator, stance, speaker, said_on, reported_on}: the quote is verbatim, at most 300
characters, and empty where we have not read the sentence itself; the locator then says how far we can point. A casualty's
``verbatim`` holds the source's words, or is empty where the figure is common knowledge about a work we cite as a whole.
``set`` tells, in the Kerman record, what the first report says ("report") from what came to be known later ("later").

No figure, title, address or sentence is invented; what is not certain is left out. No data of GTD or ACLED is used.
"""

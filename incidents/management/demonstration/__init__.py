"""Demonstration data: widely documented incidents, entered as an editor would. Not for citation.

Every file in ``data/`` is a JSON object with any of these lists; keys are unique and refer across files.

``publishers``: key, name, kind, country, languages, owner, reliability (A-F), reliability_reason.

``sources``: key, publisher, kind, title, lang, authors, published (a day, a month, a year, or "" where not known), url
("" where not certain), access, credit, rights, derived_from ([{source, kind}]), verified (true: the page, or an entry
with this very title elsewhere, was read when the entry was written; false: known bibliography). A title in square
brackets is supplied, as a cataloguer does it, because the page's own heading was not shown.

``speakers``: key, naming, name, role, organisation, description (verbatim), actor, anonymity_reason, directness.

``actors``: key, name, kind, active_from, active_to (EDTF), note, aliases ([{name, lang, used_by}]), relations ([{to,
kind, citations}]).

``incidents``: key; title; formerly (titles under which it was entered before); state; summary ([{text, sources}], a
source by its key or as a citation); date and also_dated (when in words or EDTF, precision, timezone, citation); place
and also_placed (name, kind, country, province, precision, at: [lat, lon] of the named place, point: [lat, lon] of the
site where it is well known, neighbourhood, method, citation); attack_types, weapon_types, target_types, tactics and
coded_citation for these four; casualties; resolve ({field: {policy, reason}}); attributions; warnings; statements;
links; criteria; parts, the incidents it is made of; and for work that is not finished work_note, work_field and
withdraw_reason.

A citation is {source, quote, translation, locator, stance, speaker, said_on, reported_on}. The quote is verbatim, at
most 300 characters, and empty where the sentence itself was not read; the locator then says how far one can point. The
``verbatim`` of a casualty holds the source's words, or is empty where a work is cited for a figure as a whole. ``set``
tells in the Kerman record what the first report says ("report") from what came to be known later ("later").

No figure, title, address or sentence is invented; what is not certain is left out. No data of GTD or ACLED is used.
"""

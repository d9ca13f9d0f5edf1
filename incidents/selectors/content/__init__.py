"""Everything public about an incident, as one document: what reviewers approve, versions keep and readers see.

The document's keys are a public contract (``SCHEMA``). It holds plain JSON values only and nothing of the desk: no
person's name, no time of work, no confidential source and nothing that rests on one alone, no position finer than its
precision class. It has no id and no version number either, so that the hash an approval names is over what was seen.
"""

from incidents.selectors.content.document import SCHEMA, content_hash, public_content

__all__ = ["SCHEMA", "content_hash", "public_content"]

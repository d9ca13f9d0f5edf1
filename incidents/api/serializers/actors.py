"""Those who are named, as the document of a version tells of them."""

from rest_framework import serializers

from incidents.api.serializers.claims import CitationSerializer
from incidents.api.serializers.fields import term, words
from incidents.api.serializers.values import Document
from incidents.choices import ActorKind, ActorRelationKind


class AliasSerializer(serializers.Serializer[Document]):
    """Another name that somebody goes by."""

    name = words()
    lang = words("The language of the name (BCP 47), where it is known.")


class ActorTieSerializer(serializers.Serializer[Document]):
    """How somebody stands to somebody else, and who says so."""

    kind = term(ActorRelationKind)
    kind_text = words()
    other = words("The short name of the other.")
    other_name = words()
    since = words("From when, in EDTF; empty where nobody says.")
    until = words("Until when, in EDTF; empty where nobody says.")
    citations = CitationSerializer(many=True)


class ActorSerializer(serializers.Serializer[Document]):
    """Somebody who is named. Naming is not a finding."""

    actor = words("The short name, as in `attribution.actors`.")
    name = words()
    kind = term(ActorKind)
    kind_text = words()
    aliases = AliasSerializer(many=True)
    relations = ActorTieSerializer(many=True)

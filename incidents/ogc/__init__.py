"""OGC API – Features under ``/ogc/``: the published record, for geographic information systems.

It stands on the API, whose errors, limits and cursors it shares, and on the downloads, whose columns are the properties
of a feature. What is found is what ``filters`` and, in CQL2, the ``queryables`` of a collection say, and nothing else.
"""

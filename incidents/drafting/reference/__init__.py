"""How writing describes itself: an OpenAPI document of its own, and the page that people read. Both are open.

It is not in the document of reading: whoever makes a client from that gets no method that takes a key, and what it
says of every address there (open, any origin, to be kept by caches) holds for none of these.
"""

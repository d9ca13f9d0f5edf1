"""Ask other sites: ``asking`` at the desk, ``working`` and ``polling`` in the worker, which fetches.

``requesting`` makes the one request that ``getting`` and ``posting`` are; nothing that answers people imports these.
"""

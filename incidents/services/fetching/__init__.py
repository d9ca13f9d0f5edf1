"""Fetch what stands at an address: ``asking`` at the desk, ``working`` and ``polling`` in the worker.

``getting`` makes the one request that a fetch is; nothing that answers people imports it.
"""

"""Fetch what stands at an address: ``asking`` for it at the desk, ``working`` on it and ``polling`` feeds in the worker.

``getting`` makes the one request that a fetch is; nothing that answers people imports it.
"""

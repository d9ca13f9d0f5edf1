"""Attest on one machine, with nothing prepared: what stands behind every command of the Makefile.

Written with the standard library alone, because it runs before anything is installed.
"""

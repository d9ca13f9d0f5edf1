"""Resolve: decide the value the public sees for each field, and say why."""

from incidents.services.resolution.resolving import choose, resolve_incident

__all__ = ["choose", "resolve_incident"]

"""Tiles are tried on the record that downloads are tried on, with every class of precision."""

from tests.exchange.conftest import every_precision, record

__all__ = ["every_precision", "record"]

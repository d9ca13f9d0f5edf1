"""What the shapes are made from: an incident that is much told, and every class of precision."""

from tests.exchange.conftest import every_precision
from tests.public.conftest import much_told, story

__all__ = ["every_precision", "much_told", "story"]

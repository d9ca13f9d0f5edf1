"""The frame of public pages, and our addresses as they are cited."""

from incidents.presenting.frame import LICENCE_NAME, absolute, frame

__all__ = ["LICENCE_NAME", "absolute", "frame"]

"""An incident as objects of STIX 2.1, made from its public document and nothing else."""

from incidents.presenting.stix.bundle import MEDIA_TYPE, bundle, bundle_id, bundled
from incidents.presenting.stix.naming import Told, stix_id
from incidents.presenting.stix.telling import tell

__all__ = ["MEDIA_TYPE", "Told", "bundle", "bundle_id", "bundled", "stix_id", "tell"]

"""Where GeoDjango finds GDAL and GEOS: in the wheels that pip installed, else on the system.

The pyogrio wheel brings GDAL with its data, the shapely wheel brings GEOS. Debian's GDAL is not needed, and its
version does not matter. Call :func:`use_bundled_libraries` before anything imports ``django.contrib.gis``.
"""

import importlib.util
import os
from pathlib import Path


def package_folder(name: str) -> Path | None:
    """The folder of an installed package, found without importing it."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def bundled_library(package: str, pattern: str) -> str | None:
    """The shared library that matches ``pattern`` beside ``package``, as ``auditwheel`` lays it down."""
    folder = package_folder(package)
    if folder is None:
        return None
    found = sorted((folder.parent / f"{package}.libs").glob(pattern))
    return str(found[0]) if found else None


def use_bundled_libraries() -> dict[str, str]:
    """Point PROJ and GDAL at the data in the wheel, and return the Django settings that name the libraries.

    An empty answer means that no wheel carries them, and GeoDjango looks for the system's.
    """
    gdal, geos = bundled_library("pyogrio", "libgdal*"), bundled_library("shapely", "libgeos_c*")
    pyogrio = package_folder("pyogrio")
    if not (gdal and geos and pyogrio):
        return {}
    for variable, folder in (("PROJ_DATA", "proj_data"), ("GDAL_DATA", "gdal_data")):
        os.environ.setdefault(variable, str(pyogrio / folder))
    return {"GDAL_LIBRARY_PATH": gdal, "GEOS_LIBRARY_PATH": geos}

"""Files to capture, as small as they come."""

import io
import zlib
from pathlib import Path

from django.conf import settings
from PIL import Image

ARTICLE = "US warned Iran of a threat. The attack killed nearly 100 people, and scores were wounded."


def page(words: str = ARTICLE, title: str = "A report") -> bytes:
    """A saved web page."""
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><title>{title}</title></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1><p>{words}</p></article>"
        "<script>alert(1)</script></body></html>"
    ).encode()


def pdf(words: str = ARTICLE, *, pages: int = 1, stream: bytes = b"") -> bytes:
    """A PDF whose pages all say the same; ``stream`` is one more object, deflated."""
    shown = f"BT /F1 12 Tf 40 700 Td ({words}) Tj ET".encode()
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
    ]
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >>"
    leaf += b" >> >>"
    objects += [leaf] * pages
    if stream:
        packed = zlib.compress(stream, 9)
        objects.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed))
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    """A PDF file of these objects, with the table of where each begins."""
    out, begins = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        begins.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % begin for begin in begins)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def image(kind: str = "PNG", size: tuple[int, int] = (8, 8)) -> bytes:
    """A white image."""
    out = io.BytesIO()
    Image.new("1" if kind in {"PNG", "TIFF"} else "RGB", size, 1 if kind in {"PNG", "TIFF"} else "white").save(
        out, kind
    )
    return out.getvalue()


def stored() -> list[Path]:
    """Every file in the store."""
    root = Path(settings.ATTEST_CAPTURES_ROOT)
    return sorted(path for path in root.rglob("*") if path.is_file())


def damage(path: Path, data: bytes = b"something else") -> None:
    """Change a stored file, as somebody with access to the disk could."""
    path.chmod(0o600)
    path.write_bytes(data)

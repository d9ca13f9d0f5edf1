"""Where templates and style sheets are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
COMPONENTS = TEMPLATES / "components"
CSS = ROOT / "static" / "css"

templates = sorted(TEMPLATES.rglob("*.html"))
components = sorted(COMPONENTS.glob("*.html"))
sheets = sorted(CSS.glob("*.css"))

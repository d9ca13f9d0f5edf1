"""One request as programs write it. Each prints what is answered, whatever its form."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Language:
    """The words before and after the address, which stands between quotes and holds none itself."""

    id: str
    label: str
    before: str
    after: str


LANGUAGES: Final = (
    Language("curl", "curl", "curl '", "'"),
    Language(
        "python",
        "Python",
        'from urllib.request import urlopen\n\nwith urlopen("',
        '") as answer:\n    print(answer.read().decode())',
    ),
    Language("r", "R", 'writeLines(readLines("', '", warn = FALSE))'),
    Language("javascript", "JavaScript", 'const answer = await fetch("', '");\nconsole.log(await answer.text());'),
)

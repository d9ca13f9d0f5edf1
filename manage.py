#!/usr/bin/env python
"""Django's command line, with the development settings unless another module is named."""

import os
import sys
from collections.abc import Sequence


def needs_no_database(arguments: Sequence[str]) -> bool:
    """Whether a command works on what it is given alone: a dump is checked on machines that have nothing else."""
    name, *options = arguments[1:] or [""]
    return name == "new_checkpoint_key" or (
        name == "verify_record" and any(option.partition("=")[0] == "--dump" for option in options)
    )


def main() -> None:
    module = "offline" if needs_no_database(sys.argv) else "development"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{module}")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

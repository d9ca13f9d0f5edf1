"""Django's ``migrate``, and after it the rights of the database roles: nobody can do the one and forget the other."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from incidents.management import grants


class Command(migrate.Command):
    """Migrate, then give each role its rights."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Run Django's command and apply ``incidents.management.grants``."""
        super().handle(*args, **options)
        if options["plan"] or options["check_unapplied"]:
            return
        count = grants.apply(connections[options["database"]])
        if options["verbosity"] > 0:
            self.stdout.write(f"  Rights of the database roles given on {count} tables.")

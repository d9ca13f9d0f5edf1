"""Who runs the private cluster. PostgreSQL refuses to run as root, so root hands it to an account without rights."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from deploy.local.commands import succeeds
from deploy.local.progress import Failure

CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """The user that owns the cluster's files, and the words before a command that make it run as that user."""

    name: str
    user: int
    group: int
    prefix: tuple[str, ...]

    def can_enter(self, folder: Path) -> bool:
        """Whether this user may pass through ``folder``, which it need not own."""
        return succeeds([*self.prefix, "test", "-x", str(folder)])

    def own_folder(self, folder: Path) -> None:
        """Make ``folder`` this user's alone. One that another user put there first is refused."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in {os.getuid(), self.user}:
            message = f"{folder} belongs to somebody else. Remove it, then start again."
            raise Failure(message)
        os.chown(folder, self.user, self.group)
        folder.chmod(0o700)


def account() -> Account:
    """The user who started this program, or when that is root, ``postgres`` or ``nobody``."""
    if os.getuid() != 0:
        me = pwd.getpwuid(os.getuid())
        return Account(me.pw_name, me.pw_uid, me.pw_gid, ())
    for name in CANDIDATES:
        try:
            other = pwd.getpwnam(name)
        except KeyError:
            continue
        words = ("setpriv", f"--reuid={other.pw_uid}", f"--regid={other.pw_gid}", "--clear-groups", "--no-new-privs")
        if succeeds([*words, "true"]):
            return Account(name, other.pw_uid, other.pw_gid, words)
    message = "PostgreSQL cannot run as root, and no other user may be used here. Start again as an ordinary user."
    raise Failure(message)

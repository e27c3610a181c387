"""A throw-away PostgreSQL server, where the machine has the binaries for one."""

import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .cast.process import free_port

ACCOUNT = "postgres"
"""PostgreSQL refuses to run as root: then it runs as this account, which its Debian package creates."""


@dataclass
class Cluster:
    """A running server."""

    bin: Path
    data: Path
    port: int

    def new_database(self, name: str) -> str:
        """Create an empty database, and return its address."""
        _run(self.bin / "createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", ACCOUNT, name)
        return f"postgresql+psycopg://{ACCOUNT}@127.0.0.1:{self.port}/{name}"

    def stop(self) -> None:
        """Stop the server and leave nothing of it."""
        _run(self.bin / "pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.data.parent)


def start_cluster() -> Cluster | str:
    """Start a server in a folder of its own, or return the reason why there is none."""
    binaries = _find_binaries()
    if binaries is None:
        return "PostgreSQL is not installed (Debian: apt-get install postgresql)."
    if os.getuid() == 0 and not _has_account():
        return f"PostgreSQL refuses to run as root, and there is no account {ACCOUNT!r} to run it."
    # Not below pytest's folder, which is closed to every other account.
    folder = Path(tempfile.mkdtemp(prefix="adeuxpas-postgresql-"))
    if os.getuid() == 0:
        shutil.chown(folder, ACCOUNT)
    cluster = Cluster(binaries, folder / "data", free_port())
    # No fsync: what a test writes need not survive the test.
    options = f"-p {cluster.port} -h 127.0.0.1 -k {folder} -c fsync=off -c max_connections=20"
    _run(binaries / "initdb", "-D", str(cluster.data), "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    _run(binaries / "pg_ctl", "-D", str(cluster.data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    return cluster


def _find_binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _has_account() -> bool:
    return any(account.pw_name == ACCOUNT for account in pwd.getpwall())


def _run(program: Path, *arguments: str) -> None:
    account = {"user": ACCOUNT, "group": ACCOUNT, "extra_groups": []} if os.getuid() == 0 else {}
    # Its output goes to a file: the server would keep a pipe open, and we would wait for its end.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run([program, *arguments], cwd="/", stdout=said, stderr=said, timeout=60, **account)
        said.seek(0)
        words = said.read()
    if done.returncode:
        raise RuntimeError(f"{program.name} failed: {words}")

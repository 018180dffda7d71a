"""`./run`: the database, the web pages and the worker, started together and stopped together."""

import contextlib
import fcntl
import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn, TextIO

import psutil

from toolbox.database import database
from toolbox.shell import STATE, VENV, TroubleError, environment, run_quietly, say, step

OWNWAY = str(VENV / "bin" / "ownway")
BEFORE = (
    ("Bringing the database up to date", (OWNWAY, "migrate", "--verbosity", "0")),
    ("Seeing to the demo council", (OWNWAY, "demo", "load")),
)
PROCESSES = {"web": (OWNWAY, "web"), "worker": (OWNWAY, "worker")}
PERSONAS = (OWNWAY, "demo", "personas")
RUNNING = STATE / "running.json"
SIGNALS_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
FIRST_PORT = 8000
READY_WITHIN_SECONDS = 60
STOP_WITHIN_SECONDS = 15


@dataclass(slots=True)
class Running:
    """One of the processes of PROCESSES, started."""

    name: str
    process: subprocess.Popen[bytes]


def serve() -> int:
    """Serve until Ctrl-C or a signal to stop; nothing that was started is left running."""
    for number in SIGNALS_TO_STOP:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup means to stay
            signal.signal(number, _like_ctrl_c)
    with contextlib.suppress(KeyboardInterrupt):
        _serve_until_stopped()
    say("Everything is stopped.")
    return 0


def _serve_until_stopped() -> NoReturn:
    with _only_one_here() as note, database() as url, _an_end_in_peace():
        _stop_what_was_left()
        port = free_port(int(os.environ.get("PORT") or FIRST_PORT))
        address = f"http://127.0.0.1:{port}"
        os.environ |= {"DATABASE_URL": url, "PORT": str(port)}
        os.environ.setdefault("OWNWAY_LOG_LEVEL", "WARNING")  # or each request would push the address off the screen
        for what, command in BEFORE:
            with step(what):
                _run_showing(command)
        note.write(f"{address} (process {os.getpid()})")
        note.flush()
        with _started() as running:
            with step("Starting the web pages and the worker"):
                _wait_until_ready(port, running)
            say(f"\nOwnway is at {address}\n\n{run_quietly(PERSONAS).rstrip()}\n\nCtrl-C stops everything.")
            _watch(running)


def free_port(first: int) -> int:
    """The first port from the given one that nobody listens on."""
    for port in range(first, first + 100):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            if port != first:
                say(f"Port {first} is taken, so this uses {port}.")
            return port
    raise TroubleError(f"No port between {first} and {first + 99} is free. Set PORT to one that is.")


def _like_ctrl_c(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt


@contextlib.contextmanager
def _an_end_in_peace() -> Iterator[None]:
    """Once the end has begun, a second Ctrl-C does not break it off."""
    try:
        yield
    finally:
        for number in SIGNALS_TO_STOP:
            signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def _only_one_here() -> Iterator[TextIO]:
    """Refuse when Ownway is served from this folder already, saying where."""
    with (STATE / "serving.lock").open("a+") as note:
        try:
            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note.seek(0)
            where = note.read().strip() or "it is still starting"
            raise TroubleError(f"Ownway already runs from this folder: {where}. Stop it there with Ctrl-C.") from None
        note.truncate(0)
        yield note


def _run_showing(command: Sequence[str]) -> None:
    """Run a command that says itself how far it is."""
    done = subprocess.run(command, env=environment(), check=False)
    if done.returncode:
        raise TroubleError(f"“{' '.join(('ownway', *command[1:]))}” stopped with code {done.returncode}.")


@contextlib.contextmanager
def _started() -> Iterator[list[Running]]:
    """Start the processes, each in a session of its own so that Ctrl-C reaches them through here, in order."""
    running: list[Running] = []
    try:
        for name, command in PROCESSES.items():
            process = subprocess.Popen(command, env=environment(), stdin=subprocess.DEVNULL, start_new_session=True)
            running.append(Running(name, process))
            _remember(running)
        yield running
    finally:
        with step("\nStopping"):
            stop_all([psutil.Process(each.process.pid) for each in running if each.process.poll() is None])
        RUNNING.unlink(missing_ok=True)


def _remember(running: Sequence[Running]) -> None:
    """Write down what was started, for the next start to find if this one is killed."""
    started = [psutil.Process(each.process.pid) for each in running]
    RUNNING.write_text(json.dumps([[process.pid, process.create_time()] for process in started]))


def _stop_what_was_left() -> None:
    """Stop what an earlier start left behind because it was killed."""
    try:
        remembered = json.loads(RUNNING.read_text())
    except (FileNotFoundError, ValueError):
        return
    left = []
    for pid, created in remembered:
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(pid)
            if process.create_time() == created:
                left.append(process)
    if left:
        with step("Stopping what an earlier start left running"):
            stop_all(left)
    RUNNING.unlink()


def stop_all(processes: Sequence[psutil.Process]) -> None:
    """Ask each process to end, and after a while make it and its children end."""
    families = [*processes]
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            families += process.children(recursive=True)
            process.terminate()
    _, stubborn = psutil.wait_procs(families, timeout=STOP_WITHIN_SECONDS)
    for process in stubborn:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=STOP_WITHIN_SECONDS)


def _wait_until_ready(port: int, running: Sequence[Running]) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        _refuse_dead(running)
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        time.sleep(0.1)
    raise TroubleError(f"The web pages did not answer within {READY_WITHIN_SECONDS} s. What they said is above.")


def _watch(running: Sequence[Running]) -> NoReturn:
    while True:
        _refuse_dead(running)
        time.sleep(0.5)


def _refuse_dead(running: Sequence[Running]) -> None:
    for each in running:
        if each.process.poll() is not None:
            code = each.process.returncode
            raise TroubleError(f"The {each.name} process stopped by itself, with code {code}. What it said is above.")

"""The PostgreSQL that Ownway starts for itself comes up from whatever it finds, and goes when nobody needs it."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import psycopg
import pytest

from ownway.config import postgres
from ownway.config.postgres import Cluster

SOURCE = Path(postgres.__file__).parents[2]


@pytest.fixture
def cluster(tmp_path):
    cluster = Cluster(tmp_path / "postgres", durable=False)
    yield cluster
    postgres.stop(cluster)


@pytest.fixture
def durable(tmp_path):
    cluster = Cluster(tmp_path / "postgres")
    yield cluster
    postgres.stop(cluster)


def ask(cluster, question):
    with psycopg.connect(postgres.url(cluster), autocommit=True) as connection:
        return connection.execute(question).fetchone()[0]


def pid_of(cluster):
    return int((cluster.data / "postmaster.pid").read_text().split("\n", 1)[0])


def wait_until_gone(pid):
    psutil.wait_procs([psutil.Process(pid)], timeout=10)


def test_the_application_is_no_superuser_and_owns_a_utf8_database(cluster):
    postgres.start(cluster)
    assert ask(cluster, "SELECT current_user") == "ownway"
    assert ask(cluster, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    assert ask(cluster, "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user") is True
    assert ask(cluster, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'ownway'") == "ownway"
    assert ask(cluster, "SHOW server_encoding") == "UTF8"


def test_the_application_may_make_the_extensions_that_migrations_need(cluster):
    postgres.start(cluster)
    with psycopg.connect(postgres.url(cluster), autocommit=True) as connection:
        for extension in ("btree_gist", "pg_trgm", "unaccent"):
            connection.execute(f"CREATE EXTENSION {extension}")
    assert ask(cluster, "SELECT count(*) FROM pg_extension WHERE extname IN ('btree_gist', 'pg_trgm', 'unaccent')") == 3


def test_it_listens_to_no_network(cluster):
    postgres.start(cluster)
    assert ask(cluster, "SHOW listen_addresses") == ""


def test_starting_again_loses_nothing(cluster):
    with postgres.using(cluster) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE person AS SELECT 'Amina' AS name")
    assert not postgres.is_running(cluster)
    with postgres.using(cluster):
        assert ask(cluster, "SELECT name FROM person") == "Amina"


def test_a_killed_server_comes_back_with_everything(durable):
    postgres.start(durable)
    with psycopg.connect(postgres.url(durable)) as connection:
        connection.execute("CREATE TABLE person AS SELECT 'Amina' AS name")
    pid = pid_of(durable)
    os.kill(pid, signal.SIGKILL)
    postgres.start(durable)
    assert pid_of(durable) != pid
    assert ask(durable, "SELECT name FROM person") == "Amina"
    assert ask(durable, "SHOW fsync") == "on"


def test_a_note_that_names_another_process_is_taken_away(cluster):
    postgres.start(cluster)
    note = (cluster.data / "postmaster.pid").read_text()
    pid = pid_of(cluster)
    os.kill(pid, signal.SIGKILL)
    wait_until_gone(pid)
    (cluster.data / "postmaster.pid").write_text(note.replace(str(pid), str(os.getpid()), 1))
    postgres.start(cluster)
    assert ask(cluster, "SELECT 1") == 1


@pytest.mark.parametrize("left_behind", ["postgres.making", "postgres"])
def test_a_half_made_data_folder_is_no_obstacle(cluster, left_behind):
    folder = cluster.data.with_name(left_behind)
    folder.mkdir()
    (folder / "PG_VERSION").write_text("18\n")
    postgres.start(cluster)
    assert ask(cluster, "SELECT 1") == 1


def test_a_broken_data_folder_is_set_aside_and_not_thrown_away(cluster):
    cluster.data.mkdir()
    (cluster.data / "somebody's work").write_text("precious")
    postgres.start(cluster)
    aside = [path for path in cluster.data.parent.iterdir() if path.name.startswith("postgres.unusable-")]
    assert [(path / "somebody's work").read_text() for path in aside] == ["precious"]


def test_data_of_another_version_are_refused_with_what_to_do(cluster):
    postgres.start(cluster)
    postgres.stop(cluster)
    (cluster.data / "PG_VERSION").write_text("15\n")
    with pytest.raises(postgres.PostgresTroubleError, match=r"made by PostgreSQL 15[\s\S]*pg_dump"):
        postgres.start(cluster)


def test_a_server_that_cannot_start_says_why(cluster):
    postgres.start(cluster)
    postgres.stop(cluster)
    with (cluster.data / "postgresql.conf").open("a") as settings:
        settings.write("wal_level = nonsense\n")
    with pytest.raises(postgres.PostgresTroubleError, match="nonsense"):
        postgres.start(cluster)


def test_many_may_start_it_at_once(cluster):
    with ThreadPoolExecutor(4) as many:
        addresses = list(many.map(lambda _: postgres.start(cluster), range(4)))
    assert addresses == [postgres.url(cluster)] * 4
    assert ask(cluster, "SELECT 1") == 1


def test_it_runs_until_its_last_user_leaves(cluster):
    with postgres.using(cluster):
        with postgres.using(cluster):
            pass
        assert postgres.is_running(cluster)
    assert not postgres.is_running(cluster)


def test_a_killed_user_no_longer_counts(cluster):
    words = (
        "import sys, time; from pathlib import Path; from ownway.config import postgres;"
        "cluster = postgres.Cluster(Path(sys.argv[1]), durable=False);"
        "using = postgres.using(cluster); using.__enter__(); print('up', flush=True); time.sleep(600)"
    )
    other = subprocess.Popen([sys.executable, "-c", words, cluster.data], stdout=subprocess.PIPE, cwd=SOURCE)
    assert other.stdout.readline() == b"up\n"
    other.kill()
    other.wait()
    other.stdout.close()
    assert postgres.is_running(cluster)
    with postgres.using(cluster):
        pass
    assert not postgres.is_running(cluster)


@pytest.mark.parametrize("folder", ["a folder with spaces", "o'clock, \u00e9t\u00e9 100%", "long" * 40])
def test_any_folder_will_do(tmp_path, folder):
    (tmp_path / folder).mkdir()
    cluster = Cluster(tmp_path / folder / "postgres", durable=False)
    try:
        with psycopg.connect(postgres.start(cluster)) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    finally:
        postgres.stop(cluster)


def test_a_server_that_runs_already_is_found_quickly(cluster):
    postgres.start(cluster)
    begun = time.monotonic()
    postgres.start(cluster)
    assert time.monotonic() - begun < 2


def test_what_points_postgres_elsewhere_is_left_out(cluster, monkeypatch):
    monkeypatch.setenv("PGHOST", "elsewhere.example")
    monkeypatch.setenv("PGPORT", "1")
    postgres.start(cluster)
    assert postgres.is_running(cluster)

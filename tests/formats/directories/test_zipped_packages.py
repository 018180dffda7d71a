"""A package of tables is read from a ZIP file as from a folder, and one that is not safe or not clear is refused."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.directories.official import NEEDED, STANDARD

from ownway.formats.directories.files import read_directory_file
from ownway.formats.directories.packages import DESCRIPTOR, MOST_BYTES, read_package
from ownway.formats.directories.zipped import NotAPackageError, tables_in_zip

ID = "ac148810-d857-441c-9679-{:012}".format
TABLES = {
    "organizations.csv": f"id,name,description\n{ID(1)},Mencap,A charity\n".encode(),
    "services.csv": f"id,organization_id,name,status\n{ID(2)},{ID(1)},Drop in,active\n".encode(),
}


def zipped(files, *, packing=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return made.getvalue()


def refusal(data):
    directory = read_directory_file({"x.zip": data})
    assert (directory.outcome, directory.records) == ("refused", ())
    return directory.problems[0].reason


def test_it_is_what_the_folder_is():
    assert read_directory_file({"x.zip": zipped(TABLES)}) == read_package(TABLES)


def test_the_tables_may_stand_in_a_folder_of_it():
    inside = {f"sheafdale/{name}": data for name, data in TABLES.items()}
    hidden = {"__MACOSX/sheafdale/._services.csv": b"x", "sheafdale/.services.csv": b"x", "sheafdale/read me.txt": b"x"}
    assert tables_in_zip(zipped(inside | hidden)) == TABLES


@NEEDED
def test_the_official_package_is_read():
    package = STANDARD / "uk-profile-3.0"
    files = {path.name: path.read_bytes() for path in (package / "examples" / "csv").glob("*.csv")}
    files[DESCRIPTOR] = (package / DESCRIPTOR).read_bytes()
    directory = read_directory_file({"x.zip": zipped(files)})
    assert directory == read_package(files)
    assert sum(directory.counts.values()) == 17


def test_a_zip_without_tables_is_refused():
    assert refusal(zipped({"letter.txt": b"Hello"})).startswith("There is no table in this ZIP file that we know")
    assert refusal(zipped({})).startswith("This is no directory that we know.")


def test_tables_in_several_folders_are_refused():
    assert "several folders" in refusal(zipped({"a/services.csv": b"id\n", "b/locations.csv": b"id\n"}))


def test_more_than_may_be_unpacked_is_refused_before_it_is():
    bomb = zipped({"services.csv": bytes(MOST_BYTES + 1)})
    assert len(bomb) < 100_000
    assert "larger than 64 MB together" in refusal(bomb)


def test_too_many_files_are_refused():
    assert "more than 1,000 files" in refusal(zipped({f"{number}.csv": b"" for number in range(1_001)}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_table_that_is_there_twice_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for _ in range(2):
            package.writestr("services.csv", b"id\n")
    assert "twice" in refusal(made.getvalue())


def test_a_locked_one_is_refused():
    data = bytearray(zipped(TABLES))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        begins = data.find(mark)
        while begins >= 0:
            data[begins + at] |= 1
            begins = data.find(mark, begins + 1)
    assert "locked with a password" in refusal(bytes(data))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 400), st.binary(max_size=6))
def test_a_damaged_one_is_refused_or_read_and_never_raises(at, new):
    whole = zipped(TABLES)
    data = whole[: at % len(whole)] + new + whole[at % len(whole) + len(new) :]
    try:
        tables = tables_in_zip(data)
    except NotAPackageError:
        return
    assert all(name.endswith(".csv") for name in tables)
    assert sum(map(len, tables.values())) <= MOST_BYTES

"""One door for files: which kind of directory some files are, told by what is in them, and read as that."""

from collections.abc import Mapping

from ownway.formats.directories.family_hubs import kind_posted, read_family_hubs
from ownway.formats.directories.json_text import NotJson, read_json
from ownway.formats.directories.outpost import looks_like_outpost, read_outpost
from ownway.formats.directories.packages import MOST_BYTES as MOST_BYTES
from ownway.formats.directories.packages import looks_like_package, read_package
from ownway.formats.directories.payloads import Directory, read_plain, refused
from ownway.formats.directories.problems import Problems
from ownway.formats.directories.zipped import MARK, NotAPackageError, tables_in_zip

WHAT_IS_READ = (
    "This is no directory that we know. We read Open Referral UK 3 as JSON or as a package of tables (a ZIP too),"
    " Outpost’s CSV and the JSON of family hubs."
)
_NOT_TEXT = (b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0")


def read_directory_file(files: Mapping[str, bytes]) -> Directory:
    """One file, or the files of a package, by their names. Never raises; what is none is refused, with the reason."""
    if not files:
        return refused("There is no table here that we know, like services.csv or organizations.csv.")
    if len(files) > 1:
        return read_package(files)
    ((name, data),) = files.items()
    if len(data) > MOST_BYTES:
        return refused(f"The file is larger than {MOST_BYTES // (1024 * 1024)} MB.")
    if data.startswith(MARK):
        return _read_zip(data)
    if data.startswith(_NOT_TEXT):
        return refused(WHAT_IS_READ)
    if looks_like_outpost(data[:8192].decode("utf-8-sig", errors="replace").partition("\n")[0]):
        return read_outpost(data)
    if looks_like_package([name]):
        return read_package(files)
    return _read_json_file(data)


def _read_zip(data: bytes) -> Directory:
    try:
        return read_package(tables_in_zip(data))
    except NotAPackageError as refusal:
        return refused(f"{refusal} {WHAT_IS_READ}")


def _read_json_file(data: bytes) -> Directory:
    problems = Problems()
    try:
        value = read_json(data, problems)
    except NotJson as refusal:
        begins = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        return refused(str(refusal) if begins in (b"{", b"[") or not begins else f"{WHAT_IS_READ} {refusal}")
    posted = kind_posted(value)
    return read_family_hubs(value, posted, problems) if posted is not None else read_plain(value, problems)

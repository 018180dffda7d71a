"""A package of tables is read by its descriptor or its files' names, told about by file and row, and written safely."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.directories.made_up import records
from tests.formats.directories.official import NEEDED, STANDARD

from ownway.formats.directories import Organisation, Service
from ownway.formats.directories.details import Contact, Phone
from ownway.formats.directories.packages import DESCRIPTOR, GUARDED, read_package, write_package
from ownway.formats.directories.problems import WRONG, Problems
from ownway.formats.directories.records import KINDS
from ownway.formats.directories.tables import TABLES, flatten, nest

ID = "ac148810-d857-441c-9679-{:012}".format
UK = STANDARD / "uk-profile-3.0"
ORGANISATIONS = f"id,name,description\n{ID(1)},Mencap,A charity\n"
SERVICES = f"id,organization_id,name,status\n{ID(2)},{ID(1)},Drop in,active\n"


def package(**files):
    """The files of a package: `services="…"` is services.csv."""
    return {f"{name}.csv": text.encode() if isinstance(text, str) else text for name, text in files.items()}


def told(files):
    return [(problem.level, problem.place, problem.reason) for problem in read_package(files).problems]


def official_files():
    return {path.name: path.read_bytes() for path in (UK / "examples" / "csv").glob("*.csv")}


def test_tables_are_known_by_the_names_of_their_files():
    directory = read_package(package(organizations=ORGANISATIONS, services=SERVICES))
    assert (directory.kind, directory.outcome) == ("a package of tables", "whole")
    (service,) = nest(directory.records)
    assert (service.name, service.organization.name) == ("Drop in", "Mencap")


@NEEDED
def test_the_official_package_is_read():
    directory = read_package({**official_files(), DESCRIPTOR: (UK / DESCRIPTOR).read_bytes()})
    assert sum(directory.counts.values()) == 17
    assert [problem for problem in directory.problems if problem.level == WRONG] == []
    looked_at = [
        (problem.place.rpartition("/")[2], problem.text) for problem in directory.problems if problem.level == "look"
    ]
    assert looked_at == [("latitude", "100"), ("taxonomy_id", "07ff6aee-a219-438c-b694-d2fcb6c5373b")]
    (service, *_) = nest(directory.records)
    assert service.cost_options[0].amount_pence == 3500
    assert service.service_at_locations[0].location.addresses[0].city == "MyCity"


@NEEDED
def test_the_official_package_is_written_again_as_the_same_tables():
    directory = read_package({**official_files(), DESCRIPTOR: (UK / DESCRIPTOR).read_bytes()})
    written = write_package(directory.records)
    assert read_package(written).records == directory.records
    for name, data in written.items():
        if name != DESCRIPTOR:
            assert cells(data) == cells(official_files()[name]), name


def cells(data):
    rows = [row for row in csv.reader(io.StringIO(data.decode(), newline="")) if any(row)]
    return [[cell.replace("+00:00", "Z").replace(".123000", ".123") for cell in row] for row in rows]


@NEEDED
def test_our_descriptor_says_of_each_column_what_the_official_one_says():
    directory = read_package({**official_files(), DESCRIPTOR: (UK / DESCRIPTOR).read_bytes()})
    ours = by_table(json.loads(write_package(directory.records)[DESCRIPTOR]))
    theirs = by_table(json.loads((UK / DESCRIPTOR).read_bytes()))
    assert set(ours) == set(theirs)
    for table, columns in ours.items():
        assert columns == theirs[table], table


def by_table(descriptor):
    """Each table's path, with its columns: name, type, format and constraints."""
    return {
        resource["name"]: (
            resource["path"],
            {
                field["name"]: (field["type"], field.get("format"), field["constraints"])
                for field in resource["schema"]["fields"]
            },
            resource["schema"]["primaryKey"],
        )
        for resource in descriptor["resources"]
    }


def test_every_kind_of_record_has_a_table():
    assert {record.__name__ for record in KINDS} - {record.__name__ for record in TABLES} == {"ApiDetails"}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(records("Service"))
def test_whatever_a_service_holds_its_tables_read_as_the_same(service):
    rows = flatten([service], Problems())
    again = read_package(write_package(rows)).records
    assert [said(row) for row in again] == [said(row) for row in rows]


def said(row):
    """What a row says: a table cannot tell an empty text from none, and line ends in a cell are what they are."""
    return type(row), {
        field: getattr(row, field) or None for field, _ in KINDS[type(row)].values() if getattr(row, field) != 0
    }


def test_no_spreadsheet_runs_a_cell_and_the_cell_comes_back_as_it_was():
    names = ["=1+1", "+SUM(A1)", "-2+3", "@x", "'quoted", "\t=1", " =1", "|x", "plain"]
    rows = tuple(Contact(id=ID(n), name=name) for n, name in enumerate(names))
    files = write_package((*rows, Phone(id=ID(99), number="+44 (0)114 496-0000")))
    written = [row[2] for row in csv.reader(io.StringIO(files["contacts.csv"].decode(), newline=""))][1:]
    assert written == [*(f"'{name}" for name in names[:-1]), "plain"]
    assert "+44 (0)114 496-0000" in files["phones.csv"].decode()
    assert "'+44" not in files["phones.csv"].decode()
    assert json.loads(files[DESCRIPTOR])[GUARDED] is True
    assert [row.name for row in read_package(files).records if isinstance(row, Contact)] == names


def test_an_apostrophe_of_somebody_else_s_package_stays():
    files = package(contacts=f"id,name\n{ID(1)},'Gwen\n")
    assert read_package(files).records[0].name == "'Gwen"
    assert GUARDED not in json.loads(write_package((Contact(id=ID(1), name="Gwen"),))[DESCRIPTOR])


@pytest.mark.parametrize(
    "path", ["../services.csv", "/etc/services.csv", "a/services.csv", "..\\services.csv", "c:services.csv", ".."]
)
def test_a_path_that_leads_out_of_the_package_is_not_followed(path):
    descriptor = {"resources": [{"name": "service", "path": path}]}
    files = {DESCRIPTOR: json.dumps(descriptor).encode(), path: SERVICES.encode()}
    directory = read_package(files)
    assert directory.records == ()
    assert "There is no table here" in directory.problems[0].reason


def test_a_file_of_another_name_is_found_by_the_descriptor():
    descriptor = {
        "resources": [{"name": "organization", "path": "orgs.csv"}, {"name": "meta_table_description", "path": "m.csv"}]
    }
    files = {DESCRIPTOR: json.dumps(descriptor).encode(), "orgs.csv": ORGANISATIONS.encode()}
    directory = read_package(files)
    assert directory.records == (Organisation(id=ID(1), name="Mencap", description="A charity"),)
    assert [problem.reason for problem in directory.problems] == ["The standard has no such table. It is not read."]


@pytest.mark.parametrize(
    ("files", "level", "place", "why"),
    [
        (
            package(services=f"id,name,status\n{ID(2)},Drop in,active\n"),
            "wrong",
            "services.csv row 2",
            "needs “organization_id”",
        ),
        (
            package(services=SERVICES),
            "look",
            f"services.csv, {ID(2)}/organization_id",
            "an organisation that is not in the package",
        ),
        (package(services=SERVICES.replace("active", "open")), "wrong", "services.csv row 2/status", "one of: active"),
        (
            package(organizations=ORGANISATIONS.replace("\n", ",x\n").replace("description,x", "description")),
            "wrong",
            "organizations.csv row 2",
            "The row has 4 cells, and there are 3 headings.",
        ),
        (
            package(organizations=f"{ORGANISATIONS}{ID(1)},Again,A charity\n"),
            "wrong",
            f"organizations.csv, {ID(1)}/id",
            "stands twice",
        ),
        (package(organizations="id,name,name\n"), "wrong", "organizations.csv", "Two columns have the same heading"),
        (package(organizations=""), "look", "organizations.csv", "The table is empty."),
        (package(organizations=b"id,name\n1,Caf\xe9\n"), "wrong", "organizations.csv", "not text in UTF-8: byte 14"),
        (package(organizations='id,name\n1,"Caf'), "wrong", "organizations.csv", "not CSV that we can read"),
        (package(organizations=ORGANISATIONS, shoes="a\n"), "note", "shoes.csv", "not one of the package’s tables"),
        ({DESCRIPTOR: b"{}"}, "wrong", "", "no table here"),
        ({DESCRIPTOR: b"["}, "wrong", "", "datapackage.json: The file is not JSON"),
        (
            package(locations=f"id,location_type,latitude\n{ID(1)},physical,north\n"),
            "wrong",
            "locations.csv row 2/latitude",
            "It should be a number.",
        ),
        (
            package(organizations=ORGANISATIONS.replace("name,", "name,colour,").replace("Mencap,", "Mencap,red,")),
            "note",
            "organizations.csv row 2/colour",
            "The standard has no “colour”",
        ),
    ],
)
def test_what_is_wrong_is_told_by_file_row_and_column(files, level, place, why):
    assert any((one[0], one[1]) == (level, place) and why in one[2] for one in told(files)), told(files)


def test_an_unknown_column_is_written_again():
    files = package(organizations=f"id,name,description,colour\n{ID(1)},Mencap,A charity,red\n")
    again = write_package(read_package(files).records)["organizations.csv"].decode()
    assert again.splitlines()[0].endswith(",colour")
    assert again.splitlines()[1].endswith(",red")


def test_columns_of_hsds_are_written_where_they_are_used():
    plain = write_package((Service(id=ID(1), name="A", status="active"),))["services.csv"].decode()
    fuller = write_package((Service(id=ID(1), name="A", status="active", wait_time="A week"),))["services.csv"].decode()
    assert "wait_time" not in plain
    assert "wait_time" in fuller.splitlines()[0]

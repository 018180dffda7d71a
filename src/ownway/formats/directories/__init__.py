"""Directories of services, as Open Referral UK 3.0 (HSDS-UK) writes them: read, checked and written.

Nouns: a record (a service, an organisation, a location …), a payload, a page, a package of tables, a directory (what was
read from one of these). Promises: nothing known is lost and nothing unknown is dropped; what breaks the standard, and
what a person should look at, is told by its place, in plain words; no bytes make a reader raise.
"""

from ownway.formats.directories.details import Attribute as Attribute
from ownway.formats.directories.details import Taxonomy as Taxonomy
from ownway.formats.directories.details import TaxonomyTerm as TaxonomyTerm
from ownway.formats.directories.pages import PageHeader as PageHeader
from ownway.formats.directories.pages import page_header as page_header
from ownway.formats.directories.payloads import IN_PART as IN_PART
from ownway.formats.directories.payloads import REFUSED as REFUSED
from ownway.formats.directories.payloads import WHOLE as WHOLE
from ownway.formats.directories.payloads import Directory as Directory
from ownway.formats.directories.payloads import read_payload as read_payload
from ownway.formats.directories.payloads import write_page as write_page
from ownway.formats.directories.payloads import write_payload as write_payload
from ownway.formats.directories.problems import Problem as Problem
from ownway.formats.directories.records import ApiDetails as ApiDetails
from ownway.formats.directories.records import Location as Location
from ownway.formats.directories.records import Organisation as Organisation
from ownway.formats.directories.records import Service as Service
from ownway.formats.directories.records import ServiceAtLocation as ServiceAtLocation
from ownway.formats.directories.writing import brief as brief

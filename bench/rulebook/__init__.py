"""The rulebook beside its peers: the same offer for the same people, worked out in every way in the same run.

OpenFisca-core is under the AGPL. It is installed for this bench alone, in an environment of its own, and runs in
processes of its own: neither the product nor its tests import it. Modules named `openfisca_*` are the only ones that do.
"""

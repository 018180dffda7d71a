"""The states that the rooms keep in their tables are those of the lifecycles, so every move can be asked for."""

import pytest

from ownway.journey.agreements.models import OfferStatus
from ownway.journey.checkups.models import CheckUpStatus, ProposalStatus
from ownway.journey.payments.models import RunChange, RunStatus
from ownway.journey.plans.models import PlanStatus
from ownway.rules.lifecycles import LIFECYCLES
from ownway.rules.run_changes import Kind

KEPT = {
    "plan": PlanStatus,
    "offer": OfferStatus,
    "payment_run": RunStatus,
    "check_up": CheckUpStatus,
    "surplus_proposal": ProposalStatus,
}
NEVER_STORED = {"check_up": {"due"}}


@pytest.mark.parametrize("noun", sorted(KEPT))
def test_the_table_keeps_the_states_that_the_lifecycle_has(noun):
    assert set(KEPT[noun].values) == set(LIFECYCLES[noun].labels) - NEVER_STORED.get(noun, set())


def test_each_kind_of_change_fits_in_its_column():
    width = RunChange._meta.get_field("kind").max_length
    assert max(map(len, Kind.__args__)) <= width

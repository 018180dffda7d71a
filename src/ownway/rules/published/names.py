"""Every rule that can be asked in published names."""

from __future__ import annotations

from ownway.rules.published.asking import Published
from ownway.rules.published.charging import CHARGING
from ownway.rules.published.days import DAYS
from ownway.rules.published.direct_payments import DIRECT_PAYMENTS
from ownway.rules.published.leave import LEAVE
from ownway.rules.published.minimum_wage import MINIMUM_WAGE
from ownway.rules.published.national_insurance import NATIONAL_INSURANCE
from ownway.rules.published.returns import RETURNS

PUBLISHED: dict[str, Published] = {
    **CHARGING,
    **MINIMUM_WAGE,
    **NATIONAL_INSURANCE,
    **LEAVE,
    **DAYS,
    **DIRECT_PAYMENTS,
    **RETURNS,
}

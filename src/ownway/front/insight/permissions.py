"""Who may see the measures; they name nobody."""

from ownway.ground.access.models import Role
from ownway.ground.access.permissions import staff_may

see_insight = staff_may(
    "see_insight", roles=(Role.COMMISSIONER, Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.ADMINISTRATOR)
)

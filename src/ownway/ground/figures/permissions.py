"""Who may see and confirm figures."""

from ownway.ground.access.models import Role
from ownway.ground.access.permissions import any_staff, staff_may

see_figures = any_staff
confirm_figures = staff_may("confirm_figures", roles=(Role.FINANCE_OFFICER, Role.ADMINISTRATOR))

"""Amina, Brian and Dev talk about what Carys is paid: the example of the rule's own page, as values."""

from ownway.rules.answers_rates import RULES
from ownway.rules.pay_rates import PayInputs
from ownway.rules.plain_data import from_plain

EXAMPLE = {name: value for name, value in RULES["pay.rate"].example.items() if name != "on"}
AMINAS: PayInputs = from_plain(PayInputs, EXAMPLE)

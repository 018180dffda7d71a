"""What comes back after a payment file was sent: answers, returns and corrections, matched to what was sent.

Nouns: an echo file, its echoes, the reason of one, what was sent, and the match of both. Promises: no bytes raise,
nothing is guessed between two payments, and reading a file twice says the same.
"""

from ownway.formats.payments.echoes.describing import OUTCOME_WORDS, describe_echoes, echoes_as_data
from ownway.formats.payments.echoes.door import kind_of, read_echoes
from ownway.formats.payments.echoes.matching import Matched, Pair, Question, Sent, match
from ownway.formats.payments.echoes.reasons import Reason, Step, reason_for
from ownway.formats.payments.echoes.values import CAME_BACK, Echo, EchoFile, Outcome, Whole

__all__ = [
    "CAME_BACK",
    "OUTCOME_WORDS",
    "Echo",
    "EchoFile",
    "Matched",
    "Outcome",
    "Pair",
    "Question",
    "Reason",
    "Sent",
    "Step",
    "Whole",
    "describe_echoes",
    "echoes_as_data",
    "kind_of",
    "match",
    "read_echoes",
    "reason_for",
]

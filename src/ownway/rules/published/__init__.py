"""The rules in the names and shapes of published worked examples: pounds and pence, hours, days as people write them.

Councils, HMRC and the law print examples: inputs and an answer. Whoever wants to hold the rulebook to one asks it here
with the example's own facts, and gets its own names back. A rule's sums are never here: a question is put into the
rulebook's words, asked of the registry, and its answer said in the words of the question.
"""

from ownway.rules.published.asking import Reply, answer_published
from ownway.rules.published.names import PUBLISHED

__all__ = ["PUBLISHED", "Reply", "answer_published"]

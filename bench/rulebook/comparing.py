"""Whose pennies differ, and by how much."""

import numpy as np


def wrong(answers, right):
    """How many people of whom a penny differs in any answer, among those that both have."""
    return int((_apart(answers, right) != 0).any(axis=0).sum())


def worst(answers, right):
    """The largest difference in any answer, in pence."""
    return int(_apart(answers, right).max(initial=0))


def _apart(answers, right):
    both = min(answers.shape[1], right.shape[1])
    return np.abs(answers[:, :both] - right[:, :both])

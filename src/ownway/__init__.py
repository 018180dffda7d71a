"""Ownway: direct payments and personal budgets that a person can understand, trust and direct."""

__version__ = "0.1.0"

"""Friendly financial check-ups: findings, the conversation, and how it ended.

Nouns: CheckUp, Finding, Conversation, Proposal. Promise: nothing is taken; a surplus is a proposal with reasons and time to reply."""

"""Support planned by outcome, and what it costs.

Nouns: Plan, Heading, Line, Assistant, PlanCost. Promise: a plan that was offered is never changed; a new one follows it."""

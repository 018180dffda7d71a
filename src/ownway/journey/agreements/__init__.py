"""The offer, the questions about it, and what both sides agreed.

Nouns: Offer, Question, Acceptance, Agreement, NominatedPerson, ReviewHeld. Promise: each acceptance says who, when and of which version."""

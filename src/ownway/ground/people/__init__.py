"""The people a council supports, and who may act for them.

Nouns: Person, Relationship. Promise: a person is reached only through their own council."""

"""What was done and who looked: events and looks, added and never edited.

Nouns: Event, Look. Promise: an operation and its event are one transaction, and the person can see who looked."""

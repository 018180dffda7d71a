"""The person's journey, in the order a person lives it."""

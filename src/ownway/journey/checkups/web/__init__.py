"""The doors of the check-ups room."""

"""The doors of the plans room."""

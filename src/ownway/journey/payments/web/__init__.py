"""The doors of the payments room."""

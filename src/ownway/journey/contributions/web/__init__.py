"""The doors of the contributions room."""

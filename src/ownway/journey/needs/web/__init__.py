"""The doors of the needs room."""

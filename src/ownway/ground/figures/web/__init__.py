"""The doors of the figures room."""

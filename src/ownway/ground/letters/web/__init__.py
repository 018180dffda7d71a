"""The doors of the letters room."""

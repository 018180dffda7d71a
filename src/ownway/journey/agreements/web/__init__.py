"""The doors of the agreements room."""

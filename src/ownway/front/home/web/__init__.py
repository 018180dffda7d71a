"""The doors of the home room."""

"""The doors of the access room."""

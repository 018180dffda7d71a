"""The doors of the decisions room."""

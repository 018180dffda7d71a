"""The doors of the insight room."""

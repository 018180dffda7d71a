"""The doors of the demonstration."""

"""Settings, addresses and the command: the only place that mounts doors."""

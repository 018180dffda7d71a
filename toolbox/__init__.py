"""What `./run` does, one file a job. Standard library only, for it runs before anything is installed."""

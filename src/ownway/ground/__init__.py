"""What every room tells things to."""

"""Tables of people from outside, CSV or Parquet."""

"""What looks at everything and is looked at by nobody."""

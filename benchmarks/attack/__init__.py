"""What `make attack` runs."""

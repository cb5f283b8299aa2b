"""What pages carry of the catalogue's attributes."""

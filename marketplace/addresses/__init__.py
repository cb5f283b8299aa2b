"""Postal addresses: what a country's look like, and those that a person keeps."""

"""The event log: what happened is written with the deed and delivered after the commit."""

"""Tokens: how a person's programs show who they are, for a while."""

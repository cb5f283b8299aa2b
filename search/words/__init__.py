"""Words that mean the same, as data that operators edit."""

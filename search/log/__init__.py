"""What was looked for, counted by the day, so that operators see what people wish for and do not find. Nobody's name, address,
session or time of day is part of it."""

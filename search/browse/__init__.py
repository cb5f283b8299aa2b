"""Pages to wander through: home, states, districts, GI register, categories, sellers."""

"""The ground: people, places, sellers, and the house's own services (kit and news)."""

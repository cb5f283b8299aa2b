"""Those who make and sell: artisans, self-help groups, cooperatives, small firms."""

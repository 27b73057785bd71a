"""A conversation with one relay. Knows neither store nor settings."""

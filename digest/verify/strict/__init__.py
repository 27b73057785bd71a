"""The rules on words and their order, for claims that no parser can read."""

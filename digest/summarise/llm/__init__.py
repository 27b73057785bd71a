"""Summaries by a model on an OpenAI-compatible server."""

"""The bundled sample day: a made-up country's press, served over real HTTP on this machine.

A moment goes in; out comes a running server with the feeds, topics and network of two days, so that an
edition is made of it through the same code path as of any other day. Nothing in it is real.
"""

from digest.sample.server import Sample, SampleDay, serve

__all__ = ["Sample", "SampleDay", "serve"]

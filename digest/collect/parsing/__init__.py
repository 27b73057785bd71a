"""What runs in the parser processes: the bytes of a feed or a page go in, values come out as JSON.

It knows neither the network nor the store, and imports nothing of what is around it, so that a parser process loads
only what parsing needs. ``python -m digest.collect.parsing`` is such a process; `parser_pool` talks to it, each message
a length and as many bytes.
"""

import struct

READY = b"+"
"""What a parser process writes when it has loaded: loading does not count towards a document's time limit."""

LENGTH = struct.Struct(">I")
"""What precedes each message: its number of bytes."""

"""Grammar: a parser of sentences behind one small port.

``open_parser`` gives the parser of a language, or the ``Problem`` that there is none. The only room that knows
spaCy; everything else sees ``digest.text.parsed``.
"""

from digest.grammar.pipelines import open_parser

__all__ = ["open_parser"]

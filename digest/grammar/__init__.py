"""Grammar: a parser of sentences behind one small port.

``open_parser`` gives the parser of a language, or the ``Problem`` that there is none; ``is_installed`` tells whether one
should be there. The only room that knows spaCy; everything else sees ``digest.text.parsed``.
"""

from digest.grammar.pipelines import is_installed, open_parser

__all__ = ["is_installed", "open_parser"]

"""What several stages need to know about written language. Pure: text in, spans and values out.

It stands below the stages, beside ``models``: with a tokeniser of its own in each of them, curation,
summaries and checks would disagree on what a word, a sentence or a name is.
"""

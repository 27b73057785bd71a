"""How usual the 3,000 commonest stems of a language are, in bands: each band half as usual as the one before.

Derived from the word counts of wordfreq 3.1.1 by Robyn Speer, https://github.com/rspeer/wordfreq, and like them under
the licence CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/; ``docs/rates.py`` says how. Changed: words of
one stem are added up, stopwords and numbers left out, and the counts rounded to powers of two.
"""

"""A daily politics briefing by e-mail in which every key point leads to the sentence it rests on."""

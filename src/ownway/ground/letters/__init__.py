"""Letters in plain words, kept with the facts they were made from.

Nouns: Letter. Promise: the page and the PDF say the same, and a letter can be made again years later."""

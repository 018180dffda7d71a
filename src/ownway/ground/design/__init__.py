"""Design: how every page looks, asks and answers.

Nouns: page, form, field, working (how a figure was reached), chart, sentence for a broken promise of the database.

Promises: everything works without JavaScript; no inline script or style is ever written; a refused form keeps all
that was typed and says by the field what to put right; the words are plain. This room knows no person and no table.
"""

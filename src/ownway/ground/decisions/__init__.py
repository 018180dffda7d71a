"""Every figure that was decided, kept with its working, its inputs and the parameters it used.

Nouns: Decision. Promise: a decision is never edited, and can be worked out again at any time."""

"""What matters to the person: their own words and the outcomes they want.

Nouns: WhatMatters, Outcome. Promise: the person's own words are kept as they said them."""

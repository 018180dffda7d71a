"""What is measured: the pages, payment run and statement reader of the demo council, and the rulebook beside its peers.

`./run bench` measures all; `./run bench pages` and `./run bench rulebook` one of them; a number is a size, of the council
(`./run bench 2443`) or of the cohort (`./run bench rulebook 20000`). Each council has a database of its own, made anew.
The pages are asked for in this process, through every middleware, as a browser would ask; no network is in the figures.
"""

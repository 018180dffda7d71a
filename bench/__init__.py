"""What is measured: the pages, the payment run and the statement reader, for the demo council at two sizes.

`./run bench` measures all; `./run bench 2443` one size. Each size has a database of its own, made anew. The pages are
asked for in this process, through every middleware, as a browser would ask; no network is in the figures.
"""

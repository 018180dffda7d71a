"""Statement readers and payment files beside their peers: the same lines in every format, read by all in the same run.

`./run bench formats` makes a statement of 100,000 lines as OFX, MT940, camt.053 and CSV, and reads each with ours, with
what others use, and with the bare parser underneath; then it writes 100,000 payments. Peers run in an environment of
their own, each way in a process of its own. It fails when a limit of limits.py is broken.
"""

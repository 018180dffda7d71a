"""Bank accounts, schedules and payment runs.

Nouns: BankAccount, Schedule, Run, RunLine, RunFile. Promise: a run that is stopped and repeated pays nobody twice and misses nobody."""

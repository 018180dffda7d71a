"""Who is here: councils, the people who sign in, the roles they hold, and the doors they may open.

Nouns: Council, User, Membership, Actor, Permission. Promise: every door names its permission before anything else happens."""

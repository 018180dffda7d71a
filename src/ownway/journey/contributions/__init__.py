"""What the person pays towards their support.

Nouns: Assessment. Promise: nothing is offered before the person has seen what they would pay and why."""

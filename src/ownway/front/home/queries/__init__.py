"""What comes next for a person, and what waits at a worker's desk."""

from ownway.front.home.queries.desk import list_desk
from ownway.front.home.queries.own import get_own_page, list_mine, page_of
from ownway.front.home.queries.waiting import QUEUES, Queue, list_waiting

__all__ = ["QUEUES", "Queue", "get_own_page", "list_desk", "list_mine", "list_waiting", "page_of"]

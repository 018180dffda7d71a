"""Councils, the people who sign in, and the staff roles they hold."""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class Role(models.TextChoices):
    """What a worker does for a council. People, representatives and PAs are known by their relationship instead."""

    SOCIAL_WORKER = "social_worker", "Social worker"
    FINANCE_OFFICER = "finance_officer", "Finance officer"
    FINANCE_APPROVER = "finance_approver", "Finance approver"
    SUPPORT_ADVISER = "support_adviser", "Support adviser"
    COMMISSIONER = "commissioner", "Commissioner"
    ADMINISTRATOR = "administrator", "Administrator"


class Council(models.Model):
    """A council that runs Ownway: every record belongs to one."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    team_name = models.CharField(max_length=120)
    address = models.TextField()
    phone = models.CharField(max_length=40)
    email = models.EmailField()
    bank_name = models.CharField(max_length=70)
    bank_sort_code = models.CharField(max_length=6)
    bank_account = models.CharField(max_length=8)
    service_user_number = models.CharField(max_length=6)

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Makes accounts by email address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new account; without a password nobody can sign in with one."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """Somebody who signs in."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="users")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False, help_text="A made-up person of the demo council.")

    objects: ClassVar[UserManager] = UserManager()
    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_an_email")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name as they write it."""
        return self.name


@pghistory.track()
class Membership(models.Model):
    """A role that somebody holds at their council, from a day until a day."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"], condition=Q(until_on__isnull=True), name="one_open_membership_a_role"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")),
                name="membership_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} as {self.get_role_display()}"

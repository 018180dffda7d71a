"""Pages drawn apart from the rooms' doors."""

import pytest


@pytest.fixture(autouse=True)
def few_doors(settings):
    settings.ROOT_URLCONF = "tests.unit.design.urls"

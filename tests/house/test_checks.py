"""`./run check` is part of `./run test`: each check is a test, so one run tells everything."""

import pytest
from toolbox import checks


@pytest.mark.slow
@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.name)
def test_it_passes(check, monkeypatch):
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # the browser tests in this process set it
    done = checks.run(check)
    assert done.returncode == 0, f"./run check: {check.name}\n{done.stdout}"

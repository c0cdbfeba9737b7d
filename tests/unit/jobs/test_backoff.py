from __future__ import annotations

from deskbrief.jobs.backoff import Backoff


def test_single_crashes_cost_no_time():
    backoff = Backoff(free=3, window=10)
    assert [backoff.crashed(now) for now in (0, 1, 10.5, 20, 40)] == [0, 0, 0, 0, 0]


def test_a_storm_is_slowed_down_more_and_more_up_to_a_limit():
    backoff = Backoff(free=3, window=10, first=0.5, longest=5)
    assert [backoff.crashed(now / 10) for now in range(8)] == [0, 0, 0.5, 1, 2, 4, 5, 5]


def test_after_a_quiet_while_all_is_forgiven():
    backoff = Backoff(free=2, window=10, first=1)
    assert [backoff.crashed(now) for now in (0, 1, 2)] == [0, 1, 2]
    assert backoff.crashed(13) == 0

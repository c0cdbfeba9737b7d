"""How far times reach: what belongs to a length of time, and whose an article is."""

import pytest
from analysis.helpers import by_rules, read

WRITTEN = "2024-03-01"

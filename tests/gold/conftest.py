"""Lets the tests here import the scripts beside them, which people run by hand."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

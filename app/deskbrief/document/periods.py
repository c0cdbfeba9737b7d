"""What parts the two ends of a period, as in "1 May 2012 to the 2nd of June 2013"."""

from __future__ import annotations

import re

#: What stands between the first and the last day.
UNTIL = re.compile(
    r",?\s{0,9}(?:(?:through|thru|to|until|till|bis|au|al)\b|[-–—]{1,2})\s{0,9}(?:the )?", re.IGNORECASE
)

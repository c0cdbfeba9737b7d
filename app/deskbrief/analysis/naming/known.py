"""Short forms that everybody uses, and words that begin with a capital without being a name."""

from __future__ import annotations

#: Short forms by the name that they stand for; the first is how the name is written out.
PLACES = {
    "United States": ("United States of America", "U.S.", "US", "U.S.A.", "USA", "America"),
    "United Kingdom": ("U.K.", "UK", "Great Britain", "Britain"),
    "European Union": ("E.U.", "EU"),
    "United Arab Emirates": ("U.A.E.", "UAE"),
    "Soviet Union": ("U.S.S.R.", "USSR"),
    "Democratic Republic of the Congo": ("DRC", "D.R.C."),
    "People's Republic of China": ("PRC", "P.R.C."),
}
ORGANISATIONS = {
    "United Nations": ("U.N.", "UN"),
    "European Union": ("E.U.", "EU"),
    "North Atlantic Treaty Organization": ("NATO",),
    "World Health Organization": ("WHO",),
    "World Trade Organization": ("WTO",),
    "International Monetary Fund": ("IMF",),
}
#: The kind of each well-known name.
KINDS = {**dict.fromkeys(PLACES, "place"), **dict.fromkeys(ORGANISATIONS, "organisation")}

#: The full name for each short form, in lower case.
FULL = {
    short.lower(): full
    for table in (PLACES, ORGANISATIONS)
    for full, shorts in table.items()
    for short in (*shorts, full)
}

TITLES = frozenset(
    """mr mrs ms dr prof professor president minister secretary senator sen rep representative general gen colonel
    col captain capt lieutenant lt sergeant sgt judge justice sir lord lady king queen prince princess pope chancellor
    governor gov mayor ambassador chairman chairwoman chair director ceo spokesman spokeswoman spokesperson prime
    foreign defense defence vice deputy former acting first chief admiral commander chancellor""".split()
)
#: Capitalised words that are no names of persons, organisations or places.
NOT_NAMES = frozenset(
    """i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december spring summer autumn fall winter christmas easter table figure chapter section
    appendix annex part article page note notes source sources introduction conclusion conclusions background summary
    overview recommendation recommendations abstract references the a an this that these those""".split()
)
ORGANISATION_WORDS = frozenset(
    """ministry department agency council committee commission bank university institute organisation organization
    association union company corporation corp inc ltd group party court congress parliament senate army navy force
    fund office bureau board center centre foundation society church federation alliance league police""".split()
)
PLACE_WORDS = frozenset(
    """city river lake mountain mount island islands sea ocean bay valley province county district street road avenue
    north south east west peninsula strait gulf""".split()
)
#: Words of a few letters that join the capitalised words of one name.
JOINING = frozenset("of the for and de la le du van von der den al el bin ibn da dos del di y &".split())

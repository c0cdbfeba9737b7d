"""Who should do what: from marked lists, tables and prose, ranked by a small linear model."""

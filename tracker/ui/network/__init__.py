"""People and agencies over all groups: what its sides are made of."""

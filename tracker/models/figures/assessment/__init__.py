"""What members say of their group: a round of self-assessment, its splits and what it suggests (§7.2)."""

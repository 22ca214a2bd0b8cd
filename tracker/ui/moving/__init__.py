"""People and agencies move: seats pass on, names change, and two that were typed twice become one."""

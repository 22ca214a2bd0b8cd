"""What `tracker` does on the command line: a file a family of commands, each loaded when it is called."""

# Each command and the module it lives in, so that `tracker list` does not wait for the workbooks.
COMMANDS = {
    "sample": "making",
    "new": "making",
    "list": "listing",
    "search": "searching",
    "log": "logging_meeting",
    "log-template": "log_files",
    "log-import": "log_files",
    "bring-in": "bringing_in",
    "signals": "signalling",
    "trajectory": "trajectory",
    "balance": "balancing",
    "assess": "assessing",
    "assess-form": "assessing_forms",
    "assess-import": "assessing_forms",
    "brief": "briefing",
    "lines": "lining",
    "return": "returning",
    "collate": "collating",
    "check": "keeping",
    "backup": "keeping",
    "backups": "keeping",
    "restore": "keeping",
    "export": "exporting",
    "picture": "picturing",
    "self-test": "self_test",
}

# The exit statuses: done; refused, or something found; used wrongly.
DONE, REFUSED, MISUSED = 0, 1, 2

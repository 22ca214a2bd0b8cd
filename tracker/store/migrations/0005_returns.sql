-- What the office explains of the checks on its returns, and which row of a log became what.

CREATE TABLE "explanations" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL DEFAULT '',
    "period" TEXT NOT NULL DEFAULT '',
    "check_id" TEXT NOT NULL DEFAULT '',
    "record_id" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "by" TEXT NOT NULL DEFAULT '',
    "on" TEXT
) STRICT;
CREATE INDEX "explanations_by_scope" ON "explanations"("scope_id");

CREATE TABLE "logged_rows" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "template_id" TEXT NOT NULL DEFAULT '',
    "row_ref" TEXT NOT NULL DEFAULT '',
    "kept_in" TEXT NOT NULL DEFAULT '',
    "record_id" TEXT NOT NULL DEFAULT '',
    "content" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "logged_rows_by_template" ON "logged_rows"("template_id");

-- A line that goes is held against those that lead to it: without these, undoing an import took twenty seconds.
CREATE INDEX "lines_by_parent" ON "lines"("parent_line_id");
CREATE INDEX "lines_by_successor" ON "lines"("successor_line_id");
CREATE INDEX "outcomes_by_framework" ON "outcomes"("framework_id");

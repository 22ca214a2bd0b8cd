-- Planned meetings, school terms, how far somebody may promise, and to whom a promise or a lesson goes.

CREATE TABLE "school_terms" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL
) STRICT;

CREATE TABLE "planned_meetings" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "place" TEXT NOT NULL DEFAULT '',
    "repeats" TEXT NOT NULL,
    "until" TEXT,
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "planned_meetings_by_group" ON "planned_meetings"("group_id");

CREATE TABLE "moved_meetings" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "planned_id" TEXT NOT NULL REFERENCES "planned_meetings"(id),
    "on" TEXT NOT NULL,
    "moved_to" TEXT,
    "starts_at" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "moved_meetings_by_planned" ON "moved_meetings"("planned_id");

ALTER TABLE "members" ADD COLUMN "authority" TEXT;
ALTER TABLE "members" ADD COLUMN "authority_nzd" TEXT;

ALTER TABLE "commitments" ADD COLUMN "to_agency_id" TEXT REFERENCES "agencies"(id);
CREATE INDEX "commitments_by_to_agency" ON "commitments"("to_agency_id");

ALTER TABLE "lessons" ADD COLUMN "carry_to_ids" TEXT NOT NULL DEFAULT '[]';

-- What a group needs, what became of agencies, and when a seat or a role was last confirmed.

CREATE TABLE "former_names" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "until" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "short_name" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL DEFAULT '',
    "te_reo_name" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "former_names_by_agency" ON "former_names"("agency_id");

CREATE TABLE "successions" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "successor_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "on" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "successions_by_agency" ON "successions"("agency_id");

CREATE TABLE "requisites" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "text" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "brought_by_ids" TEXT NOT NULL DEFAULT '[]',
    "since" TEXT NOT NULL,
    "until" TEXT,
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "requisites_by_group" ON "requisites"("group_id");
CREATE INDEX "successions_by_successor" ON "successions"("successor_id");

ALTER TABLE "members" ADD COLUMN "confirmed_on" TEXT;
ALTER TABLE "roles" ADD COLUMN "confirmed_on" TEXT;

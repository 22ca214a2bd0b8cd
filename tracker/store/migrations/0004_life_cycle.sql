-- The life cycle: wordings of the purpose, what helps and hinders, the critical friend, winding up, and the story.

CREATE TABLE "purposes" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "purposes_by_group" ON "purposes"("group_id");

CREATE TABLE "conditions" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "key" TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "conditions_by_group" ON "conditions"("group_id");

CREATE TABLE "friend_notes" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "person_id" TEXT REFERENCES "people"(id),
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_on" TEXT
) STRICT;
CREATE INDEX "friend_notes_by_group" ON "friend_notes"("group_id");

CREATE TABLE "windings_up" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "decided_on" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "thanked_on" TEXT,
    "thanked_note" TEXT NOT NULL DEFAULT '',
    "told_on" TEXT,
    "told_note" TEXT NOT NULL DEFAULT '',
    "kept_on" TEXT,
    "kept_at" TEXT NOT NULL DEFAULT '',
    "given_up_on" TEXT
) STRICT;
CREATE INDEX "windings_up_by_group" ON "windings_up"("group_id");

CREATE TABLE "stories" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "seen_differently" TEXT NOT NULL DEFAULT '',
    "turned_by" TEXT NOT NULL DEFAULT '',
    "took" TEXT NOT NULL DEFAULT '',
    "essence" TEXT NOT NULL DEFAULT '',
    "told_by" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "stories_by_group" ON "stories"("group_id");

CREATE INDEX "purposes_by_meeting" ON "purposes"("meeting_id");
CREATE INDEX "friend_notes_by_meeting" ON "friend_notes"("meeting_id");
CREATE INDEX "friend_notes_by_person" ON "friend_notes"("person_id");

ALTER TABLE "stages" ADD COLUMN "evidence" TEXT NOT NULL DEFAULT '';
ALTER TABLE "assessments" ADD COLUMN "asks" TEXT;
ALTER TABLE "assessments" ADD COLUMN "named" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ratings" ADD COLUMN "given_on" TEXT;
ALTER TABLE "ratings" ADD COLUMN "form" TEXT NOT NULL DEFAULT '';
ALTER TABLE "commitments" ADD COLUMN "helped" TEXT;
ALTER TABLE "commitments" ADD COLUMN "helped_on" TEXT;
ALTER TABLE "commitments" ADD COLUMN "helped_note" TEXT NOT NULL DEFAULT '';
ALTER TABLE "set_asides" ADD COLUMN "on" TEXT;

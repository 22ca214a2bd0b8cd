-- The first shape of the office file.

CREATE TABLE "office" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "seen_as_at" TEXT,
    "sample" INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "thresholds" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "value" TEXT,
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "agencies" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "short_name" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL DEFAULT '',
    "te_reo_name" TEXT NOT NULL DEFAULT '',
    "sector" TEXT NOT NULL,
    "part_of_id" TEXT REFERENCES "agencies"(id),
    "has_levels" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "people" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "post" TEXT NOT NULL DEFAULT '',
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "level" TEXT,
    "email" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "people_by_agency" ON "people"("agency_id");

CREATE TABLE "groups" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "short_name" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "theme" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "started_on" TEXT NOT NULL,
    "closed_on" TEXT,
    "closed_because" TEXT NOT NULL DEFAULT '',
    "triggers" TEXT NOT NULL DEFAULT '[]',
    "catalyst" TEXT NOT NULL DEFAULT '',
    "openness" TEXT,
    "joining" TEXT,
    "ratings_named" INTEGER NOT NULL DEFAULT 0,
    "sharing_basis" TEXT,
    "sharing_note" TEXT NOT NULL DEFAULT '',
    "participation" TEXT,
    "participation_note" TEXT NOT NULL DEFAULT '',
    "sign_out" TEXT NOT NULL DEFAULT '',
    "boundaries" TEXT NOT NULL DEFAULT '',
    "next_meeting_on" TEXT
) STRICT;

CREATE TABLE "members" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "person_id" TEXT REFERENCES "people"(id),
    "from_on" TEXT NOT NULL,
    "to_on" TEXT,
    "joining" TEXT,
    "may_commit" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "members_by_group" ON "members"("group_id");
CREATE INDEX "members_by_agency" ON "members"("agency_id");
CREATE INDEX "members_by_person" ON "members"("person_id");

CREATE TABLE "roles" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "person_id" TEXT NOT NULL REFERENCES "people"(id),
    "name" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT,
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "roles_by_group" ON "roles"("group_id");
CREATE INDEX "roles_by_person" ON "roles"("person_id");

CREATE TABLE "meetings" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "chair_id" TEXT REFERENCES "people"(id),
    "felt" TEXT
) STRICT;
CREATE INDEX "meetings_by_group" ON "meetings"("group_id");

CREATE TABLE "attendances" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "meeting_id" TEXT NOT NULL REFERENCES "meetings"(id),
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "person_id" TEXT REFERENCES "people"(id),
    "presence" TEXT NOT NULL,
    "level" TEXT,
    "instead" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "attendances_by_meeting" ON "attendances"("meeting_id");
CREATE INDEX "attendances_by_agency" ON "attendances"("agency_id");
CREATE INDEX "attendances_by_person" ON "attendances"("person_id");

CREATE TABLE "decisions" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "decisions_by_group" ON "decisions"("group_id");
CREATE INDEX "decisions_by_meeting" ON "decisions"("meeting_id");

CREATE TABLE "notes" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "notes_by_group" ON "notes"("group_id");
CREATE INDEX "notes_by_meeting" ON "notes"("meeting_id");

CREATE TABLE "commitments" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "text" TEXT NOT NULL DEFAULT '',
    "agency_id" TEXT REFERENCES "agencies"(id),
    "person_id" TEXT REFERENCES "people"(id),
    "to" TEXT NOT NULL DEFAULT '',
    "made_on" TEXT NOT NULL,
    "due" TEXT,
    "first_due" TEXT,
    "kept_on" TEXT,
    "released_on" TEXT,
    "missed_on" TEXT,
    "backed_on" TEXT,
    "outcome_note" TEXT NOT NULL DEFAULT '',
    "tactic" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "commitments_by_group" ON "commitments"("group_id");
CREATE INDEX "commitments_by_meeting" ON "commitments"("meeting_id");
CREATE INDEX "commitments_by_person" ON "commitments"("person_id");

CREATE TABLE "due_changes" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "commitment_id" TEXT NOT NULL REFERENCES "commitments"(id),
    "on" TEXT NOT NULL,
    "due_before" TEXT,
    "due_after" TEXT,
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "due_changes_by_commitment" ON "due_changes"("commitment_id");

CREATE TABLE "balls" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "issue" TEXT NOT NULL DEFAULT '',
    "opened_on" TEXT NOT NULL,
    "closed_on" TEXT
) STRICT;
CREATE INDEX "balls_by_group" ON "balls"("group_id");

CREATE TABLE "handovers" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "ball_id" TEXT NOT NULL REFERENCES "balls"(id),
    "on" TEXT NOT NULL,
    "agency_id" TEXT REFERENCES "agencies"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "handovers_by_ball" ON "handovers"("ball_id");
CREATE INDEX "handovers_by_meeting" ON "handovers"("meeting_id");

CREATE TABLE "supports" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "amount_nzd" TEXT,
    "asked_on" TEXT,
    "promised_on" TEXT,
    "secured_on" TEXT
) STRICT;
CREATE INDEX "supports_by_group" ON "supports"("group_id");
CREATE INDEX "supports_by_agency" ON "supports"("agency_id");

CREATE TABLE "contributions" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "quantity" TEXT,
    "unit" TEXT NOT NULL DEFAULT '',
    "value_nzd" TEXT,
    "promised_on" TEXT,
    "delivered_on" TEXT,
    "support_id" TEXT REFERENCES "supports"(id)
) STRICT;
CREATE INDEX "contributions_by_group" ON "contributions"("group_id");
CREATE INDEX "contributions_by_agency" ON "contributions"("agency_id");

CREATE TABLE "readings" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "rater" TEXT NOT NULL DEFAULT '',
    "question" TEXT NOT NULL,
    "points" TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX "readings_by_group" ON "readings"("group_id");
CREATE INDEX "readings_by_agency" ON "readings"("agency_id");

CREATE TABLE "accommodations" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "imbalance" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "agreed_on" TEXT NOT NULL,
    "review_on" TEXT
) STRICT;
CREATE INDEX "accommodations_by_group" ON "accommodations"("group_id");
CREATE INDEX "accommodations_by_meeting" ON "accommodations"("meeting_id");

CREATE TABLE "assessments" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "asked_ids" TEXT NOT NULL DEFAULT '[]',
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "note" TEXT NOT NULL DEFAULT '',
    "thresholds" TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX "assessments_by_group" ON "assessments"("group_id");
CREATE INDEX "assessments_by_meeting" ON "assessments"("meeting_id");

CREATE TABLE "ratings" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "assessment_id" TEXT NOT NULL REFERENCES "assessments"(id),
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "rater" TEXT NOT NULL DEFAULT '',
    "answers" TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX "ratings_by_assessment" ON "ratings"("assessment_id");
CREATE INDEX "ratings_by_agency" ON "ratings"("agency_id");

CREATE TABLE "stages" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "stage" TEXT,
    "crossover" INTEGER NOT NULL DEFAULT 0,
    "why" TEXT NOT NULL DEFAULT '',
    "judged_by" TEXT NOT NULL DEFAULT '',
    "assessment_id" TEXT REFERENCES "assessments"(id),
    "differs_because" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "stages_by_group" ON "stages"("group_id");

CREATE TABLE "continuum" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "closeness" TEXT NOT NULL,
    "target" INTEGER NOT NULL DEFAULT 0,
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "continuum_by_group" ON "continuum"("group_id");

CREATE TABLE "sense_making" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "domain" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "sense_making_by_group" ON "sense_making"("group_id");
CREATE INDEX "sense_making_by_agency" ON "sense_making"("agency_id");

CREATE TABLE "triages" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "aspects" INTEGER,
    "agencies" INTEGER,
    "clarity" INTEGER,
    "standardness" INTEGER,
    "result" TEXT,
    "overruled_because" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "triages_by_group" ON "triages"("group_id");

CREATE TABLE "practices" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "practices_by_group" ON "practices"("group_id");

CREATE TABLE "events" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "events_by_group" ON "events"("group_id");

CREATE TABLE "reviews" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    "learned" TEXT NOT NULL DEFAULT '',
    "will_change" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "reviews_by_group" ON "reviews"("group_id");
CREATE INDEX "reviews_by_meeting" ON "reviews"("meeting_id");

CREATE TABLE "lessons" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "review_id" TEXT REFERENCES "reviews"(id),
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "lessons_by_group" ON "lessons"("group_id");
CREATE INDEX "lessons_by_meeting" ON "lessons"("meeting_id");

CREATE TABLE "carryings" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "lesson_id" TEXT NOT NULL REFERENCES "lessons"(id),
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "to_whom" TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL,
    "how" TEXT NOT NULL DEFAULT '',
    "taken_up" TEXT NOT NULL,
    "taken_up_on" TEXT
) STRICT;
CREATE INDEX "carryings_by_lesson" ON "carryings"("lesson_id");
CREATE INDEX "carryings_by_agency" ON "carryings"("agency_id");

CREATE TABLE "risks" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "level" TEXT NOT NULL,
    "agency_id" TEXT REFERENCES "agencies"(id),
    "response" TEXT NOT NULL DEFAULT '',
    "told_on" TEXT,
    "told_whom" TEXT NOT NULL DEFAULT '',
    "closed_on" TEXT
) STRICT;
CREATE INDEX "risks_by_group" ON "risks"("group_id");
CREATE INDEX "risks_by_meeting" ON "risks"("meeting_id");

CREATE TABLE "barriers" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "text" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "asked_of" TEXT NOT NULL DEFAULT '',
    "since" TEXT NOT NULL,
    "state" TEXT NOT NULL
) STRICT;
CREATE INDEX "barriers_by_group" ON "barriers"("group_id");

CREATE TABLE "set_asides" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "signal" TEXT NOT NULL DEFAULT '',
    "until" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "set_asides_by_group" ON "set_asides"("group_id");

CREATE TABLE "frameworks" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "owner_agency_id" TEXT REFERENCES "agencies"(id),
    "period_from" TEXT NOT NULL,
    "period_to" TEXT NOT NULL,
    "vintage" TEXT NOT NULL DEFAULT '',
    "source_url" TEXT NOT NULL DEFAULT '',
    "source_sha256" TEXT NOT NULL DEFAULT '',
    "licence" TEXT NOT NULL DEFAULT '',
    "imported_at" TEXT,
    "state" TEXT NOT NULL
) STRICT;

CREATE TABLE "lines" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "framework_id" TEXT NOT NULL REFERENCES "frameworks"(id),
    "line_key" TEXT NOT NULL DEFAULT '',
    "parent_line_id" TEXT REFERENCES "lines"(id),
    "code" TEXT NOT NULL DEFAULT '',
    "parent_code" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "category_name" TEXT NOT NULL DEFAULT '',
    "administering_agency" TEXT NOT NULL DEFAULT '',
    "using_agency" TEXT NOT NULL DEFAULT '',
    "vote" TEXT NOT NULL DEFAULT '',
    "portfolio_name" TEXT NOT NULL DEFAULT '',
    "portfolio_no" TEXT NOT NULL DEFAULT '',
    "appropriation_type" TEXT NOT NULL DEFAULT '',
    "group_type" TEXT,
    "restriction_type" TEXT NOT NULL DEFAULT '',
    "functional_classification" TEXT NOT NULL DEFAULT '',
    "scope" TEXT NOT NULL DEFAULT '',
    "amount_000" INTEGER,
    "year_end" INTEGER,
    "amount_type" TEXT NOT NULL DEFAULT '',
    "periodicity" TEXT,
    "successor_line_id" TEXT REFERENCES "lines"(id)
) STRICT;
CREATE INDEX "lines_by_framework" ON "lines"("framework_id");

CREATE TABLE "measures" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "line_id" TEXT NOT NULL REFERENCES "lines"(id),
    "code" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "rba" TEXT,
    "unit" TEXT NOT NULL DEFAULT '',
    "direction" TEXT,
    "target_op" TEXT,
    "target_low" TEXT,
    "target_high" TEXT,
    "target_words" TEXT NOT NULL DEFAULT '',
    "baseline" TEXT,
    "actual" TEXT,
    "frequency" TEXT NOT NULL DEFAULT '',
    "page_ref" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "measures_by_line" ON "measures"("line_id");

CREATE TABLE "outcomes" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "statement" TEXT NOT NULL DEFAULT '',
    "population" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "framework_id" TEXT REFERENCES "frameworks"(id),
    "lead_agency_id" TEXT REFERENCES "agencies"(id),
    "core_agency_ids" TEXT NOT NULL DEFAULT '[]',
    "status" TEXT,
    "story" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "outcomes_by_group" ON "outcomes"("group_id");

CREATE TABLE "indicators" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "outcome_id" TEXT NOT NULL REFERENCES "outcomes"(id),
    "name" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "direction" TEXT NOT NULL,
    "baseline" TEXT,
    "baseline_on" TEXT
) STRICT;
CREATE INDEX "indicators_by_outcome" ON "indicators"("outcome_id");

CREATE TABLE "indicator_values" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "indicator_id" TEXT NOT NULL REFERENCES "indicators"(id),
    "period_end" TEXT NOT NULL,
    "value" TEXT,
    "kind" TEXT NOT NULL
) STRICT;
CREATE INDEX "indicator_values_by_indicator" ON "indicator_values"("indicator_id");

CREATE TABLE "results" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "group_id" TEXT NOT NULL REFERENCES "groups"(id),
    "meeting_id" TEXT REFERENCES "meetings"(id),
    "outcome_id" TEXT REFERENCES "outcomes"(id),
    "name" TEXT NOT NULL DEFAULT '',
    "narrative" TEXT NOT NULL DEFAULT '',
    "who_gained" TEXT NOT NULL DEFAULT '',
    "credit_ids" TEXT NOT NULL DEFAULT '[]',
    "on" TEXT NOT NULL,
    "period_from" TEXT,
    "period_to" TEXT,
    "level" TEXT NOT NULL,
    "rba" TEXT,
    "unit" TEXT NOT NULL DEFAULT '',
    "value" TEXT,
    "baseline" TEXT,
    "aggregation" TEXT NOT NULL,
    "numerator" TEXT,
    "denominator" TEXT,
    "count_basis" TEXT,
    "primary_reporter" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "celebrated_on" TEXT,
    "told_home_on" TEXT,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
) STRICT;
CREATE INDEX "results_by_group" ON "results"("group_id");
CREATE INDEX "results_by_meeting" ON "results"("meeting_id");

CREATE TABLE "mappings" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "result_id" TEXT NOT NULL REFERENCES "results"(id),
    "agency_id" TEXT NOT NULL REFERENCES "agencies"(id),
    "line_id" TEXT REFERENCES "lines"(id),
    "measure_id" TEXT REFERENCES "measures"(id),
    "outcome_id" TEXT REFERENCES "outcomes"(id),
    "role" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "strength" INTEGER,
    "share_bp" INTEGER,
    "share_basis" TEXT NOT NULL,
    "narrative" TEXT NOT NULL DEFAULT '',
    "rival_explanation" TEXT NOT NULL DEFAULT '',
    "evidence_grade" TEXT,
    "state" TEXT NOT NULL,
    "agreed_on" TEXT,
    "agreed_meeting_id" TEXT REFERENCES "meetings"(id),
    "revision" INTEGER NOT NULL
) STRICT;
CREATE INDEX "mappings_by_result" ON "mappings"("result_id");
CREATE INDEX "mappings_by_agency" ON "mappings"("agency_id");
CREATE INDEX "mappings_by_line" ON "mappings"("line_id");

CREATE TABLE "evidence" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "result_id" TEXT REFERENCES "results"(id),
    "mapping_id" TEXT REFERENCES "mappings"(id),
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "reference" TEXT NOT NULL DEFAULT '',
    "on" TEXT,
    "grade" TEXT NOT NULL
) STRICT;
CREATE INDEX "evidence_by_result" ON "evidence"("result_id");

CREATE TABLE "returns" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "scope_id" TEXT NOT NULL DEFAULT '',
    "period" TEXT NOT NULL DEFAULT '',
    "period_from" TEXT NOT NULL,
    "period_to" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "schema" TEXT NOT NULL DEFAULT '',
    "checksum" TEXT NOT NULL DEFAULT '',
    "supersedes_id" TEXT REFERENCES "returns"(id)
) STRICT;

CREATE TABLE "sign_offs" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "return_id" TEXT NOT NULL REFERENCES "returns"(id),
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "position" TEXT NOT NULL DEFAULT '',
    "agency" TEXT NOT NULL DEFAULT '',
    "on" TEXT,
    "statement" TEXT NOT NULL DEFAULT '',
    "assurance" TEXT
) STRICT;
CREATE INDEX "sign_offs_by_return" ON "sign_offs"("return_id");

CREATE TABLE "receipts" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "return_id" TEXT NOT NULL REFERENCES "returns"(id),
    "received_at" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL DEFAULT '',
    "verdict" TEXT NOT NULL,
    "issues" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "receipts_by_return" ON "receipts"("return_id");

CREATE TABLE "departures" (
    id TEXT PRIMARY KEY NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "what" TEXT NOT NULL DEFAULT '',
    "to_whom" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "rows" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL DEFAULT '',
    "file_sha256" TEXT NOT NULL DEFAULT '',
    "return_id" TEXT REFERENCES "returns"(id)
) STRICT;

-- Steps and what each changed: the history, and what undo and redo play.
CREATE TABLE steps (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    barrier INTEGER NOT NULL DEFAULT 0,
    undone_at TEXT,
    dropped INTEGER NOT NULL DEFAULT 0
) STRICT;

-- before and after hold a whole row when it appears or goes, and only the changed columns otherwise.
CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES steps(number),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX changes_by_step ON changes(step);
CREATE INDEX changes_by_row ON changes(row_id);

-- What can be searched, and the index over it. The program keeps the two together: with trusted_schema off a trigger
-- may not touch a virtual table.
CREATE TABLE search_entries (
    number INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, content='search_entries', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
    prefix='2 3'
);

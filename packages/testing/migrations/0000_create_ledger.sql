CREATE TABLE "ledger"."activity" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"typename" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"verb" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"audience_before" text[] NOT NULL,
	"audience_after" text[] NOT NULL,
	"event_type" text,
	"event_data" jsonb,
	CONSTRAINT "activity_studio_id_subject_type_subject_id_version_pk" PRIMARY KEY("studio_id","subject_type","subject_id","version")
);
--> statement-breakpoint
ALTER TABLE "ledger"."activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"place" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."activity_subjects" (
	"studio_id" uuid NOT NULL,
	"type" text NOT NULL,
	"id" uuid NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "activity_subjects_studio_id_type_id_pk" PRIMARY KEY("studio_id","type","id")
);
--> statement-breakpoint
ALTER TABLE "ledger"."activity_subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger"."entries" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"amount" integer NOT NULL,
	"due_at" timestamp with time zone,
	CONSTRAINT "entries_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "entries_title" UNIQUE("studio_id","title")
);
--> statement-breakpoint
ALTER TABLE "ledger"."entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "activity_feed" ON "ledger"."activity" USING btree ("studio_id","id");--> statement-breakpoint
CREATE INDEX "activity_entity" ON "ledger"."activity" USING btree ("studio_id","entity_id","id");--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger"."activity" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger"."activity_subjects" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger"."entries" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);
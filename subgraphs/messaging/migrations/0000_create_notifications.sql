CREATE TABLE "messaging"."activity" (
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
ALTER TABLE "messaging"."activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messaging"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messaging"."activity_subjects" (
	"studio_id" uuid NOT NULL,
	"type" text NOT NULL,
	"id" uuid NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "activity_subjects_studio_id_type_id_pk" PRIMARY KEY("studio_id","type","id")
);
--> statement-breakpoint
ALTER TABLE "messaging"."activity_subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messaging"."mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"template" text NOT NULL,
	"state" text NOT NULL,
	"request" text,
	"content" text,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "mails_state" CHECK (state in ('waiting', 'sending', 'sent', 'refused', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "messaging"."notification_settings" (
	"studio_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"in_app" boolean NOT NULL,
	"mail" boolean NOT NULL,
	CONSTRAINT "notification_settings_studio_id_member_id_kind_pk" PRIMARY KEY("studio_id","member_id","kind")
);
--> statement-breakpoint
ALTER TABLE "messaging"."notification_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messaging"."notifications" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text,
	"actor_id" uuid,
	"project_id" uuid NOT NULL,
	"task_id" uuid,
	"comment_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "notifications_kind" CHECK (kind in ('MENTIONED', 'ASSIGNED', 'COMMENTED')),
	CONSTRAINT "notifications_actor" CHECK ((actor_kind is null) = (actor_id is null))
);
--> statement-breakpoint
ALTER TABLE "messaging"."notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "activity_feed" ON "messaging"."activity" USING btree ("studio_id","id");--> statement-breakpoint
CREATE INDEX "activity_entity" ON "messaging"."activity" USING btree ("studio_id","entity_id","id");--> statement-breakpoint
CREATE INDEX "mails_created_at_idx" ON "messaging"."mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notifications_member_idx" ON "messaging"."notifications" USING btree ("studio_id","member_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "messaging"."notifications" USING btree ("studio_id","member_id","id") WHERE read_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_comment_key" ON "messaging"."notifications" USING btree ("studio_id","member_id","comment_id","kind") WHERE comment_id is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "messaging"."activity" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "messaging"."activity_subjects" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "messaging"."notification_settings" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "messaging"."notifications" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);
CREATE TABLE "accounts"."audit_heads" (
	"studio_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts"."audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."audit_log" (
	"studio_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"target_type" text,
	"target_id" uuid,
	"address" text,
	"user_agent" text,
	"before" jsonb,
	"after" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_log_studio_id_number_pk" PRIMARY KEY("studio_id","number")
);
--> statement-breakpoint
ALTER TABLE "accounts"."audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."audit_people" (
	"studio_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "audit_people_studio_id_member_id_pk" PRIMARY KEY("studio_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "accounts"."audit_people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_at_idx" ON "accounts"."audit_log" USING btree ("studio_id","at","number");--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."audit_heads" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."audit_log" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."audit_people" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);
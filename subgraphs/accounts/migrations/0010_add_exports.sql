CREATE TABLE "accounts"."data_exports" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"state" text NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"size" bigint,
	"failure" text,
	"requested_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "data_exports_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "data_exports_state" CHECK (state in ('waiting', 'running', 'ready', 'failed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "accounts"."data_exports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "data_exports_requested_idx" ON "accounts"."data_exports" USING btree ("studio_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "data_exports_active_key" ON "accounts"."data_exports" USING btree ("studio_id") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."data_exports" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);
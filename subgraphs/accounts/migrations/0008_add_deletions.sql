CREATE TABLE "accounts"."former_members" (
	"studio_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"left_at" timestamp with time zone NOT NULL,
	CONSTRAINT "former_members_studio_id_member_id_pk" PRIMARY KEY("studio_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "accounts"."former_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."studio_deletions" (
	"studio_id" uuid PRIMARY KEY NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts"."studio_deletions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"veiled" text[] NOT NULL,
	"token_hash" text NOT NULL,
	"mails" jsonb,
	"requested_at" timestamp with time zone NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"waiting" text[] DEFAULT '{}' NOT NULL,
	"tables" jsonb DEFAULT '[]' NOT NULL,
	"completed_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "erasures_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "erasures_kind" CHECK (kind in ('STUDIO', 'ACCOUNT'))
);
--> statement-breakpoint
ALTER TABLE "accounts"."former_members" ADD CONSTRAINT "former_members_studio_id_studios_id_fk" FOREIGN KEY ("studio_id") REFERENCES "accounts"."studios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."studio_deletions" ADD CONSTRAINT "studio_deletions_studio_id_studios_id_fk" FOREIGN KEY ("studio_id") REFERENCES "accounts"."studios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_members_user_id_idx" ON "accounts"."former_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "studio_deletions_due_at_idx" ON "accounts"."studio_deletions" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "erasures_subject_id_idx" ON "accounts"."erasures" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "erasures_expires_at_idx" ON "accounts"."erasures" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."former_members" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."studio_deletions" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);
CREATE TABLE "accounts"."activity" (
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
ALTER TABLE "accounts"."activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."activity_subjects" (
	"studio_id" uuid NOT NULL,
	"type" text NOT NULL,
	"id" uuid NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "activity_subjects_studio_id_type_id_pk" PRIMARY KEY("studio_id","type","id")
);
--> statement-breakpoint
ALTER TABLE "accounts"."activity_subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."api_keys" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "api_keys_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "api_keys_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts"."api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."client_links" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "client_links_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "client_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts"."client_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."contact_sessions" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_sessions_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "contact_sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts"."contact_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."invitations" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"project_ids" uuid[] DEFAULT '{}' NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK (role in ('admin', 'manager', 'artist', 'accountant', 'guest'))
);
--> statement-breakpoint
ALTER TABLE "accounts"."invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."members" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "members_role" CHECK (role in ('owner', 'admin', 'manager', 'artist', 'accountant', 'guest'))
);
--> statement-breakpoint
ALTER TABLE "accounts"."members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."studios" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"logo" text,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"has_demo_data" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "studios_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "accounts"."studios" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts"."api_keys" ADD CONSTRAINT "api_keys_studio_id_member_id_members_studio_id_id_fk" FOREIGN KEY ("studio_id","member_id") REFERENCES "accounts"."members"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."client_links" ADD CONSTRAINT "client_links_studio_id_studios_id_fk" FOREIGN KEY ("studio_id") REFERENCES "accounts"."studios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."contact_sessions" ADD CONSTRAINT "contact_sessions_studio_id_link_id_client_links_studio_id_id_fk" FOREIGN KEY ("studio_id","link_id") REFERENCES "accounts"."client_links"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."invitations" ADD CONSTRAINT "invitations_studio_id_studios_id_fk" FOREIGN KEY ("studio_id") REFERENCES "accounts"."studios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."members" ADD CONSTRAINT "members_studio_id_studios_id_fk" FOREIGN KEY ("studio_id") REFERENCES "accounts"."studios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_feed" ON "accounts"."activity" USING btree ("studio_id","id");--> statement-breakpoint
CREATE INDEX "activity_entity" ON "accounts"."activity" USING btree ("studio_id","entity_id","id");--> statement-breakpoint
CREATE INDEX "api_keys_member_idx" ON "accounts"."api_keys" USING btree ("studio_id","member_id");--> statement-breakpoint
CREATE INDEX "client_links_project_idx" ON "accounts"."client_links" USING btree ("studio_id","project_id","created_at");--> statement-breakpoint
CREATE INDEX "contact_sessions_link_idx" ON "accounts"."contact_sessions" USING btree ("studio_id","link_id");--> statement-breakpoint
CREATE INDEX "contact_sessions_expires_at_idx" ON "accounts"."contact_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_studio_email_key" ON "accounts"."invitations" USING btree ("studio_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "members_studio_user_key" ON "accounts"."members" USING btree ("studio_id","user_id");--> statement-breakpoint
CREATE INDEX "members_user_id_idx" ON "accounts"."members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "studios_created_by_idx" ON "accounts"."studios" USING btree ("created_by");--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."activity" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."activity_subjects" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."api_keys" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."client_links" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."contact_sessions" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."invitations" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."members" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own" ON "accounts"."members" AS PERMISSIVE FOR SELECT TO public USING (user_id = nullif(current_setting('app.user', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."studios" AS PERMISSIVE FOR ALL TO public USING (id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own" ON "accounts"."studios" AS PERMISSIVE FOR SELECT TO public USING (exists (select from accounts.members where members.studio_id = studios.id and members.user_id = nullif(current_setting('app.user', true), '')::uuid));
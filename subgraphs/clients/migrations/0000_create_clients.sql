CREATE TABLE "clients"."activity" (
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
ALTER TABLE "clients"."activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clients"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients"."activity_subjects" (
	"studio_id" uuid NOT NULL,
	"type" text NOT NULL,
	"id" uuid NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "activity_subjects_studio_id_type_id_pk" PRIMARY KEY("studio_id","type","id")
);
--> statement-breakpoint
ALTER TABLE "clients"."activity_subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clients"."clients" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"vat_id" text,
	"currency" char(3) NOT NULL,
	"language" text NOT NULL,
	"payment_terms_days" integer NOT NULL,
	"default_rate" bigint,
	"default_rate_currency" char(3),
	"notes" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	"trashed_at" timestamp with time zone,
	"version" integer NOT NULL,
	"shelf" text GENERATED ALWAYS AS (case when trashed_at is not null then 'trashed' when archived_at is not null then 'archived' else 'active' end) STORED NOT NULL,
	CONSTRAINT "clients_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "clients_kind" CHECK (kind in ('COMPANY', 'PERSON')),
	CONSTRAINT "clients_default_rate" CHECK ((default_rate is null) = (default_rate_currency is null) and default_rate >= 0),
	CONSTRAINT "clients_payment_terms_days" CHECK (payment_terms_days between 0 and 365)
);
--> statement-breakpoint
ALTER TABLE "clients"."clients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clients"."search_words" (
	"studio_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"word" text collate "C" NOT NULL,
	CONSTRAINT "search_words_studio_id_client_id_owner_id_word_pk" PRIMARY KEY("studio_id","client_id","owner_id","word")
);
--> statement-breakpoint
ALTER TABLE "clients"."search_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clients"."contacts" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"email" text,
	"phone" text,
	"roles" text[] NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "contacts_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "contacts_address" CHECK (removed_at is not null or (email is not null and client_id is not null))
);
--> statement-breakpoint
ALTER TABLE "clients"."contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "clients"."search_words" ADD CONSTRAINT "search_words_studio_id_client_id_clients_studio_id_id_fk" FOREIGN KEY ("studio_id","client_id") REFERENCES "clients"."clients"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients"."contacts" ADD CONSTRAINT "contacts_studio_id_client_id_clients_studio_id_id_fk" FOREIGN KEY ("studio_id","client_id") REFERENCES "clients"."clients"("studio_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_feed" ON "clients"."activity" USING btree ("studio_id","id");--> statement-breakpoint
CREATE INDEX "activity_entity" ON "clients"."activity" USING btree ("studio_id","entity_id","id");--> statement-breakpoint
CREATE INDEX "clients_shelf_name_idx" ON "clients"."clients" USING btree ("studio_id","shelf","name_key","id");--> statement-breakpoint
CREATE INDEX "search_words_studio_word_idx" ON "clients"."search_words" USING btree ("studio_id","word","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_client_email_key" ON "clients"."contacts" USING btree ("studio_id","client_id",lower("email")) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "contacts_client_name_idx" ON "clients"."contacts" USING btree ("studio_id","client_id","name_key","id") WHERE removed_at is null;--> statement-breakpoint
CREATE POLICY "tenant" ON "clients"."activity" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "clients"."activity_subjects" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "clients"."clients" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "clients"."search_words" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "clients"."contacts" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);
CREATE TABLE "accounts"."app_grants" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"scopes" text[] NOT NULL,
	"claims" text[],
	"resources" text[],
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "app_grants_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "app_grants_studio_user_app_key" UNIQUE("studio_id","user_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "accounts"."app_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts"."apps" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"homepage" text,
	"secret_hash" text,
	"redirect_uris" text[] NOT NULL,
	"scopes" text[] NOT NULL,
	"own_scopes" text[] NOT NULL,
	"grant_types" text[] NOT NULL,
	"response_types" text[] NOT NULL,
	"auth_method" text NOT NULL,
	"require_pkce" boolean DEFAULT true NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "apps_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "apps_client_id_unique" UNIQUE("client_id")
);
--> statement-breakpoint
ALTER TABLE "accounts"."apps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts"."app_grants" ADD CONSTRAINT "app_grants_client_id_apps_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "accounts"."apps"("client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."app_grants" ADD CONSTRAINT "app_grants_studio_id_user_id_members_studio_id_user_id_fk" FOREIGN KEY ("studio_id","user_id") REFERENCES "accounts"."members"("studio_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."apps" ADD CONSTRAINT "apps_studio_id_studios_id_fk" FOREIGN KEY ("studio_id") REFERENCES "accounts"."studios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "app_grants_id_key" ON "accounts"."app_grants" USING btree ("id");--> statement-breakpoint
CREATE INDEX "app_grants_client_id_idx" ON "accounts"."app_grants" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "app_grants_user_id_idx" ON "accounts"."app_grants" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."app_grants" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own" ON "accounts"."app_grants" AS PERMISSIVE FOR SELECT TO public USING (user_id = nullif(current_setting('app.user', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts"."apps" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "granted" ON "accounts"."apps" AS PERMISSIVE FOR SELECT TO public USING (exists (select from accounts.app_grants where app_grants.client_id = apps.client_id));
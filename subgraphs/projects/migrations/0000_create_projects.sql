CREATE TABLE "projects"."activity" (
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
ALTER TABLE "projects"."activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."activity_subjects" (
	"studio_id" uuid NOT NULL,
	"type" text NOT NULL,
	"id" uuid NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "activity_subjects_studio_id_type_id_pk" PRIMARY KEY("studio_id","type","id")
);
--> statement-breakpoint
ALTER TABLE "projects"."activity_subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects"."comments" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid,
	"author_kind" text,
	"author_id" uuid,
	"body" text NOT NULL,
	"mentions" jsonb NOT NULL,
	"visibility" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "comments_studio_id_id_pk" PRIMARY KEY("studio_id","id")
);
--> statement-breakpoint
ALTER TABLE "projects"."comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects"."project_grants" (
	"studio_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "project_grants_studio_id_project_id_member_id_pk" PRIMARY KEY("studio_id","project_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "projects"."project_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects"."project_shares" (
	"studio_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "project_shares_studio_id_project_id_contact_id_pk" PRIMARY KEY("studio_id","project_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "projects"."project_shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects"."projects" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"client_id" uuid,
	"brief" text NOT NULL,
	"starts_on" date,
	"due_on" date,
	"new_is_team_only" boolean NOT NULL,
	"current_stage_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	"trashed_at" timestamp with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "projects_studio_id_id_pk" PRIMARY KEY("studio_id","id")
);
--> statement-breakpoint
ALTER TABLE "projects"."projects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects"."stages" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stages_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "stages_in_project" UNIQUE("studio_id","project_id","id")
);
--> statement-breakpoint
ALTER TABLE "projects"."stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects"."tasks" (
	"studio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"stage_id" uuid,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"status" text NOT NULL,
	"assignee_kind" text,
	"assignee_id" uuid,
	"due_on" date,
	"visibility" text NOT NULL,
	"checklist" jsonb NOT NULL,
	"position" text collate "C" NOT NULL,
	"place_version" integer NOT NULL,
	"version" integer NOT NULL,
	"moved_by_kind" text,
	"moved_by_id" uuid,
	"changed_by_kind" text,
	"changed_by_id" uuid,
	"created_by_kind" text,
	"created_by_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"trashed_at" timestamp with time zone,
	CONSTRAINT "tasks_studio_id_id_pk" PRIMARY KEY("studio_id","id"),
	CONSTRAINT "tasks_in_project" UNIQUE("studio_id","project_id","id")
);
--> statement-breakpoint
ALTER TABLE "projects"."tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "projects"."comments" ADD CONSTRAINT "comments_project_fk" FOREIGN KEY ("studio_id","project_id") REFERENCES "projects"."projects"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."comments" ADD CONSTRAINT "comments_task_fk" FOREIGN KEY ("studio_id","project_id","task_id") REFERENCES "projects"."tasks"("studio_id","project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."project_grants" ADD CONSTRAINT "project_grants_project_fk" FOREIGN KEY ("studio_id","project_id") REFERENCES "projects"."projects"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."project_shares" ADD CONSTRAINT "project_shares_project_fk" FOREIGN KEY ("studio_id","project_id") REFERENCES "projects"."projects"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."stages" ADD CONSTRAINT "stages_project_fk" FOREIGN KEY ("studio_id","project_id") REFERENCES "projects"."projects"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD CONSTRAINT "tasks_project_fk" FOREIGN KEY ("studio_id","project_id") REFERENCES "projects"."projects"("studio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD CONSTRAINT "tasks_stage_fk" FOREIGN KEY ("studio_id","project_id","stage_id") REFERENCES "projects"."stages"("studio_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_feed" ON "projects"."activity" USING btree ("studio_id","id");--> statement-breakpoint
CREATE INDEX "activity_entity" ON "projects"."activity" USING btree ("studio_id","entity_id","id");--> statement-breakpoint
CREATE INDEX "comments_on_task" ON "projects"."comments" USING btree ("studio_id","task_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "comments_on_project" ON "projects"."comments" USING btree ("studio_id","project_id","created_at","id") WHERE task_id is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_grants_by_member" ON "projects"."project_grants" USING btree ("studio_id","member_id");--> statement-breakpoint
CREATE INDEX "project_shares_by_contact" ON "projects"."project_shares" USING btree ("studio_id","contact_id");--> statement-breakpoint
CREATE INDEX "projects_open" ON "projects"."projects" USING btree ("studio_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE archived_at is null and trashed_at is null;--> statement-breakpoint
CREATE INDEX "projects_open_by_status" ON "projects"."projects" USING btree ("studio_id","status","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE archived_at is null and trashed_at is null;--> statement-breakpoint
CREATE INDEX "projects_archived" ON "projects"."projects" USING btree ("studio_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE archived_at is not null and trashed_at is null;--> statement-breakpoint
CREATE INDEX "projects_by_client" ON "projects"."projects" USING btree ("studio_id","client_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE trashed_at is null;--> statement-breakpoint
CREATE INDEX "projects_trashed" ON "projects"."projects" USING btree ("studio_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE trashed_at is not null;--> statement-breakpoint
CREATE INDEX "stages_order" ON "projects"."stages" USING btree ("studio_id","project_id","position","id");--> statement-breakpoint
CREATE INDEX "tasks_order" ON "projects"."tasks" USING btree ("studio_id","project_id","position","id");--> statement-breakpoint
CREATE INDEX "tasks_by_status" ON "projects"."tasks" USING btree ("studio_id","project_id","status","position","id");--> statement-breakpoint
CREATE INDEX "tasks_by_stage" ON "projects"."tasks" USING btree ("studio_id","project_id","stage_id","position","id");--> statement-breakpoint
CREATE INDEX "tasks_open_by_assignee" ON "projects"."tasks" USING btree ("studio_id","assignee_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE status <> 'DONE' and archived_at is null and trashed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_open_by_due" ON "projects"."tasks" USING btree ("studio_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE status <> 'DONE' and archived_at is null and trashed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_by_due" ON "projects"."tasks" USING btree ("studio_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE trashed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_trashed" ON "projects"."tasks" USING btree ("studio_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE trashed_at is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."activity" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."activity_subjects" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."comments" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."project_grants" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."project_shares" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."projects" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."stages" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "projects"."tasks" AS PERMISSIVE FOR ALL TO public USING (studio_id = nullif(current_setting('app.studio', true), '')::uuid);
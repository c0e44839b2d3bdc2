DROP INDEX "projects"."tasks_open_by_assignee";--> statement-breakpoint
DROP INDEX "projects"."tasks_open_by_due";--> statement-breakpoint
DROP INDEX "projects"."tasks_by_due";--> statement-breakpoint
DROP INDEX "projects"."tasks_trashed";--> statement-breakpoint
CREATE INDEX "tasks_open_by_assignee" ON "projects"."tasks" USING btree ("studio_id","assignee_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE status <> 'DONE' and archived_at is null and trashed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_open_by_due" ON "projects"."tasks" USING btree ("studio_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE status <> 'DONE' and archived_at is null and trashed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_by_due" ON "projects"."tasks" USING btree ("studio_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE trashed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_trashed" ON "projects"."tasks" USING btree ("studio_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE trashed_at is not null;
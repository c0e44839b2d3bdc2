-- Projects and stages point at each other: checked at the commit, so that both can be written in either order in one transaction.
ALTER TABLE "projects"."projects" ALTER CONSTRAINT "projects_current_stage_fk" DEFERRABLE INITIALLY DEFERRED;

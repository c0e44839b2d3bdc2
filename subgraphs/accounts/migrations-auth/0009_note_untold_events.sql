CREATE TABLE "auth"."untold_events" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"address" text,
	"user_agent" text,
	"happening" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth"."untold_events" ADD CONSTRAINT "untold_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "untold_events_at_idx" ON "auth"."untold_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "untold_events_user_id_idx" ON "auth"."untold_events" USING btree ("user_id");
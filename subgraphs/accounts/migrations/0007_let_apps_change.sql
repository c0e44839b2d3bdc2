ALTER TABLE "accounts"."apps" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "accounts"."apps" ADD COLUMN "logo" text;--> statement-breakpoint
ALTER TABLE "accounts"."apps" ADD COLUMN "previous_secret_hash" text;--> statement-breakpoint
ALTER TABLE "accounts"."apps" ADD COLUMN "previous_ends_at" timestamp with time zone;
ALTER TABLE "accounts"."api_keys" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "accounts"."api_keys" ADD COLUMN "previous_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts"."api_keys" ADD CONSTRAINT "api_keys_previous_hash_unique" UNIQUE("previous_hash");
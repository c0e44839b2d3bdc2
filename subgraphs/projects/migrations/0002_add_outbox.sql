CREATE TABLE "projects"."outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"place" jsonb NOT NULL
);

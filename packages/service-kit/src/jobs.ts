export { type AddJobOptions, addJob, type DeadLetter, deadLetters, jobsSchema, retryDeadLetters } from './jobs/queue.ts';
export { createJobs, type Jobs, type JobsOptions, type Schedule, type TaskHandler } from './jobs/runner.ts';

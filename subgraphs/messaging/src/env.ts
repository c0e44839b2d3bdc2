import type { Runtime } from '@atelier/service-kit/subgraph';
import { z } from 'zod';

const shape = z.object({
  /** Seals mails in the database: links in them let people in. An installation that has none uses its one secret. */
  MAIL_SECRET: z.string().min(32).optional(),
  BETTER_AUTH_SECRET: z.string().min(32).optional(),
  /** With a key, mails go out through SendGrid; without, an embedded Atelier keeps them in its outbox. */
  SENDGRID_API_KEY: z.string().min(1).optional(),
  SENDGRID_URL: z.url({ protocol: /^https?$/ }).default('https://api.sendgrid.com'),
  /** The sender's address, as SendGrid knows it. */
  MAIL_FROM: z.email().optional(),
  /** How long somebody has to read a notification in the app before it is mailed. */
  NOTIFICATION_MAIL_DELAY_SECONDS: z.coerce.number().int().min(0).max(86_400).default(60),
});

export interface Env {
  mailSecret: string;
  /** Null keeps mails in the outbox. */
  sendGrid: { apiKey: string; url: string } | null;
  mailFrom: string;
  notificationMailDelayMs: number;
}

/**
 * What messaging needs from the environment.
 * @throws Error that names the variables which are missing or malformed, never their values
 */
export function readEnv(source: Runtime['env'], mode: Runtime['mode']): Env {
  const parsed = shape.safeParse(source);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
  const values = parsed.data;
  const mailSecret = values?.MAIL_SECRET ?? (mode === 'embedded' ? values?.BETTER_AUTH_SECRET : undefined);
  if (values && mailSecret === undefined) faults.push('MAIL_SECRET');
  if (values && mode === 'fleet' && !values.SENDGRID_API_KEY) faults.push('SENDGRID_API_KEY');
  if (values && (mode === 'fleet' || values.SENDGRID_API_KEY) && !values.MAIL_FROM) faults.push('MAIL_FROM');
  if (!values || mailSecret === undefined || faults.length > 0)
    throw new Error(`messaging cannot start: set or correct ${faults.join(', ')}.`);
  return {
    mailSecret,
    sendGrid: values.SENDGRID_API_KEY ? { apiKey: values.SENDGRID_API_KEY, url: values.SENDGRID_URL } : null,
    mailFrom: values.MAIL_FROM ?? 'atelier@localhost.example',
    notificationMailDelayMs: values.NOTIFICATION_MAIL_DELAY_SECONDS * 1000,
  };
}

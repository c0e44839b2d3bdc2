import { join } from 'node:path';
import { defineSubgraph, type RouteHandler, type SubgraphFactory } from '@atelier/service-kit/subgraph';
import { resolvers } from './__generated__/resolvers.ts';
import { createContext } from './context.ts';
import { readEnv } from './env.ts';
import { outboxRoutes } from './mails/outbox.routes.ts';
import { requestMail } from './mails/request-mail.ts';
import { createSeal } from './mails/seal.ts';
import { PURGE_TASK, purgeMails, SEND_TASK, sendMail } from './mails/send-mail.ts';
import { sendGrid } from './mails/sendgrid.ts';
import { outbox } from './mails/transport.ts';
import { tellPeople } from './notifications/tell-people.ts';
import { personalData } from './personal-data.ts';

/** The domain of what people are told: notifications and mails. */
export const createSubgraph: SubgraphFactory = (runtime) => {
  const env = readEnv(runtime.env, runtime.mode);
  const seal = createSeal(env.mailSecret);
  const transport = env.sendGrid === null ? outbox : sendGrid({ ...env.sendGrid, from: env.mailFrom });
  return defineSubgraph(runtime, {
    name: 'messaging',
    directory: join(import.meta.dirname, '..'),
    resolvers,
    personalData,
    context: createContext,
    handlers: {
      ...tellPeople({ seal, mailDelayMs: env.notificationMailDelayMs }),
      'mail.requested': requestMail(seal),
    },
    jobs: (kit) => ({ [SEND_TASK]: sendMail(kit, { seal, transport }), [PURGE_TASK]: purgeMails(kit) }),
    schedules: [{ task: PURGE_TASK, pattern: '20 3 * * *' }],
    routes: (kit): Record<string, RouteHandler> =>
      transport === outbox ? { '/dev/mail': outboxRoutes(kit, seal), '/dev/mail.json': outboxRoutes(kit, seal) } : {},
  });
};

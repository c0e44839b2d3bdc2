import { z } from 'zod';

/** The environment's part that says where the services of a fleet are. */
export const addressesShape = z.object({
  SERVICE_URL: z
    .string()
    .includes('{name}')
    .default('http://{name}')
    .meta({ unit: 'URL', description: 'Where a service is; `{name}` stands for its name.' }),
  SERVICE_URLS: z
    .string()
    .default('{}')
    .transform((text) => z.record(z.string(), z.url()).parse(JSON.parse(text)))
    .meta({ unit: 'JSON', description: 'Services that are elsewhere: addresses by name.' }),
});

/** The address of a service by its name, without a slash at the end. */
export function addressOf(env: z.infer<typeof addressesShape>, name: string): string {
  return (env.SERVICE_URLS[name] ?? env.SERVICE_URL.replace('{name}', name)).replace(/\/+$/, '');
}

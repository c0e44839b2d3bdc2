import { uuidv7 } from '@atelier/service-kit/ids';
import { type Role, roles, type Viewer } from '@atelier/service-kit/viewer';
import { apiKey, contact, service } from '@atelier/testing/viewers';
import type { Accounts } from './accounts.ts';
import { aMember, aPerson, type StudioFixture } from './people.ts';

/** Everybody who can ask, by a word for them, as seen from one studio. */
export type Cast = Record<Role | 'contact' | 'key' | 'keyWithoutScope' | 'stranger' | 'otherStudio' | 'anonymous' | 'service', Viewer>;

/** One viewer of each kind; `otherStudio` is the owner of another one. */
export async function aCast(domain: Accounts, studio: StudioFixture, other: StudioFixture): Promise<Cast> {
  const people = await Promise.all(roles.map(async (role) => [role, (await aMember(domain, studio, role)).viewer] as const));
  return {
    ...(Object.fromEntries(people) as Record<Role, Viewer>),
    contact: contact(studio.uuid, uuidv7()),
    key: apiKey(studio.uuid, 'studio:read'),
    keyWithoutScope: apiKey(studio.uuid, 'projects:write'),
    stranger: (await aPerson(domain)).viewer,
    otherStudio: (await aMember(domain, other, 'owner')).viewer,
    anonymous: { kind: 'anonymous' },
    service: service('messaging', studio.uuid),
  };
}

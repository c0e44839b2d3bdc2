import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio } from '../testing/people.ts';

let domain: Accounts;
beforeAll(async () => {
  domain = await startAccounts();
});
afterAll(() => domain.stop());

test('what ends with a member is counted before they leave, for them and for who manages members', async () => {
  const studio = await aStudio(domain);
  const [owner, admin, ana] = [
    await aMember(domain, studio, 'owner'),
    await aMember(domain, studio, 'admin'),
    await aMember(domain, studio, 'artist'),
  ];
  await domain.ask(
    admin.viewer,
    `mutation { createApiKey(input: { name: "Website", scopes: [STUDIO_READ] }) { __typename }
      inviteMember(input: { email: "somebody@people.example", role: ARTIST }) { __typename } }`,
  );
  const FACTS = '{ leaving { apiKeys appGrants appsOnTheirOwn clientLinks invitations } }';
  const facts = { apiKeys: 1, appGrants: 0, appsOnTheirOwn: 0, clientLinks: 0, invitations: 1 };
  for (const { viewer } of [owner, admin]) expect(await domain.entity(viewer, 'Member', admin.id, FACTS)).toEqual({ leaving: facts });
  expect(await domain.entity(ana.viewer, 'Member', admin.id, FACTS)).toEqual({ leaving: null });
  const other = await aMember(domain, await aStudio(domain), 'owner');
  expect(await domain.entity(other.viewer, 'Member', admin.id, FACTS)).toBeNull();
  // The person in another studio of theirs: what they have here is not that studio's.
  const elsewhere = await aMember(domain, await aStudio(domain), 'owner', admin);
  expect(await domain.entity(elsewhere.viewer, 'Member', admin.id, FACTS)).toEqual({ leaving: null });
});

import { access, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeId } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { exportsOf } from '../testing/exports.ts';
import { askForAccountDeletion, askForStudioDeletion, passDays, prove, sweep } from '../testing/leaving.ts';
import { aMember, aPerson, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let exports: ReturnType<typeof exportsOf>;
let studio: StudioFixture;
let ana: MemberFixture;
let olga: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
  exports = exportsOf(domain);
});
beforeEach(async () => {
  studio = await aStudio(domain);
  ana = await aMember(domain, studio, 'owner', await aPerson(domain, { name: 'Ana' }));
  olga = await aMember(domain, studio, 'owner', await aPerson(domain, { name: 'Olga' }));
  for (const who of [ana, olga]) await exports.prove(who);
});
afterAll(() => domain.stop());

/** The file of a new export. */
async function exported(what: 'Studio' | 'Own', { viewer }: MemberFixture): Promise<string> {
  const asked = await exports.request(what, viewer);
  expect(await exports.ended(viewer, what === 'Studio' ? 'studio' : 'own')).toMatchObject({ state: 'READY' });
  return join(domain.exportsDir, `${decodeId(asked.export?.id ?? '', 'DataExport')}.zip`);
}
const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
const gone = (path: string) => until(async () => !(await isThere(path)));
/** No job for files is left. */
const settled = () =>
  until(async () => {
    const { rowCount } = await domain.db.admin.query(
      `select from accounts_jobs.jobs where task_identifier = 'export.remove-files' and run_at <= now()`,
    );
    return rowCount === 0;
  });

test('files of a studio’s exports are gone as soon as the studio is, and those of its people’s own stay', async () => {
  const [ofStudio, own] = [await exported('Studio', olga), await exported('Own', olga)];
  await prove(domain, ana);
  await askForStudioDeletion(domain, ana);
  passDays(domain, 14);
  await sweep(domain);
  await gone(ofStudio);
  await settled();
  expect(await isThere(own)).toBe(true);
});

test('files of a person’s exports are gone as soon as the person is: their own, and those of studios that they asked for', async () => {
  const [own, askedFor, others] = [await exported('Own', ana), await exported('Studio', ana), await exported('Studio', olga)];
  const face = join(dirname(domain.exportsDir), `${'a'.repeat(64)}.webp`);
  await writeFile(face, 'face');
  await domain.db.admin.query(`update auth.users set image = $2 where id = $1`, [ana.userId, `/media/${'a'.repeat(64)}.webp`]);
  await prove(domain, ana);
  await askForAccountDeletion(domain, ana);
  passDays(domain, 14);
  await sweep(domain);
  for (const path of [own, askedFor, face]) await gone(path);
  await settled();
  expect(await isThere(others)).toBe(true);
});

test('removing files is safe to do twice', async () => {
  const own = await exported('Own', ana);
  const other = await exported('Own', olga);
  const again = JSON.stringify({ ids: [own.slice(own.lastIndexOf('/') + 1, -'.zip'.length)] });
  for (const _time of ['once', 'twice']) {
    await domain.db.admin.query(`select accounts_jobs.add_job('export.remove-files', $1::json)`, [again]);
    await gone(own);
    await settled();
  }
  const { rows } = await domain.db.admin.query(`select last_error from accounts_jobs._private_jobs where last_error is not null`);
  expect(rows).toEqual([]);
  expect(await isThere(other)).toBe(true);
});

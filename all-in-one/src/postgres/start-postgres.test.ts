import { chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { processIdentity, waitUntil } from '../processes.ts';
import { makeWorkspace, query } from '../testing/workspace.ts';
import { findPostgres } from './leftovers.ts';

const isRoot = process.getuid?.() === 0;
let work: Awaited<ReturnType<typeof makeWorkspace>>;

beforeEach(async () => {
  work = await makeWorkspace();
});

afterEach(async () => {
  await work.cleanUp();
});

/** Whether a connection of this process goes over a socket: it has no address. */
async function overSocket({ localUrl }: { localUrl: string }): Promise<boolean> {
  const [row] = await query<{ local: boolean }>({ superuserUrl: localUrl }, 'select inet_client_addr() is null as local');
  return row?.local === true;
}

describe('the embedded PostgreSQL', () => {
  test('makes a UTF-8 database that orders by code point and knows case beyond ASCII', async () => {
    const postgres = await work.start(await work.hold(work.path('data')));
    const [row] = await query(
      postgres,
      `select current_setting('server_encoding') as encoding, lower('ÉCLAIR') as lower, 'Z' < 'a' as by_code_point`,
    );
    expect(row).toEqual({ encoding: 'UTF8', lower: 'éclair', by_code_point: true });
  });

  test('listens on the loopback address only, asks for a password, and keeps its files to itself', async () => {
    const dir = await work.hold(work.path('data'));
    const postgres = await work.start(dir);
    const [row] = await query<{ addresses: string; sockets: string }>(
      postgres,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: `"${join(dir.path, 'postgres')}"` });
    for (const url of [postgres.superuserUrl, postgres.localUrl]) {
      const wrong = { superuserUrl: url.replace(/:[^:@]*@/, ':wrong@') };
      await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    }
    expect((await stat(join(dir.path, 'postgres'))).mode & 0o077).toBe(0);
  });

  test.each([['a plain name'], ['a comma, "quotes" and 100% of é']])(
    'is reached over a socket of its own, in a folder with %s',
    async (name) => {
      const dir = await work.hold(work.path(name));
      const first = await work.start(dir);
      expect(await overSocket(first)).toBe(true);
      await first.stop();
      expect((await readdir(join(dir.path, 'postgres'))).filter((file) => file.startsWith('.s.'))).toEqual([]);
      expect(await overSocket(await work.start(dir))).toBe(true);
    },
  );

  test('is reached over TCP where its path is too long for a socket', async () => {
    const postgres = await work.start(await work.hold(work.path('x'.repeat(110))));
    expect(postgres.localUrl).toBe(postgres.superuserUrl);
    expect(await overSocket(postgres)).toBe(false);
  });

  test('keeps its data and its port from one start to the next', async () => {
    const dir = await work.hold(work.path('data'));
    const first = await work.start(dir);
    await query(first, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await work.start(dir);
    expect(second.port).toBe(first.port);
    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('takes another port when somebody else has the one of the last time', async () => {
    const dir = await work.hold(work.path('data'));
    const other = await work.start(await work.hold(work.path('other')));
    await writeFile(join(dir.path, 'postgres.port'), String(other.port));
    const postgres = await work.start(dir);
    expect(postgres.port).not.toBe(other.port);
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says so when a port that was asked for is in use', async () => {
    const other = await work.start(await work.hold(work.path('other')));
    const dir = await work.hold(work.path('data'));
    await expect(work.start(dir, { port: other.port })).rejects.toThrow(`Port ${other.port} for PostgreSQL is in use`);
    expect(await findPostgres(join(dir.path, 'postgres'))).toEqual([]);
  });

  test('runs from a path with a space, below a folder that nobody else can enter', async () => {
    await mkdir(work.path('closed'), { mode: 0o700 });
    const dir = await work.hold(work.path('closed', 'my data', 'and more'));
    const postgres = await work.start(dir);
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('runs beside another one on its own data directory', async () => {
    const [one, two] = [await work.start(await work.hold(work.path('one'))), await work.start(await work.hold(work.path('two')))];
    await query(one, 'create table only_here ()');
    await expect(query(two, 'select from only_here')).rejects.toMatchObject({ code: '42P01' });
    await one.stop();
    expect(await query(two, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is started again on the same port when it is killed while Atelier runs', async () => {
    const postgres = await work.start(await work.hold(work.path('data')), { fsync: true });
    await query(postgres, 'create table kept as select 42 as answer');
    const killed = postgres.pid;
    process.kill(killed, 'SIGKILL');
    const answer = () => query(postgres, 'select answer from kept').catch(() => []);
    // One that is being killed may still answer.
    expect(await waitUntil(async () => postgres.pid !== killed && (await answer()).length === 1, 20_000, 100)).toBe(true);
  });

  test('leaves no process behind when it stops', async () => {
    const dir = await work.hold(work.path('data'));
    const postgres = await work.start(dir);
    expect(await findPostgres(join(dir.path, 'postgres'))).toContain(postgres.pid);
    await postgres.stop();
    expect(await findPostgres(join(dir.path, 'postgres'))).toEqual([]);
  });

  test('leaves nothing half made when the start is given up', async () => {
    const dir = await work.hold(work.path('data'));
    const giveUp = new AbortController();
    const start = work.start(dir, { signal: giveUp.signal, onProgress: () => setImmediate(() => giveUp.abort()) });
    await expect(start).rejects.toThrow('aborted');
    await expect(stat(join(dir.path, 'postgres'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await query(await work.start(dir), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  if (isRoot) {
    test('runs as root where user namespaces are forbidden, below a closed folder too', async () => {
      await mkdir(work.path('closed'), { mode: 0o700 });
      const dir = await work.hold(work.path('closed', 'data'));
      const first = await work.start(dir, { rootStrategy: 'other-user' });
      await query(first, 'create table kept as select 42 as answer');
      await first.stop();
      expect((await stat(join(dir.path, 'postgres', 'PG_VERSION'))).uid).not.toBe(0);
      // Its owner decides from then on.
      const second = await work.start(dir);
      expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
    });
  }
});

describe('a start on a data directory with a past', () => {
  test('stops the PostgreSQL that a killed Atelier left behind, and finds all that was committed', async () => {
    const elsewhere = await work.startElsewhere(work.path('data'));
    await query(elsewhere.postgres, 'create table kept as select 42 as answer');
    await elsewhere.kill();
    expect(await processIdentity(elsewhere.postgres.pid)).toBeDefined();
    const postgres = await work.start(await work.hold(work.path('data')));
    expect(await processIdentity(elsewhere.postgres.pid)).toBeUndefined();
    expect(await query(postgres, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('recovers when PostgreSQL and Atelier were both killed', async () => {
    const elsewhere = await work.startElsewhere(work.path('data'));
    await query(elsewhere.postgres, 'create table kept as select 42 as answer');
    await elsewhere.kill();
    process.kill(elsewhere.postgres.pid, 'SIGKILL');
    const postgres = await work.start(await work.hold(work.path('data')));
    expect(await query(postgres, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await overSocket(postgres)).toBe(true);
  });

  test('leaves a process alone that has the number in an old lock file but is not ours', async () => {
    const dir = await work.hold(work.path('data'));
    const before = await work.start(dir);
    await before.stop();
    const other = await work.start(await work.hold(work.path('other')));
    const [pidFile, old] = [
      join(dir.path, 'postgres', 'postmaster.pid'),
      await readFile(work.path('other', 'postgres', 'postmaster.pid'), 'utf8'),
    ];
    const { uid, gid } = await stat(join(dir.path, 'postgres'));
    for (const file of [pidFile, join(dir.path, 'postgres', `.s.PGSQL.${before.port}.lock`)]) {
      await writeFile(file, old.replace(work.path('other', 'postgres'), work.path('data', 'postgres')));
      if (isRoot) await chown(file, uid, gid);
    }
    const postgres = await work.start(dir);
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await query(other, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('refuses a database of another major version, and does not touch it', async () => {
    const dir = await work.hold(work.path('data'));
    await mkdir(join(dir.path, 'postgres'));
    await writeFile(join(dir.path, 'postgres', 'PG_VERSION'), '15\n');
    await expect(work.start(dir)).rejects.toThrow(
      /made by PostgreSQL 15 and this Atelier brings PostgreSQL 18: start it with the checkout/,
    );
    expect(await readFile(join(dir.path, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
  });

  test('refuses a damaged database folder', async () => {
    const dir = await work.hold(work.path('data'));
    await mkdir(join(dir.path, 'postgres'));
    await expect(work.start(dir)).rejects.toThrow(/is damaged .* --reset/);
  });

  test('says which file is missing when the password does not belong to the database', async () => {
    const dir = await work.hold(work.path('data'));
    await (await work.start(dir)).stop();
    await expect(work.start(dir, { superuserPassword: 'another' })).rejects.toThrow(/put back the secrets.json/);
    expect(await findPostgres(join(dir.path, 'postgres'))).toEqual([]);
  });

  test('gives the reason that PostgreSQL itself gives when it does not come up', async () => {
    const dir = await work.hold(work.path('data'));
    await (await work.start(dir)).stop();
    await rm(join(dir.path, 'postgres', 'global', 'pg_control'));
    await expect(work.start(dir)).rejects.toThrow(/PostgreSQL did not start: .*postgres\.log/);
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { addImporter, foreignLines, pinnedPackages } from './lockfile.ts';

const lockfile = readFileSync(resolve(import.meta.dirname, '../../pnpm-lock.yaml'), 'utf8');

describe('a lockfile', () => {
  test('of this checkout names no host and no disk', () => {
    expect(foreignLines(lockfile)).toEqual([]);
  });

  test.each([
    ["    resolution: {tarball: 'https://registry.example/a/-/a-1.0.0.tgz'}", 'names a host'],
    ['    resolution: {tarball: a-1.0.0.tgz}', 'names a place on a disk'],
    ['        version: file:../../vendor/a', 'names a place on a disk'],
    ['        specifier: /opt/a', 'names a place on a disk'],
  ])('with the line %j is refused', (line, what) => {
    const sentences = foreignLines(lockfile.replace('\npackages:\n', `\n${line}\npackages:\n`));
    expect(sentences).toEqual([expect.stringContaining(`${what}: ${line.trim()}`)]);
  });

  test('takes a package of ours with the versions of the others, in its place', () => {
    const given = JSON.stringify({ dependencies: { zod: '*' }, devDependencies: { '@jest/globals': '*' } });
    const pinned = pinnedPackages(given, lockfile);
    expect(Object.keys(JSON.parse(pinned).dependencies)).toEqual(['zod']);
    expect(pinned).not.toContain('*');
    const after = addImporter(lockfile, 'subgraphs/lanterns', pinned);
    const folders = [...after.matchAll(/^ {2}(subgraphs\/.+):$/gm)].map(([, folder]) => folder);
    expect(folders).toContain('subgraphs/lanterns');
    expect(folders).toEqual(folders.toSorted());
    expect(after.length).toBeGreaterThan(lockfile.length);
  });

  test('takes no dependency that would have to be looked up', () => {
    expect(() => pinnedPackages(JSON.stringify({ dependencies: { 'left-pad': '*' } }), lockfile)).toThrow(
      'No subgraph depends on left-pad yet',
    );
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { brokenDocs } from './docs.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'atelier-docs-'));
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ scripts: { start: '', 'new:subgraph': '' } }));
  writeFileSync(join(root, 'docs/there.md'), 'Back to [the start](../README.md#top).\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('links and commands that are there pass, and so do links that lead out', () => {
  writeFileSync(
    join(root, 'README.md'),
    'See [there](docs/there.md#part), [the folder](docs/), [outside](https://example.com/x) and [below](#part).\n\n    npm start\n    npm run new:subgraph lanterns\n',
  );
  expect(brokenDocs(root)).toEqual([]);
});

test('a link that leads nowhere and a command that is none are named with their line', () => {
  writeFileSync(
    join(root, 'README.md'),
    'See\n[gone](docs/gone.md) and ![a picture](gone.png "Gone").\n\n    npm run dance\n    npm test\n',
  );
  expect(brokenDocs(root)).toEqual([
    'README.md:2 links to docs/gone.md, which is not there',
    'README.md:2 links to gone.png, which is not there',
    'README.md:4 names npm run dance, which package.json does not have',
    'README.md:5 names npm run test, which package.json does not have',
  ]);
});

test('this checkout has nothing of the kind', () => {
  expect(brokenDocs(resolve(import.meta.dirname, '..'))).toEqual([]);
});

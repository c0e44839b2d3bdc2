import { describe, expect, test } from '@jest/globals';
import { checkApp, type NewApp } from './app.ts';

const good: NewApp = {
  name: ' The   Tool ',
  description: null,
  homepage: 'https://tool.example',
  redirectUris: ['https://tool.example/back', 'https://tool.example/back', ' '],
  scopes: ['studio:read'],
  ownScopes: [],
  isConfidential: true,
};

test('an app is kept tidy: each address once, the name without spare blanks', () => {
  expect(checkApp(good)).toMatchObject({ name: 'The Tool', redirectUris: ['https://tool.example/back'] });
});

describe('people are sent back', () => {
  test.each([
    'http://127.0.0.1/back',
    'http://[::1]:8080/back',
    'http://localhost:3000/back',
    'com.example.tool:/back',
    'https://tool.example/back?from=atelier',
  ])('to %s', (uri) => {
    expect(checkApp({ ...good, redirectUris: [uri] })).toMatchObject({ redirectUris: [uri] });
  });

  test.each([
    'http://tool.example/back',
    'https://tool.example/back#here',
    'https://*.tool.example/back',
    'https://user:word@tool.example/back',
    'javascript:alert(1)',
    'data:text/html,x',
    'tool:/back',
    '/back',
    `https://tool.example/${'x'.repeat(500)}`,
  ])('never to %s', (uri) => {
    expect(checkApp({ ...good, redirectUris: [uri] })).toMatchObject({ __typename: 'InvalidInput', path: ['input', 'redirectUris'] });
  });
});

test.each([
  ['name', { name: ' ' }],
  ['name', { name: 'x'.repeat(61) }],
  ['homepage', { homepage: 'javascript:alert(1)' }],
  ['redirectUris', { redirectUris: [] }],
  ['redirectUris', { redirectUris: Array.from({ length: 11 }, (_, index) => `https://tool.example/${index}`) }],
  ['scopes', { scopes: [] }],
  ['ownScopes', { ownScopes: ['studio:read'], isConfidential: false }],
] as [string, Partial<NewApp>][])('what is wrong with an app is told at its field: %s', (field, given) => {
  expect(checkApp({ ...good, ...given })).toMatchObject({ __typename: 'InvalidInput', path: ['input', field] });
});

import { expect, test } from '@jest/globals';
import { readRequest } from './request.ts';

const signed = (given: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: 'app_1',
    redirect_uri: 'https://tool.example/back?x=1',
    scope: 'studio:read projects:read offline_access made:up',
    sig: 'x=',
    ...given,
  }).toString();

test('what an app asks is read in the order in which it is shown, and given back as it came', () => {
  expect(readRequest(signed())).toEqual({
    signed: signed(),
    clientId: 'app_1',
    scopes: ['PROJECTS_READ', 'STUDIO_READ'],
    goesOn: true,
    backTo: 'tool.example',
  });
});

test('an app on a phone is named by its scheme', () => {
  expect(readRequest(signed({ redirect_uri: 'com.example.tool:/back' }))?.backTo).toBe('com.example.tool');
});

test.each([undefined, '', 'client_id=x', 'redirect_uri=https://tool.example'])('anything else is no request: %s', (given) => {
  expect(readRequest(given)).toBeNull();
});

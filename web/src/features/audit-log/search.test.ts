import { expect, test } from '@jest/globals';
import { downloadPath, readAuditLogSearch, startOfDay, toFilter } from './search.ts';

test.each([
  ['2026-11-22', 'Europe/Madrid', 0, '2026-11-21T23:00:00.000Z'],
  ['2026-07-01', 'Europe/Madrid', 0, '2026-06-30T22:00:00.000Z'],
  // The night in which the clocks go back is 25 hours long.
  ['2026-10-25', 'Europe/Madrid', 0, '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Madrid', 1, '2026-10-25T23:00:00.000Z'],
  ['2026-11-22', 'America/Los_Angeles', 0, '2026-11-22T08:00:00.000Z'],
  ['2026-11-22', 'Pacific/Auckland', 0, '2026-11-21T11:00:00.000Z'],
])('%s begins in %s (and %i days later) at the right moment', (day, zone, add, moment) => {
  expect(startOfDay(day, zone, add).toISOString()).toBe(moment);
});

test('the address keeps what it knows', () => {
  expect(readAuditLogSearch({ what: 'keys', member: 'member_1', from: '2026-11-01', to: 'soon', more: 1 })).toEqual({
    what: 'keys',
    member: 'member_1',
    from: '2026-11-01',
  });
  expect(readAuditLogSearch({ what: 'toString', from: '2026-13-45' })).toEqual({});
});

test('a download asks for what is shown', () => {
  const filter = toFilter({ what: 'keys', to: '2026-11-22' }, 'UTC');
  expect(filter).toEqual({ kinds: ['API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED'], to: '2026-11-23T00:00:00.000Z' });
  expect(downloadPath('northlight', filter)).toBe(
    '/auth/audit-log.csv?studio=northlight&kinds=API_KEY_CREATED%2CAPI_KEY_ROTATED%2CAPI_KEY_REVOKED&to=2026-11-23T00%3A00%3A00.000Z',
  );
});

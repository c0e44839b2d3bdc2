import { describe, expect, it } from '@jest/globals';
import { deviceOf } from './session.ts';
import { checkProfile } from './user.ts';

describe('A profile', () => {
  it('needs a name of at most 80 characters', () => {
    expect(checkProfile({ name: ' Ana   Ruiz ' })).toEqual({ name: 'Ana Ruiz' });
    expect(checkProfile({ name: ' ' })).toMatchObject({ code: 'REQUIRED', path: ['input', 'name'] });
    expect(checkProfile({ name: 'x'.repeat(81) })).toMatchObject({ code: 'TOO_LONG' });
  });

  it('may leave language and time zone to the browser', () => {
    expect(checkProfile({ locale: null, timeZone: null })).toEqual({ locale: null, timeZone: null });
    expect(checkProfile({ locale: 'ES-mx' })).toEqual({ locale: 'es-MX' });
    expect(checkProfile({ locale: 'x' })).toMatchObject({ code: 'INVALID_LOCALE' });
    expect(checkProfile({ timeZone: 'Nowhere' })).toMatchObject({ code: 'INVALID_TIME_ZONE' });
  });
});

describe('A device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'Safari on Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/137.0 Mobile/15E148 Safari/604.1',
      'Chrome on iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0 Safari/537.36 Edg/137.0',
      'Edge on Windows',
    ],
    ['curl/8.5.0', 'Unknown device'],
    [null, 'Unknown device'],
  ])('%s is %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });
});

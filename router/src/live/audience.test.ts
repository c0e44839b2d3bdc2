import type { Audience } from '@atelier/service-kit/activity';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { Role, Viewer } from '@atelier/service-kit/viewer';
import { describe, expect, test } from '@jest/globals';
import { verdictOf } from './audience.ts';

const studioId = uuidv7();
const memberId = uuidv7();
const contactId = uuidv7();
const of = (role: Role): Viewer => ({ kind: 'user', userId: uuidv7(), sessionId: uuidv7(), studio: { id: studioId, memberId, role } });
const contact: Viewer = { kind: 'contact', contactId, sessionId: uuidv7(), studioId };
const verdict = (viewer: Viewer, audienceBefore: Audience[], audienceAfter: Audience[], subject = 'project') =>
  verdictOf({ channel: `projects:${subject}:${studioId}:${studioId}`, audienceBefore, audienceAfter }, viewer);

describe('an event', () => {
  test('is for whoever can see the thing after it', () => {
    expect(verdict(of('artist'), [], ['team'])).toBe('changed');
    expect(verdict(contact, ['team'], ['team', 'client'])).toBe('changed');
    expect(verdict(contact, [], [`person:${contactId}`])).toBe('changed');
    expect(verdict(contact, ['team'], ['team'])).toBe('nothing');
    expect(verdict(of('artist'), [], [`person:${contactId}`])).toBe('nothing');
  });

  test('takes the thing from those who could see it before and cannot after: made team-only, deleted, a grant withdrawn', () => {
    expect(verdict(contact, ['team', 'client'], ['team'])).toBe('dropped');
    expect(verdict(of('artist'), ['team', 'client'], ['team'])).toBe('changed');
    expect(verdict(of('artist'), ['team'], [])).toBe('dropped');
    expect(verdict(of('guest'), [`person:${memberId}`], [])).toBe('dropped');
  });

  test('of the studio tells a guest nothing of what goes away, unless it was theirs by name', () => {
    expect(verdict(of('guest'), ['team'], [], 'studio')).toBe('nothing');
    expect(verdict(of('guest'), ['team', `person:${memberId}`], [], 'studio')).toBe('dropped');
    expect(verdict(of('artist'), ['team'], [], 'studio')).toBe('dropped');
  });

  test('says nothing to strangers', () => {
    expect(verdict({ kind: 'anonymous' }, ['team', 'client'], ['team', 'client'])).toBe('nothing');
  });
});

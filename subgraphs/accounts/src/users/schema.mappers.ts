import type { Viewer } from '@atelier/service-kit/viewer';
import type { Session } from './session.ts';
import type { User } from './user.ts';

export type ViewerMapper = Viewer;
export type UserMapper = User;
export type SessionMapper = Session;
/** A contact of the clients domain, by its global id. */
export type ContactMapper = { __typename: 'Contact'; id: string };

import { createContext, useContext } from 'react';
import type { FrameQuery } from './__generated__/Frame.ts';

/** What every page of a studio may know at once: where it is, and who looks. */
export type FrameFacts = {
  studio: NonNullable<FrameQuery['studio']>;
  user: NonNullable<NonNullable<FrameQuery['viewer']>['user']>;
  member: NonNullable<NonNullable<FrameQuery['viewer']>['member']>;
};

/** Given by the frame. Null while it is loading. */
export const FrameContext = createContext<FrameFacts | null>(null);

/** The studio and the viewer; null while they are loading. */
export function useFrame(): FrameFacts | null {
  return useContext(FrameContext);
}

const SEES_CLIENTS = new Set(['OWNER', 'ADMIN', 'MANAGER', 'ARTIST', 'ACCOUNTANT']);
const RUNS_STUDIO = new Set(['OWNER', 'ADMIN']);
const RUNS_PROJECTS = new Set(['OWNER', 'ADMIN', 'MANAGER']);
const MAKES_PROJECTS = new Set(['OWNER', 'ADMIN', 'MANAGER', 'ARTIST']);

/**
 * Which places a role has, so that nobody is shown a door that stays shut. The server decides for itself; this only chooses what
 * is drawn before a thing with its own `viewerCan…` is there.
 */
export function placesOf(role: string | undefined) {
  return {
    clients: role !== undefined && SEES_CLIENTS.has(role),
    newClient: role !== undefined && RUNS_PROJECTS.has(role),
    newProject: role !== undefined && MAKES_PROJECTS.has(role),
    trash: role !== undefined && MAKES_PROJECTS.has(role),
    projectTrash: role !== undefined && RUNS_PROJECTS.has(role),
    studioSettings: role !== undefined && RUNS_STUDIO.has(role),
    export: role === 'OWNER',
  };
}

import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { DataExportKind, DataExportResolvers, DataExportState } from './../../__generated__/types.ts';
import type { ExportKind, ExportState } from '../data-export.ts';

const KINDS = { studio: 'STUDIO', person: 'PERSON' } as const satisfies Record<ExportKind, DataExportKind>;
const STATES = {
  waiting: 'WAITING',
  running: 'RUNNING',
  ready: 'READY',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  expired: 'EXPIRED',
} as const satisfies Record<ExportState, DataExportState>;

export const DataExport: DataExportResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'DataExport');
    return id === null ? null : services.exports.find(id);
  },
  id: (of) => encodeId('DataExport', of.id),
  kind: (of) => KINDS[of.kind],
  state: (of, _args, { services }) => STATES[services.exports.state(of)],
  progress: ({ stored, percent }) => (stored === 'running' ? percent : null),
  downloadUrl: (of, _args, { services }) => services.exports.downloadPath(of),
};

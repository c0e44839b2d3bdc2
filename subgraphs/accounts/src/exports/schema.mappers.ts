import type { Connection } from '@atelier/service-kit/connections';
import type { DataExport } from './data-export.ts';

export type DataExportMapper = DataExport;
export type DataExportConnectionMapper = Connection<DataExport>;

import type { Connection } from '@atelier/service-kit/connections';
import type { Client } from './client.ts';

export type ClientMapper = Client;
export type ClientConnectionMapper = Connection<Client>;

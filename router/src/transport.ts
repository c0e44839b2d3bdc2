export * from './transports/index.ts';

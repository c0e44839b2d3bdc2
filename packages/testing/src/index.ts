export { emptyDatabase, LEDGER, type TestDatabase, testDatabase } from './database.ts';
export { entries } from './ledger/entry.table.ts';

import pg from 'pg';

/** A pool as the job queue wants it: no lost connection goes unheard, idle or not. */
export function jobsPool(url: string, applicationName: string, max: number, onError: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, application_name: applicationName, max });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** The ways that an operation can come by. */
export type Protocol = 'http' | 'websocket' | 'sse' | 'multipart';

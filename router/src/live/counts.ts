/** What is open of one protocol, and what was sent over it since the start. */
export interface LiveCount {
  open: number;
  /** Results, once a client. */
  sent: number;
}
export type LiveCounts = Readonly<Record<'websocket' | 'sse' | 'multipart', LiveCount>>;

/** All at zero. */
export const noLiveCounts = (): LiveCounts => ({
  websocket: { open: 0, sent: 0 },
  sse: { open: 0, sent: 0 },
  multipart: { open: 0, sent: 0 },
});

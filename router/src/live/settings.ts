/** What live connections (sockets, event streams, multipart answers) may do. Times are in ms. */
export interface LiveSettings {
  /** Operations at once on one socket; one more is answered with RATE_LIMITED. */
  operationsPerSocket: number;
  /** Connections at once of one viewer (person, contact or key); one more socket is closed with 4430, one more HTTP stream gets 429. */
  connectionsPerViewer: number;
  /** Connections at once from one address; one more is answered with 429. */
  connectionsPerAddress: number;
  /** Messages a second that a socket may send for long; more than that closes it with 1008. */
  messagesPerSecond: number;
  /** Messages that a socket may send at once, before that rate holds. */
  messageBurst: number;
  /** The longest message from a client, in bytes; a longer one closes the socket with 1009. */
  maxMessageBytes: number;
  /** What may wait unread for one socket, in bytes, before another answer cuts it off with 4413. */
  maxUnreadBytes: number;
  /** Events that may wait for one reader; more become one `Resync`, or 4413 for who does not read. */
  waitingEvents: number;
  /** How long a socket may take to say who it is; then 4408. */
  initWaitMs: number;
  /** How long a socket may stay without an operation and without a word; then 1000. */
  idleMs: number;
  /** How often a socket that says nothing by itself is pinged; one that has not answered by the next time is ended. */
  pingMs: number;
  /** How often an HTTP stream says that it is alive. */
  heartbeatMs: number;
  /** How often every viewer is asked for anew, so that a session that just ran out is noticed without an event. */
  sweepMs: number;
  /** How long a known viewer is taken as current without asking; a revocation is felt at once. */
  freshMs: number;
  /** At a stop, connections are closed at random moments within this time. */
  drainMs: number;
  /** At a stop, how long queries and mutations may take to finish before their connection is closed all the same. */
  drainWaitMs: number;
}

export const liveSettings: LiveSettings = {
  operationsPerSocket: 100,
  connectionsPerViewer: 100,
  connectionsPerAddress: 2_000,
  messagesPerSecond: 50,
  messageBurst: 250,
  maxMessageBytes: 256 * 1024,
  maxUnreadBytes: 16 * 1024 * 1024,
  waitingEvents: 256,
  initWaitMs: 10_000,
  idleMs: 15 * 60_000,
  pingMs: 20_000,
  heartbeatMs: 10_000,
  sweepMs: 30_000,
  freshMs: 5_000,
  drainMs: 2_000,
  drainWaitMs: 10_000,
};

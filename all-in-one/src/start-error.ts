/**
 * Why Atelier cannot start, for the person at the terminal: one sentence that names the cause and the way out.
 * It is printed without a stack; anything else that is thrown is a defect and keeps its stack.
 */
export class StartError extends Error {
  override name = 'StartError';
}

/** The code of a failed system call ('EACCES'), or undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  // Not `instanceof Error`: in jest, Node's own errors come from another realm.
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

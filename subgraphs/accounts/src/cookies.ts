/** How the names of an installation's cookies begin: two installations on one host do not sign each other out. */
export const cookiePrefix = (installation: string): string => `atelier_${installation}`;

/** A person's session, as better-auth names it; with the browser's own guard where it travels over HTTPS only. */
export const sessionCookie = (installation: string, secure: boolean): string =>
  `${secure ? '__Secure-' : ''}${cookiePrefix(installation)}.session_token`;

/**
 * A client contact's session: beside a person's own, so that both views live in one browser. Over HTTPS no other host of the same domain
 * can plant one.
 */
export const contactCookie = (installation: string, secure: boolean): string =>
  `${secure ? '__Host-' : ''}${cookiePrefix(installation)}_contact`;

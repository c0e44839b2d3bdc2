import type { Page } from 'playwright-core';

/** Who looks at a screen. */
export type Who =
  /** Nobody who is signed in. */
  | 'stranger'
  /** The illustrator, owner of her studio. */
  | 'marisol'
  /** The owner of the agency. */
  | 'ingrid'
  /** A subcontractor of the agency: sees the projects that were opened to her. */
  | 'guest'
  /** Somebody who has just made a studio. */
  | 'newcomer'
  /** A client's contact, come by a link. */
  | 'client';

/** One screen of the product, as it is opened for its picture. */
export interface Screen {
  /** The file's name. */
  name: string;
  who: Who;
  /** The path to open. */
  path: string;
  /** Words that stand on the page once it is all there: another page, or half of one, is no picture of this one. */
  shows: string;
  /** What is done on the page before the picture: opening a dialog, say. It changes no data. */
  open?(page: Page): Promise<void>;
  /** The languages that the browser prefers; English when left out. */
  locale?: string;
}

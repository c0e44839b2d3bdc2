import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** The largest upload, in bytes. */
export const MAX_BYTES = 2 * 1024 * 1024;
/** The longest side of what is kept, in pixels. */
export const SIDE = 512;
/** More pixels than this are not decoded, however small the file. */
const MAX_PIXELS = 50_000_000;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'avif']);

/** People are square, logos keep their shape. */
export type PictureKind = 'user-picture' | 'studio-logo' | 'app-logo';

/** Whose picture is set: the viewer's, their studio's, or that of an app (plain uuid) which the studio has registered. */
export interface PictureOf {
  kind: PictureKind;
  appId: string | null;
}

/** A picture as it is kept and served. */
export interface Picture {
  /** SHA-256 of the content, then `.webp`. */
  name: string;
  bytes: Buffer;
}

/**
 * Draws an upload anew as WebP of at most 512 pixels: what was hidden in it (place, device, scripts) is gone. Decoding runs on
 * libuv's threads. Null when it is no picture that can be read.
 */
export async function redraw(upload: Uint8Array, kind: PictureKind): Promise<Picture | null> {
  let bytes: Buffer;
  try {
    const image = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 });
    const { format } = await image.metadata();
    if (format === undefined || !FORMATS.has(format)) return null;
    const fit =
      kind === 'user-picture' ? ({ fit: 'cover', position: 'attention' } as const) : ({ fit: 'inside', withoutEnlargement: true } as const);
    bytes = await image
      .autoOrient()
      .resize({ width: SIDE, height: SIDE, ...fit })
      .webp({ quality: 82 })
      .toBuffer();
  } catch {
    return null;
  }
  return { name: `${createHash('sha256').update(bytes).digest('hex')}.webp`, bytes };
}

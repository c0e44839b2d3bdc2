import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { SIDE } from '../src/pictures/picture.ts';

/** A picture of the demo, as the storage keeps it. */
export interface DemoPicture {
  /** Its file name in the storage. */
  name: string;
  bytes: Buffer;
}

interface Portrait {
  ground: string;
  skin: string;
  hair: string;
  cloth: string;
  /** The hair behind the head, and in front of it. */
  back: string;
  front: string;
  /** What the person wears beside clothes: glasses, an ear-ring, a beard. */
  detail?: string;
}

const INK = '#2b2521';

// Cut paper: flat shapes on a ground of 200 by 200, a few lines of ink for the face.
const PORTRAITS = {
  marisol: {
    ground: '#e6c9a8',
    skin: '#c98f67',
    hair: '#33231d',
    cloth: '#b1492f',
    back: '<path d="M52 92c0-40 22-60 49-60s49 20 49 60c0 30 8 46 2 62H50c-6-16 2-32 2-62z"/>',
    front: '<path d="M64 88c4-26 20-38 38-38 16 0 32 10 36 36-14-2-28-8-38-18-8 12-22 18-36 20z"/>',
    detail: '<circle cx="65" cy="116" r="4" fill="#e3b23c"/><circle cx="137" cy="116" r="4" fill="#e3b23c"/>',
  },
  ingrid: {
    ground: '#b9c7c4',
    skin: '#ebc7a9',
    hair: '#d9b26b',
    cloth: '#2f4858',
    back: '<path d="M58 96c-2-38 18-60 43-60s45 22 43 60l2 22H56z"/>',
    front: '<path d="M62 92c2-30 18-46 40-46 24 0 38 18 38 46-6-18-14-26-26-28-20 0-40 6-52 28z"/>',
  },
  theo: {
    ground: '#d8d3c4',
    skin: '#dfb08c',
    hair: '#6b4a2f',
    cloth: '#5b6b4a',
    back: '',
    front: '<path d="M62 86c-2-34 18-48 40-48 24 0 40 14 38 46-8-10-10-18-12-22-18 4-40 2-54-2-4 8-8 14-12 26z"/>',
    detail: `<path d="M66 106c2 36 14 48 35 48s33-12 35-48c-8 16-20 20-35 20s-27-4-35-20z" fill="#6b4a2f"/><path d="M90 130q11 6 22 0" fill="none" stroke="#dfb08c" stroke-width="3" stroke-linecap="round"/>`,
  },
  amara: {
    ground: '#cdb9c9',
    skin: '#7a4a33',
    hair: '#1f1715',
    cloth: '#d9a441',
    back: '<circle cx="101" cy="78" r="54"/>',
    front: '<path d="M66 84c8-20 22-28 35-28s27 8 35 28c-10-8-22-12-35-12s-25 4-35 12z"/>',
  },
  kenji: {
    ground: '#c9d3df',
    skin: '#e2b891',
    hair: '#241f20',
    cloth: '#3d3a4b',
    back: '',
    front: '<path d="M60 94c-6-40 16-58 42-58 28 0 46 20 40 58-4-10-6-16-8-24-10 2-16-2-22-8-14 10-34 12-46 10-2 8-4 14-6 22z"/>',
    detail: `<g fill="none" stroke="${INK}" stroke-width="3"><circle cx="84" cy="103" r="12"/><circle cx="118" cy="103" r="12"/><path d="M96 101q5-3 10 0"/></g>`,
  },
  paula: {
    ground: '#dcc3b5',
    skin: '#efcfb4',
    hair: '#8c3b2a',
    cloth: '#6d7f8d',
    back: '<path d="M56 100c-4-42 18-62 45-62s49 20 45 62c-2 14-10 22-14 24H70c-4-2-12-10-14-24z"/>',
    front: '<path d="M62 96c0-32 18-44 38-44 22 0 40 12 40 42-18-4-34-14-44-26-6 14-18 24-34 28z"/>',
  },
} satisfies Record<string, Portrait>;

const LOGOS = {
  // A sun that sets into the sea, in two strokes of the brush.
  marisol: `<rect width="200" height="200" fill="#f3e9dc"/><circle cx="100" cy="84" r="46" fill="#c8553d"/>
    <path d="M18 118c20-14 38-14 54 0s36 14 56 0 38-14 54 0v64H18z" fill="#f3e9dc"/>
    <g fill="none" stroke="#2f4858" stroke-width="9" stroke-linecap="round"><path d="M26 122c18-13 34-13 50 0s34 13 52 0 32-13 46 0"/><path d="M46 150c14-10 26-10 38 0s26 10 40 0 22-10 32-2"/></g>`,
  // A lighthouse that is also the letter N.
  northlight: `<rect width="200" height="200" fill="#20303a"/>
    <g fill="none" stroke="#f2ead9" stroke-width="12" stroke-linejoin="round" stroke-linecap="round"><path d="M66 156V70l68 86V52"/></g>
    <path d="M134 40l52-22v44z" fill="#e3b23c"/><circle cx="134" cy="40" r="10" fill="#f2ead9"/>`,
} satisfies Record<string, string>;

const portrait = ({ ground, skin, hair, cloth, back, front, detail = '' }: Portrait): string => `
  <rect width="200" height="200" fill="${ground}"/>
  <g fill="${hair}">${back}</g>
  <path d="M28 208c4-40 34-56 73-56s69 16 73 56z" fill="${cloth}"/>
  <path d="M84 128h34v26c0 12-34 12-34 0z" fill="${skin}"/>
  <ellipse cx="101" cy="102" rx="37" ry="45" fill="${skin}"/>
  <g fill="${hair}">${front}</g>
  ${detail}
  <g fill="${INK}"><circle cx="85" cy="103" r="3.4"/><circle cx="117" cy="103" r="3.4"/></g>
  <g fill="none" stroke="${INK}" stroke-width="2.4" stroke-linecap="round"><path d="M101 104l-4 13h6"/>${detail.includes('M90 130') ? '' : '<path d="M91 128q10 8 20 0"/>'}</g>`;

async function paint(drawing: string): Promise<DemoPicture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="${SIDE}" height="${SIDE}">${drawing}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).webp({ quality: 90 }).toBuffer();
  return { name: `${createHash('sha256').update(bytes).digest('hex')}.webp`, bytes };
}

async function paintAll<Key extends string>(drawings: Readonly<Record<Key, string>>): Promise<Record<Key, DemoPicture>> {
  const painted = Object.entries<string>(drawings).map(async ([key, drawing]) => [key, await paint(drawing)] as const);
  return Object.fromEntries(await Promise.all(painted)) as Record<Key, DemoPicture>;
}

/** The pictures of the demo's people and studios by their keys, drawn here: nothing is fetched. */
export async function demoPictures(): Promise<{
  people: Record<keyof typeof PORTRAITS, DemoPicture>;
  studios: Record<keyof typeof LOGOS, DemoPicture>;
}> {
  const faces = Object.fromEntries(Object.entries<Portrait>(PORTRAITS).map(([key, each]) => [key, portrait(each)]));
  return { people: await paintAll(faces as Record<keyof typeof PORTRAITS, string>), studios: await paintAll(LOGOS) };
}

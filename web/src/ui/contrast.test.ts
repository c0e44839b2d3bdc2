import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

type Theme = Map<string, string>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties of the first rule whose selector is exactly this. */
function rule(selector: string): Theme {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('\n}', start));
  return new Map([...body.matchAll(/--([\w-]+):\s*(oklch\([^)]+\))/g)].map(([, name, value]) => [name ?? '', value ?? '']));
}

const light = rule(':root');
const dark = new Map([...light, ...rule(':root[data-theme="dark"]')]);

/** The relative luminance of an opaque oklch() colour, clipped to what a screen can show. */
function luminance(colour: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = colour
    .replace(/oklch\(|\)/g, '')
    .split(/\s+/)
    .map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => {
      const colour = theme.get(name);
      if (!colour) throw new Error(`tokens.css has no --${name}`);
      return luminance(colour);
    })
    .sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['ground', 'surface-1', 'surface-2', 'surface-3'];
const statuses = ['waiting', 'live', 'done', 'late', 'money-in', 'money-out'];
const people = Array.from({ length: 8 }, (_, index) => `person-${index + 1}`);

const texts: [string, string][] = [
  ...['ink-1', 'ink-2', 'ink-3', 'accent-text', ...statuses].flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...statuses.map((status): [string, string] => [status, `${status}-wash`]),
  ...['ink-1', 'ink-2'].flatMap((ink) => statuses.map((status): [string, string] => [ink, `${status}-wash`])),
  ['accent-text', 'accent-wash'],
  ['ink-1', 'accent-wash'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['ground', 'ink-1'],
  ['ground', 'ink-2'],
  ...people.map((person): [string, string] => ['person-ink', person]),
];

const marks: [string, string][] = [
  ...['line-field', 'focus', 'accent'].flatMap((mark) => ['ground', 'surface-1'].map((ground): [string, string] => [mark, ground])),
  ...people.map((person): [string, string] => [person, 'ground']),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_name, theme) => {
  test.each(texts)('%s can be read on %s', (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)('%s can be told from %s', (mark, ground) => {
    expect(contrast(theme, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

const THEME_KEY = 'atelier.theme';
const DENSITY_KEY = 'atelier.density';
const listeners = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden: the choice holds until the page is left.
  }
}

const storedTheme = read(THEME_KEY);
let theme: ThemeChoice = storedTheme === 'light' || storedTheme === 'dark' ? storedTheme : 'system';
let density: Density = read(DENSITY_KEY) === 'compact' ? 'compact' : 'comfortable';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function apply() {
  const dark = theme === 'dark' || (theme === 'system' && systemDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.density = density;
  for (const listener of listeners) listener();
}
systemDark.addEventListener('change', apply);

/** What the reader chose on this device; public/theme.js applies the same before the first paint. */
export const appearance = {
  theme: () => theme,
  density: () => density,
  setTheme(next: ThemeChoice) {
    theme = next;
    write(THEME_KEY, next);
    apply();
  },
  setDensity(next: Density) {
    density = next;
    write(DENSITY_KEY, next);
    apply();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

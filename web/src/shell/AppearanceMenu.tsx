import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { MenuChoice } from '../ui/Menu.tsx';
import { appearance, type Density, type ThemeChoice } from './theme.ts';

/** Light, dark or the system's; comfortable or compact: two groups for the user menu. */
export function AppearanceMenu() {
  const { t } = useLingui();
  const theme = useSyncExternalStore(appearance.subscribe, appearance.theme);
  const density = useSyncExternalStore(appearance.subscribe, appearance.density);
  return (
    <>
      <MenuChoice
        label={t`Theme`}
        value={theme}
        onChange={(value) => appearance.setTheme(value as ThemeChoice)}
        options={[
          { value: 'system', label: t`As the system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
      />
      <MenuChoice
        label={t`Density`}
        value={density}
        onChange={(value) => appearance.setDensity(value as Density)}
        options={[
          { value: 'comfortable', label: t`Comfortable` },
          { value: 'compact', label: t`Compact` },
        ]}
      />
    </>
  );
}

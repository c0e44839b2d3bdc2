import { useLingui } from '@lingui/react/macro';
import { type ComponentProps, useMemo } from 'react';
import { Select } from '../../ui/Field.tsx';

/** Offered on top of the list of currencies. */
const USUAL_CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'MXN', 'CAD', 'AUD', 'JPY'];
const LANGUAGES = ['en', 'en-GB', 'en-US', 'es', 'es-MX', 'de', 'fr', 'it', 'nl', 'pt', 'pt-BR', 'sv', 'da', 'nb', 'pl', 'ca', 'ja'];

type ChoiceProps = Omit<ComponentProps<'select'>, 'children'> & {
  /** Offered even where it is not in the list: what was chosen elsewhere must not be lost here. */
  present?: string | null | undefined;
  /** The words of the choice of nothing; left out, something must be chosen. */
  none?: string;
};

const withPresent = (list: readonly string[], present: string | null | undefined) =>
  present && !list.includes(present) ? [present, ...list] : list;

/** A currency by code and name. */
export function CurrencySelect({ present, none, ...rest }: ChoiceProps) {
  const { i18n, t } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: 'currency' });
  const all = Intl.supportedValuesOf('currency').filter((code) => !USUAL_CURRENCIES.includes(code));
  const option = (code: string) => (
    <option key={code} value={code}>
      {code} {names.of(code)}
    </option>
  );
  return (
    <Select {...rest}>
      {none && <option value="">{none}</option>}
      <optgroup label={t`Often used`}>{withPresent(USUAL_CURRENCIES, present).map(option)}</optgroup>
      <optgroup label={t`All`}>{all.filter((code) => code !== present).map(option)}</optgroup>
    </Select>
  );
}

/** A time zone, the continents apart. */
export function TimeZoneSelect({ present, none, ...rest }: ChoiceProps) {
  const { t } = useLingui();
  const groups = useMemo(() => {
    const zones = withPresent(['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], present);
    return [...Map.groupBy(zones, (zone) => (zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : ''))];
  }, [present]);
  return (
    <Select {...rest}>
      {none && <option value="">{none}</option>}
      {groups.map(([continent, zones]) => (
        <optgroup key={continent} label={continent || t`Universal`}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone
                .slice(zone.indexOf('/') + 1)
                .replaceAll('_', ' ')
                .replaceAll('/', ', ')}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** A language by its name in the language of the app. */
export function LanguageSelect({ present, none, ...rest }: ChoiceProps) {
  const { i18n } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' });
  return (
    <Select {...rest}>
      {none && <option value="">{none}</option>}
      {withPresent(LANGUAGES, present).map((tag) => (
        <option key={tag} value={tag}>
          {names.of(tag)}
        </option>
      ))}
    </Select>
  );
}

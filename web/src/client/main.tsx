import '@fontsource-variable/instrument-sans/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '../ui/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProvider } from '../graphql/ApiProvider.tsx';
import { createApi } from '../graphql/client.ts';
import { activateClient, pickLocale } from '../i18n/client.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { LinkClosed } from './LinkClosed.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('client.html has no #root');

await activateClient(pickLocale(navigator.languages));

// A contact's cookie ends with their link: the page begins anew and says so.
const api = createApi({ studio: null, onSignedOut: () => location.reload() });

createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <ApiProvider api={api}>
        <LinkClosed />
      </ApiProvider>
      <Toasts />
    </I18nProvider>
  </StrictMode>,
);

import '@fontsource-variable/instrument-sans/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '../ui/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProvider } from '../graphql/ApiProvider.tsx';
import { createApi } from '../graphql/client.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { accessEnded } from './access.ts';
import { ClientPages } from './ClientPages.tsx';
import { speak } from './language.ts';

const place = document.getElementById('root');
if (!place) throw new Error('client.html has no #root');

await speak();

const api = createApi({ studio: null, as: 'contact', onSignedOut: () => accessEnded.set(true) });

createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <ApiProvider api={api}>
        <ClientPages />
      </ApiProvider>
      <Toasts />
    </I18nProvider>
  </StrictMode>,
);

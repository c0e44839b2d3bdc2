import '@fontsource-variable/instrument-sans/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import './ui/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { activateApp } from './i18n/app.ts';
import { router } from './router.tsx';
import { PaletteHost } from './shell/PaletteHost.tsx';
import { ShortcutsProvider } from './shell/ShortcutsProvider.tsx';
import { Toasts } from './ui/Toasts.tsx';

activateApp();

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <ShortcutsProvider>
        <PaletteHost>
          <RouterProvider router={router} />
        </PaletteHost>
      </ShortcutsProvider>
      <Toasts />
    </I18nProvider>
  </StrictMode>,
);

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { makeQueryClient } from './api/query-client.js';
import { AppearanceProvider } from './app/appearance.js';
import { lendNonce } from './app/csp-nonce.js';
import { startTexts } from './app/i18n.js';
import { makeRouter } from './app/router.js';
import './app/base.css';
import './app/print.css';

lendNonce();
await startTexts();
const client = makeQueryClient();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <AppearanceProvider>
        <RouterProvider router={makeRouter(client)} />
      </AppearanceProvider>
    </QueryClientProvider>
  </StrictMode>,
);

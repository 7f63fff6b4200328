import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { App } from './App.js';
import { WallApp } from './drill-runs/index.js';

const wall = (
  <Suspense>
    <WallApp />
  </Suspense>
);
const router = createBrowserRouter(
  [
    { path: '/wall', element: wall },
    { path: '*', element: <App /> },
  ],
  { basename: '/admin' },
);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);

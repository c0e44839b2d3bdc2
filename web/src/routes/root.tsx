import { createRootRoute, Outlet } from '@tanstack/react-router';
import { NotFoundPage } from '../shell/FailedPage.tsx';

/** Above every page of the app. Features hang their routes under this or under the studio's. */
export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

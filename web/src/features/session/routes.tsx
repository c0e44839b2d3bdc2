import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../routes/root.tsx';
import { readSessionSearch } from './search.ts';

const outside = { getParentRoute: () => rootRoute, validateSearch: readSessionSearch };

/** `/`: the studio that was open last, or sign-in. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
});

/** `/sign-in?back=…`: by password or by a mailed link. */
export const signInRoute = createRoute({
  ...outside,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
});

/** `/sign-up`: a new account. */
export const signUpRoute = createRoute({
  ...outside,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./SignUpPage.tsx'), 'SignUpPage'),
});

/** `/second-step?ways=…&back=…`: a code or a passkey, after the password or the mailed link. */
export const secondStepRoute = createRoute({
  ...outside,
  path: '/second-step',
  component: lazyRouteComponent(() => import('./SecondStepPage.tsx'), 'SecondStepPage'),
});

/** `/verify-email`: where the link that confirms an address ends. */
export const verifyEmailRoute = createRoute({
  ...outside,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./VerifyEmailPage.tsx'), 'VerifyEmailPage'),
});

/** `/forgot-password`: asks for a link to choose a new one. */
export const forgotPasswordRoute = createRoute({
  ...outside,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
});

/** `/reset-password?token=…`: where that link ends. */
export const resetPasswordRoute = createRoute({
  ...outside,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./ResetPasswordPage.tsx'), 'ResetPasswordPage'),
});

/** `/proven?error=…`: where a round by a provider ends that shows who is at the screen; the page that began it waits. */
export const provenRoute = createRoute({
  ...outside,
  path: '/proven',
  component: lazyRouteComponent(() => import('./ProvenPage.tsx'), 'ProvenPage'),
});

/** `/join/<token>`: an invitation to a studio. */
export const joinRoute = createRoute({
  ...outside,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./JoinPage.tsx'), 'JoinPage'),
});

/** `/security?back=…`: the person's own security, for a member whose studio waits for a second factor. */
export const ownSecurityRoute = createRoute({
  ...outside,
  path: '/security',
  component: lazyRouteComponent(() => import('../settings/OwnSecurityPage.tsx'), 'OwnSecurityPage'),
});

/** `/security/log`: what happened to the person's account. */
const ownLogPageRoute = createRoute({
  ...outside,
  path: '/security/log',
  component: lazyRouteComponent(() => import('../audit-log/OwnLogPage.tsx'), 'OwnLogPage'),
});

/** The pages outside of any studio. */
export const sessionRoutes = [
  startRoute,
  signInRoute,
  secondStepRoute,
  ownSecurityRoute,
  ownLogPageRoute,
  signUpRoute,
  verifyEmailRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  provenRoute,
  joinRoute,
];

import type { AuthContext } from 'better-auth';
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins';
import { clientSecretOf } from './apple.ts';
import { PROVIDERS, type Provider, type ProviderId } from './provider.ts';

/** How long a request waits while a provider is looked up, and how long one may take to give its tokens, in milliseconds. */
const LOOK_UP_MS = 3_000;
const EXCHANGE_MS = 5_000;
/** How long a provider that did not answer is left alone; each time twice as long. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** After this long what a provider says of itself is read anew. */
const GOOD_FOR_MS = 24 * 3_600_000;

type Known = AuthContext['socialProviders'][number];

/** Who signs people in for us: looked up when they are there, not only at our start. */
export interface ProviderDirectory {
  /** Begins; what is found goes to the list of the context. Returns at once. */
  open(context: AuthContext): void;
  /** Whether it can be asked now: waits for a look-up that is under way or due, at most seconds. True for whoever is none of ours. */
  ready(id: string): Promise<boolean>;
  /** Those that are set up, for the buttons. Looks for those that were not there when it is time. */
  list(): { id: ProviderId; name: string; isAvailable: boolean }[];
}

/** Keeps the providers; `configure` says how the library is to ask one. */
export function createDirectory(providers: readonly Provider[], configure: (provider: Provider) => GenericOAuthConfig): ProviderDirectory {
  const entries = new Map<string, ReturnType<typeof watch>>();
  return {
    open(context) {
      for (const provider of providers) {
        const entry = watch(provider, configure(provider), context);
        entries.set(provider.id, entry);
        entry.lookWhenDue();
      }
    },
    async ready(id) {
      const entry = entries.get(id);
      if (entry === undefined) return true;
      await entry.lookWhenDue();
      return entry.isFound();
    },
    list: () =>
      providers.map(({ id }) => {
        const entry = entries.get(id);
        void entry?.lookWhenDue();
        return { id, name: PROVIDERS[id], isAvailable: entry?.isFound() ?? false };
      }),
  };
}

function watch(provider: Provider, config: GenericOAuthConfig, context: AuthContext) {
  let looking: Promise<void> | null = null;
  let dueAt = 0;
  let pause = FIRST_PAUSE_MS;
  const place = () => context.socialProviders.findIndex(({ id }) => id === provider.id);

  async function look(): Promise<void> {
    try {
      const found = await within(LOOK_UP_MS, find(config, context));
      const at = place();
      context.socialProviders.splice(at < 0 ? context.socialProviders.length : at, at < 0 ? 0 : 1, bounded(found, provider, config));
      pause = FIRST_PAUSE_MS;
      dueAt = performance.now() + GOOD_FOR_MS;
    } catch {
      context.logger.error(`${provider.id} did not say how it is asked; it is looked for again in ${pause / 1_000} s.`);
      dueAt = performance.now() + pause;
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    } finally {
      looking = null;
    }
  }

  return {
    isFound: () => place() >= 0,
    /** Who was found once is asked as before while they are looked up anew. */
    async lookWhenDue(): Promise<void> {
      if (performance.now() >= dueAt) looking ??= look();
      if (place() < 0) await looking;
    },
  };
}

/** Asks the library, which reads what the provider says of itself and gives nothing for one that it cannot use. */
async function find(config: GenericOAuthConfig, context: AuthContext): Promise<Known> {
  const { context: made } = await genericOAuth({ config: [config] }).init(context);
  const found = made.socialProviders.find(({ id }) => id === config.providerId);
  if (found === undefined) throw new Error('It did not answer, or not as a provider of OpenID.');
  return found;
}

/** The same provider, who is shown a secret of its kind and does not keep a request waiting for ever. */
function bounded(found: Known, provider: Provider, config: GenericOAuthConfig): Known {
  return {
    ...found,
    async validateAuthorizationCode(data) {
      config.clientSecret = await clientSecretOf(provider);
      return within(EXCHANGE_MS, found.validateAuthorizationCode(data));
    },
    getUserInfo: (tokens) => within(EXCHANGE_MS, found.getUserInfo(tokens)),
  };
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

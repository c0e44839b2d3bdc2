declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}

declare module 'virtual:shared-words' {
  import type { Messages } from '@lingui/core';

  const shared: Messages;
  export default shared;
}

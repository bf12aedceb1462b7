import type { CDPSession, Page } from 'playwright-core';

/** A device with a fingerprint reader, of which the browser believes that it is built in. */
export interface Authenticator {
  /** Whether its owner's finger is known to it; else every request is in vain. */
  touches: (does: boolean) => Promise<void>;
  /** Whether it waits for a finger that does not come, as a device on a desk does: then a page that merely offers passkeys gets none. */
  waits: (does: boolean) => Promise<void>;
  passkeys: () => Promise<number>;
}

/** Gives a page such a device (Chrome DevTools Protocol, domain WebAuthn). */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    touches: async (does) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: does });
    },
    waits: async (does) => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: !does });
    },
    passkeys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

import { useEffect } from 'react';

/** In place of Decap's page for signing in: whoever sees this page has signed in on a page of ours. */
export function SignedIn({ onLogin }: { onLogin: (credentials: object) => void }) {
  // Once: Decap makes another function each time it shows this.
  useEffect(() => onLogin({}), []);
  return null;
}

/** How long a link by mail can be redeemed. */
export const linkMinutes = 10;
/** How long a session lasts that nobody uses. */
export const idleHours = 12;
/** How long a session lasts at most. */
export const sessionDays = 30;
/** How long after signing in a passkey can be added: a session left open on somebody's desk must not become a way in for ever. */
export const freshHours = 24;
/** Links of one person that can be valid at once: nobody's mailbox is filled by somebody who knows the address. */
export const mostLinks = 5;

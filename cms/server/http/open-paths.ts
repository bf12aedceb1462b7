/** What somebody may see who is not signed in, or whose passkey is still missing. Everything else is for those who are, whoever forgets to say so. */
const open = [/^\/sign-in(?:\/|$)/, /^\/sign-out$/, /^\/assets\//, /^\/admin\/assets\//, /^\/favicon\.ico$/, /^\/robots\.txt$/];

export const isOpen = (path: string): boolean => open.some((pattern) => pattern.test(path));

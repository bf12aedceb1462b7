/** It opens nothing and tells nothing, so it needs none of what guards the session's cookie. */
const cookie = 'doorstep-shared';

/** Whether somebody said when they signed in that others use this computer too. */
export const sharedComputer = (headers: Headers): boolean => new RegExp(`(?:^|; *)${cookie}=1(?:;|$)`).test(headers.get('cookie') ?? '');

/** The cookies of a session that ends with the browser, and one that says why. */
export const cookiesOfShared = (cookies: readonly string[]): string[] => [
  ...cookies.map((one) => one.replace(/; *(?:max-age|expires)=[^;]*/gi, '')),
  `${cookie}=1; Path=/; HttpOnly; SameSite=Lax`,
];

/** Ends what `cookiesOfShared` began. */
export const endOfShared = `${cookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

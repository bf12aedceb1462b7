/** The day in a time zone, as 2026-10-31. The one place, beside the environment, where the clock is read. */
export function today(timeZone: string, now: Date = new Date()): string {
  try {
    return dayIn(timeZone, now);
  } catch {
    throw new Error(`There is no time zone called "${timeZone}" (settings/site.yml, timeZone). Write one such as Europe/Amsterdam.`);
  }
}

function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

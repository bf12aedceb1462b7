/** The hour of Monday, by the clocks of the city, from which the mails of a week are sent. */
export const sendingHour = 7;

const dayMilliseconds = 86_400_000;

/** A day so many days later: 2026-11-30 and 7 give 2026-12-07. */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);

/** The week of reminders at a moment, named by its Monday: it begins when the clocks of the city show seven there, in winter as in summer. */
export function weekOf(now: Date, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' });
  const read = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]));
  const day = `${read['year']}-${read['month']}-${read['day']}`;
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const isBefore = sinceMonday === 0 && Number(read['hour']) < sendingHour;
  return daysAfter(day, isBefore ? -7 : -sinceMonday);
}

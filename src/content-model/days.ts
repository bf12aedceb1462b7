/** Days are written 2026-10-31 and compared as such; arithmetic is in UTC, where every day has 24 hours. */
const time = (day: string): number => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, date);
};

/** Days from one day to a later one; negative if it is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((time(to) - time(from)) / 86_400_000);

/** The same day of a later month, or that month's last day: 2026-08-31 and six months give 2027-02-28. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
